"""The examples of `help places` hold."""

import re
from pathlib import Path

import policytrack as package
from policytrack.extract.organisations import SubjectFinder
from policytrack.lexicon.load import load
from policytrack.lexicon.places import gazetteer, place_of_source, places_below, resolve_place

PAGE = (Path(package.__file__).parent / "help" / "places.md").read_text("utf-8")


def test_the_lexicon_of_the_page_is_read(tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_text("".join(re.findall(r"```toml\n(.*?)```", PAGE, re.DOTALL)), encoding="utf-8")
    lexicon = load(tmp_path)
    places = gazetteer(lexicon.places)
    zone = resolve_place("银杏谷产业园", g=places)
    assert zone is not None
    assert zone.code == "630100-银杏谷产业园"
    assert place_of_source("河湟观察", places) == "630100"
    for text, actor in (("护河联盟开展巡河", "护河联盟"), ("前进联合社开展代耕服务", "前进联合社")):
        subject = SubjectFinder(text, lexicon.organisations, places, {}).at(0, len(text))
        assert subject is not None
        assert subject.text == actor


def test_the_places_of_the_page_are_what_it_says() -> None:
    for code, name in re.findall(r"(\d{6}) ([\u4e00-\u9fff]+)", PAGE):
        place = resolve_place(code)
        assert place is not None
        assert place.name == name
    for term in re.findall(r"place:(\S+)", PAGE):
        found = resolve_place(term.rstrip("`"))
        assert found is not None, term
        assert found.code.startswith("6301")
    assert resolve_place("鼓楼区") is None
    old = resolve_place("崇文区")
    assert old is not None
    assert old.code in places_below("110101")
