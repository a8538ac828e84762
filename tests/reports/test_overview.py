"""The summary: figures that name whose they are."""

from facts import fact

from policytrack.reports.overview import summary

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
