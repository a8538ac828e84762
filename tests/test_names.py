"""What the words of a query mean in the lexicon."""

from decimal import Decimal

import pytest

from policytrack.errors import UsageError
from policytrack.lexicon.load import load
from policytrack.names import Names


@pytest.fixture(scope="module")
def names() -> Names:
    return Names(load())


@pytest.mark.parametrize(
    ("text", "type_id"),
    [("inspection", "inspection"), ("减税降费", "tax_fee_reduction"), ("贴息", "interest_subsidy")],
    ids=["id", "label", "part of a label"],
)
def test_types_by_id_or_label(names: Names, text: str, type_id: str) -> None:
    assert names.type_id(text) == type_id


def test_places_by_name_are_code_prefixes(names: Names) -> None:
    assert "6301" in names.place("西宁").prefixes
    assert names.place("630100").name == "西宁市"


def test_unknown_places_stand_for_themselves(names: Names) -> None:
    assert names.place("安澜市") == names.place("安澜市")
    assert names.place("安澜市").prefixes == ()


def test_a_name_of_several_places_asks_which(names: Names) -> None:
    with pytest.raises(UsageError, match=r"Several places are called 鼓楼区\. Give a code \(3"):
        names.place("鼓楼区")


def test_units_of_one_dimension_are_kin(names: Names) -> None:
    kin = dict(names.kin("公顷"))
    assert kin["公顷"] == 1
    assert kin["亩"] * 15 == pytest.approx(Decimal(1))


def test_a_unit_without_conversion_is_alone(names: Names) -> None:
    assert names.kin("家") == (("家", Decimal(1)),)
