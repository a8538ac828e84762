"""Control characters of a page, raw or as entities, do not stop its reading."""

import pytest

from policytrack.readers.html import read_html

pytest.importorskip("lxml")


@pytest.mark.parametrize("mark", ["\x01", "&#1;", "\ufffe", "\x1f"])
def test_control_characters_beside_removed_parts(mark: str) -> None:
    page = (
        "<html><head><title>检查加油站</title></head><body><p>县应急局检查加油站5家，整改隐患，复查。</p>"
        f"<script>1</script>{mark}尾部，检查。<p>全县检查企业9家，整改，复查。</p><nav>导航</nav>{mark}末</body></html>"
    )
    [article] = read_html(page, "-").articles
    assert "加油站5家" in article.text
