"""Packed items come back as they went in."""

from hypothesis import given
from hypothesis import strategies as st

from policytrack.store.packed import Packed


@given(st.lists(st.integers() | st.text(), max_size=1200))
def test_items_come_back_in_order(items: list[int | str]) -> None:
    packed = Packed(items)
    assert list(packed) == items
    assert len(packed) == len(items)


def test_what_is_in_it_is_found() -> None:
    packed = Packed(range(1001))
    assert 1000 in packed
    assert 1001 not in packed
