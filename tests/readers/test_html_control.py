"""Control characters of a page, raw or as entities, do not stop its reading."""

import pytest

from policytrack.errors import InputError
from policytrack.readers.html import read_html

pytest.importorskip("lxml")

PAGE = (
    "<html><head><title>题</title></head><body><p>县检查企业5家，整改。县检查，企业5家，整改。</p><script>1</script>"
    "\x01\x02尾部，检查。<p>县检查企业5家，整改。县检查，&#1;企业5家，整改。</p><nav>a</nav>&#2;b</body></html>"
)


def test_control_characters_beside_removed_parts_are_no_bug() -> None:
    try:
        [article] = read_html(PAGE, "-").articles
    except InputError:  # too little text is a reason; a ValueError of lxml is none
        return
    assert "企业5家" in article.text
