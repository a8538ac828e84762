"""The summary: figures that name whose they are."""

import pytest
from facts import fact

from policytrack.reports.overview import summary
from policytrack.reports.words import whose

ROW = {"key": "tax_fee_reduction", "done": 2, "planned": 0, "articles": 2}
H1 = "2024-01-01/2024-06-30"


def told(*places: str) -> str:
    facts = [fact(f"{n}.5", place=place, period=H1) for n, place in enumerate(places, 1)]
    table = summary("", [ROW], {"tax_fee_reduction": facts}, str, str, ())
    return str(table.rows[0][-1])


def test_two_places_are_named() -> None:
    assert told("遂宁市", "船山区") == "船山区 减税降费2.5亿元(2024H1)；遂宁市 减税降费1.5亿元(2024H1)"


def test_the_only_place_needs_no_name() -> None:
    assert told("遂宁市") == "减税降费1.5亿元(2024H1)"


@pytest.mark.parametrize(
    ("organisation", "place", "said"),
    [
        (None, "遂宁市", "遂宁市"),
        ("市公安局", "遂宁市", "遂宁市 市公安局"),
        ("市本级", "遂宁市", "遂宁市 市本级"),
        ("主城区", "遂宁市", "遂宁市 主城区"),
        ("市公安局", "", "市公安局"),
        ("遂宁经济开发区", "遂宁市", "遂宁经济开发区"),
        ("国网遂宁供电公司", "遂宁市", "国网遂宁供电公司"),
    ],
)
def test_a_name_that_every_city_has_needs_the_city(organisation: str | None, place: str, said: str) -> None:
    assert whose(organisation, place) == said


def test_one_bureau_of_two_cities_is_two() -> None:
    facts = [fact(n, place=p, organisation="市公安局", period=H1) for n, p in (("1.5", "遂宁市"), ("2.5", "广安市"))]
    table = summary("", [ROW], {"tax_fee_reduction": facts}, str, str, ())
    assert str(table.rows[0][-1]) == "广安市 市公安局 减税降费2.5亿元(2024H1)；遂宁市 市公安局 减税降费1.5亿元(2024H1)"
