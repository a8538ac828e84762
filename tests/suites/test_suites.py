"""The product against the outside cases of its peers: at least what was reached, and no refusal without need.

A floor is the measured share of all news cases, refused ones counted as wrong; raise it when the share rises. A goal is the
share that the cases must reach which the product does not refuse.
"""

from collections.abc import Callable

import judges
import pytest
from cases import SHARED, Case, refused, score

pytestmark = pytest.mark.skipif(not SHARED.is_dir(), reason="the outside cases do not lie beside this checkout")

# suite → judge, floor of all, goal of those not refused
SUITES: dict[str, tuple[Callable[[Case], bool], float, float]] = {
    "recognizers_number": (judges.numbers, 96.6, 95),
    "duckling_number": (judges.numbers, 93.1, 95),
    "recognizers_percent": (judges.percents, 98, 97),
    "recognizers_currency": (judges.quantities, 100, 92),
    "jionlp_money": (judges.quantities, 97.6, 92),
    "duckling_money": (judges.quantities, 93.3, 92),
    "recognizers_dimension": (judges.quantities, 94.7, 85),
    "duckling_distance": (judges.quantities, 86.9, 85),
    "duckling_quantity": (judges.quantities, 100, 85),
    "recognizers_duration": (judges.quantities, 50, 85),
    "duckling_duration": (judges.quantities, 66.6, 85),
    "recognizers_numberrange": (judges.ranges, 72.7, 85),
    "jionlp_time_spans": (judges.spans, 94.7, 92),
    "recognizers_date": (judges.periods, 71.6, 90),
    "recognizers_dateperiod": (judges.periods, 84.4, 80),
    "jionlp_time": (judges.periods, 59.2, 80),
    "duckling_time": (judges.periods, 31.3, 80),
    "jionlp_location": (judges.places, 90.9, 90),
}


@pytest.mark.parametrize("suite", SUITES)
def test_a_suite_is_read_at_least_as_well_as_before(suite: str) -> None:
    judge, floor, goal = SUITES[suite]
    found = score(suite, judge)
    assert found.share >= floor, [case for case in found.wrong if case not in found.refused]
    assert found.kept_share >= goal, [case for case in found.wrong if case not in found.refused]


@pytest.mark.parametrize("suite", SUITES)
def test_what_is_refused_is_not_read_after_all(suite: str) -> None:
    found = score(suite, SUITES[suite][0])
    assert not [case for case in found.right if case in found.refused]


def test_every_suite_has_its_judge() -> None:
    assert {path.stem for path in SHARED.glob("*.jsonl")} <= SUITES.keys()


@pytest.mark.parametrize("suite", SUITES)
def test_every_refusal_has_a_reason(suite: str) -> None:
    assert all(len(reason) > 9 for reason in refused(suite).values())
