"""The versions of an article and what each changed."""

from policytrack.reports.versions import changed, versions

FIRST = "全县检查企业85家。整改隐患12处。"
SECOND = "全县检查企业86家。整改隐患12处。下一步将继续检查。"


def row(text: str, run: int) -> dict[str, object]:
    return {"run": run, "started_at": "2023-09-20T08:30:00Z", "published": "2023-09-20", "title": "检查", "text": text,
            "undone": 0}  # fmt: skip


def test_sentences_that_differ_are_told_in_reading_order() -> None:
    assert list(changed(FIRST, SECOND)) == [
        ("−", "全县检查企业85家。"),
        ("+", "全县检查企业86家。"),
        ("+", "下一步将继续检查。"),
    ]


def test_line_breaks_alone_are_no_change() -> None:
    assert list(changed(FIRST, FIRST.replace("。", "。\n"))) == []


def test_one_version_has_no_changes() -> None:
    [listing] = versions(12, [row(FIRST, 1)])
    assert [cells[:2] for cells in listing.rows] == [(1, 1)]


def test_changes_name_the_version_that_brought_them() -> None:
    listing, changes = versions(12, [row(FIRST, 1), row(SECOND, 4)])
    assert [cells[1] for cells in listing.rows] == [1, 4]
    assert {cells[0] for cells in changes.rows} == {2}
