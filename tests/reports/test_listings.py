"""Picked columns of a listing: for people as they read them, for programs as they are."""

import pytest

from policytrack.render.table import shown
from policytrack.reports.listings import listing
from policytrack.reports.words import VALUES

ROW = {
    "id": "1.a1", "type": "inspection", "realis": "planned", "actor": "县应急管理局", "quote": "检查加油站46座",
    "time_period": "2023-01-01/2023-08-31", "ref_area": None, "title": "", "published": None, "source": None,
    "stage": None, "actor_how": "carried", "actor_level": "county", "target": None, "documents": '["《办法》"]',
    "figures": '["f1", "f2"]', "where": "text", "start": 0, "end": 8, "rule": "inspection.phrases", "confidence": 0.9,
    "article": 1, "url": None,
}  # fmt: skip
LABELS = {**VALUES, "type": {"inspection": "检查督导排查"}}


@pytest.mark.parametrize(
    ("key", "heading", "said"),
    [
        ("type", "类型", "检查督导排查"),
        ("realis", "状态", "计划"),
        ("time_period", "期间", "2023年1-8月"),
        ("actor_how", "主体来自", "承前"),
        ("actor_level", "层级", "县级"),
        ("figures", "数字", "f1 f2"),
        ("documents", "文件", "《办法》"),
        ("target", "对象", ""),
    ],
)
def test_people_read_labels(key: str, heading: str, said: str) -> None:
    table = listing("actions", [ROW], "", LABELS, data=False, picked=(key,)).only((key,))
    assert table.columns[0].heading("zh") == heading
    assert shown(table.columns[0], table.rows[0][0]) == said


def test_programs_get_the_values() -> None:
    table = listing("actions", [ROW], "", LABELS, data=True).only(("realis", "figures", "time_period"))
    assert table.rows == [("planned", '["f1", "f2"]', "2023-01-01/2023-08-31")]


@pytest.mark.parametrize(
    ("bound", "sign", "said"),
    [("exact", -1, "−3.6%\n增速"), ("exact", 1, "3.6%\n增速"), ("gt", 1, ">3.6%\n增速")],
)
def test_people_read_the_sign_and_the_bound(bound: str, sign: int, said: str) -> None:
    row = {
        "id": "1.f1", "surface": "3.6%", "kind": "growth", "bound": bound, "sign": sign, "start": 5, "end": 9,
        "quote": "用电量下降3.6%", "quote_start": 0, "time_period": None, "organisation": None, "ref_area": None,
        "indicator": "用电量", "action_type": None, "title": "", "published": None,
    }  # fmt: skip
    assert listing("figures", [row], "", VALUES, data=False).rows[0][1] == said
