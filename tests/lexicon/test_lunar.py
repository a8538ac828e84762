"""The Chinese calendar: its own arithmetic, days everybody knows, and a second library where it is installed."""

from datetime import date, timedelta
from itertools import pairwise

import pytest

from policytrack.errors import LexiconError
from policytrack.lexicon.feasts import easter, parse_feasts
from policytrack.lexicon.load import HOME
from policytrack.lexicon.lunar import SOLAR_TERMS, lunar_day, lunar_month, solar_term
from policytrack.lexicon.schema import Entry

YEARS = range(1979, 2051)


@pytest.mark.parametrize(
    ("lunar", "day"),
    [
        ((2024, 1, 1), date(2024, 2, 10)),
        ((2023, 8, 15), date(2023, 9, 29)),
        ((2024, 12, 0), date(2025, 1, 28)),
        ((2023, 2, 1, True), date(2023, 3, 22)),
        ((2023, 1, 30), None),
        ((2022, 2, 1, True), None),
        ((1978, 1, 1), None),
    ],
)
def test_a_lunar_date_is_a_day(lunar: tuple[int, int, int], day: date | None) -> None:
    assert lunar_day(*lunar) == day


def test_every_lunar_year_begins_where_the_one_before_ended() -> None:
    for year in YEARS[1:]:
        last, first = lunar_month(year - 1, 12), lunar_month(year, 1)
        assert last is not None
        assert first is not None
        assert last.end is not None
        assert first.start == last.end + timedelta(1)


def test_the_terms_of_a_year_are_fifteen_days_apart() -> None:
    for year in YEARS:
        days = [solar_term(year, name) for name in SOLAR_TERMS]
        gaps = {(b - a).days for a, b in pairwise(days) if a and b}
        assert gaps <= {14, 15, 16}


def test_easter_has_its_day() -> None:
    assert [easter(year) for year in (2000, 2018, 2038)] == [date(2000, 4, 23), date(2018, 4, 1), date(2038, 4, 25)]


def test_a_second_library_has_the_same_months() -> None:
    other = pytest.importorskip("lunardate")
    for year in YEARS:
        for month in range(1, 13):
            assert lunar_day(year, month, 1) == other.LunarDate(year, month, 1).to_solar_date()


def test_a_second_library_has_the_same_terms() -> None:
    other = pytest.importorskip("lunarcalendar.solarterm")
    known = {str(term.get_lang("zh_hans")): term for term in other.zh_solarterms}
    for year in range(1992, 2051):  # before, it counts in summer time
        assert [solar_term(year, name) for name in SOLAR_TERMS] == [known[name](year) for name in SOLAR_TERMS]


@pytest.mark.parametrize(
    "data",
    [
        {"words": "社日", "day": "lunar 2-2"},
        {"words": "社日", "day": "term"},
        {"words": "开斋节", "on": ["2024年4月10日"]},
        {"words": "社日"},
    ],
    ids=["rule", "no_term", "on", "nothing"],
)
def test_a_feast_without_a_day_is_refused(data: dict[str, object]) -> None:
    with pytest.raises(LexiconError):
        parse_feasts([Entry(HOME / "feasts.toml", "feast", 1, data)])


def test_a_feast_may_list_its_days() -> None:
    entry = Entry(HOME / "feasts.toml", "feast", 1, {"words": "开斋节", "on": ["2023-04-22", "2024-04-10"]})
    assert parse_feasts([entry]).nearest("开斋节", date(2024, 1, 5)) == date(2024, 4, 10)
