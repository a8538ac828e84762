"""The lines of a diff as tables: whose numbers, what they are, and what stands beside them."""

from facts import MEASURE, fact

from policytrack.compare.diff import diff
from policytrack.compare.growth import PrintedGrowth
from policytrack.model import Fact
from policytrack.reports.diff import Beside, lines_table

BEFORE, NOW = "2023-01-01/2023-06-30", "2024-01-01/2024-06-30"
LABELS = {"ref_area": {"510900": "遂宁市", "510903": "船山区"}, "obs": {"target": "目标"}}


def rows(a: list[Fact], b: list[Fact], *, data: bool = False) -> list[dict[str, str]]:
    found = diff(a, b, MEASURE)
    table = lines_table(found, found.lines, Beside(MEASURE, PrintedGrowth(b, MEASURE), LABELS), quotes=False, data=data)
    keys = [column.key for column in table.columns]
    return [{key: str(cell or "") for key, cell in zip(keys, row, strict=True)} for row in table.rows]


def test_a_refusal_names_both_scopes() -> None:
    a, b = fact("2.2", place="510903", period=BEFORE), fact("5.1", place="510900", period=NOW)
    [row] = rows([a], [b])
    assert row["indicator"] == "减税降费\n船山区 → 遂宁市"
    [exact] = rows([a], [b], data=True)
    assert (exact["old_ref_area"], exact["new_ref_area"], exact["ref_area"]) == ("510903", "510900", "510900")


def test_one_scope_is_named_once() -> None:
    a, b = fact("2.2", place="510900", period=BEFORE), fact("2.5", place="510900", period=NOW)
    assert rows([a], [b])[0]["indicator"] == "减税降费\n遂宁市"


def test_a_target_is_marked() -> None:
    goal = fact("2000", "个", indicator="新建充电桩", obs="target", period="2024-01-01/2024-12-31", place="510900")
    [row] = rows([], [goal])
    assert row["new"] == "目标 2000个\n2024"
    assert rows([], [goal], data=True)[0]["new_obs_status"] == "target"


def test_a_stock_of_a_year_before_has_its_printed_growth_beside_it() -> None:
    a = fact("412.6", indicator="存款余额", period="2023-06-30/2023-06-30", accumulation="point")
    b = fact("449.3", indicator="存款余额", period="2024-06-30/2024-06-30", accumulation="point")
    falls = fact("8.9", "%", kind="growth", sign=-1, indicator="存款余额", period="2024-06-30/2024-06-30")
    line = next(row for row in rows([a], [b, falls]) if row["verdict"] == "存量变化")
    assert "公布 −8.9%" in line["delta"]
    exact = next(row for row in rows([a], [b, falls], data=True) if row["verdict"] == "stock_change")
    assert exact["printed_growth"] == "-8.9"


def test_rival_values_are_marked() -> None:
    then = fact("2.7", period=BEFORE, source="丙报")
    now = [fact("2.95", period=NOW, source="甲报", id="8.f2"), fact("3.05", period=NOW, source="乙报", id="17.f2")]
    assert [row["contested"] for row in rows([then], now, data=True)] == ["", "yes", "yes"]
    assert sum("另有他值" in row["verdict"] for row in rows([then], now)) == 2


def test_a_slip_of_the_unit_is_doubted() -> None:
    [row] = rows([fact("3.1", period=BEFORE)], [fact("3.3", "万元", period=NOW)])
    assert row["verdict"] == "同比(名义)\n数量级存疑"
