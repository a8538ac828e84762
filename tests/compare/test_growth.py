"""Which printed growth stands beside a total."""

from dataclasses import replace

import pytest
from facts import MEASURE, fact

from policytrack.compare.growth import PrintedGrowth
from policytrack.model import Fact

H1 = "2024-01-01/2024-06-30"


def of(article: str, one: Fact) -> Fact:
    """The fact as that article prints it."""
    return replace(one, mentions=tuple(replace(m, article_id=article) for m in one.mentions))


def rate(number: str, **more: object) -> Fact:
    return fact(number, "%", period=H1, kind="growth", **more)


def beside(total: Fact, *others: Fact) -> str | None:
    found = PrintedGrowth([total, *others], MEASURE).of(total)
    return found and found.figure.surface


def test_a_rate_stands_beside_the_total_of_its_article() -> None:
    ours, theirs = of("8", fact("6.31", period=H1)), of("17", fact("6.58", period=H1, source="乙报"))
    said = of("8", rate("7.4"))
    assert beside(ours, theirs, said) == "7.4%"
    assert beside(theirs, ours, said) is None


def test_a_rate_alone_in_its_article_stands_beside_the_only_total() -> None:
    ours, theirs = of("8", fact("6.31", period=H1)), of("17", fact("6.58", period=H1, source="乙报"))
    said = of("30", rate("7.4"))
    assert beside(ours, said) == "7.4%"
    assert beside(ours, theirs, said) is None
    assert beside(ours, of("9", fact("6.3", period=H1, source="乙报")), said) == "7.4%"  # 6.31, rounded


@pytest.mark.parametrize(("second", "found"), [("7", "7.4%"), ("8.1", None)], ids=["rounded", "another"])
def test_rates_that_differ_say_nothing(second: str, found: str | None) -> None:
    assert beside(of("8", fact("6.31", period=H1)), of("8", rate("7.4")), of("8", rate(second))) == found


def test_a_rate_over_another_base_is_no_annual_growth() -> None:
    assert beside(of("8", fact("6.31", period=H1)), of("8", rate("7.4", basis="qoq"))) is None
