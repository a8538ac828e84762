"""The campaigns report: names, counts, days and ids."""

from datetime import date

from policytrack.compare.campaigns import Campaign, Report
from policytrack.model import Action
from policytrack.reports.campaigns import campaign_table


def report(article: int, day: int, quote: str) -> Report:
    action = Action(
        "a1",
        "safety_campaign",
        None,
        "done",
        "text",
        0,
        4,
        quote,
        None,
        None,
        None,
        None,
        "630100",
        None,
        (),
        (),
        "t",
        0.9,
    )
    return Report(action, f"{article}.a1", str(article), "云河日报", date(2023, 5, day), "630100")


def test_a_campaign_is_one_line_with_the_ids_of_its_reports() -> None:
    found = [Campaign("饮水安全专项整治", (report(1, 2, "启动饮水安全专项整治"), report(2, 30, "检查水厂3家")))]
    table = campaign_table("campaigns", found, str, str)
    assert table.rows == [
        ("饮水安全专项整治", "safety_campaign", "630100", 2, 2, "2023-05-02", "2023-05-30", "1.a1 2.a1")
    ]


def test_an_act_that_was_only_printed_again_goes_by_its_words() -> None:
    found = [Campaign("", (report(1, 2, "清运垃圾3吨"), report(2, 3, "清运垃圾3吨")))]
    (row,) = campaign_table("campaigns", found, str, str).rows
    assert row[0] == "清运垃圾3吨"
    assert row[3:5] == (1, 2)
