"""The report on campaigns: efforts that several articles speak of, and acts that were printed more than once."""

from collections.abc import Callable, Iterable

from policytrack.compare.campaigns import Campaign
from policytrack.render.table import Cell, Column, Table

Label = Callable[[Cell], str]


def campaign_table(title: str, found: Iterable[Campaign], type_label: Label, place_label: Label) -> Table:
    """One line a campaign: its name, or the words of an act that was only printed again, and what belongs to it."""
    columns = (
        Column("campaign", "行动名称", "campaign", least=14),
        Column("type", "类型", "type", show=type_label),
        Column("place", "地区", "place", show=place_label),
        Column("acts", "行动数", "acts", right=True),
        Column("articles", "报道", "articles", right=True),
        Column("first", "最早", "first"),
        Column("last", "最近", "last"),
        Column("ids", "编号", "ids"),
    )
    return Table(title, columns, [_row(campaign) for campaign in found], name="campaigns")


def _row(campaign: Campaign) -> tuple[Cell, ...]:
    reports = campaign.reports
    days = sorted(report.published.isoformat() for report in reports if report.published)
    return (
        campaign.name or reports[0].action.quote,
        reports[0].action.type,
        reports[0].place or "—",
        len(campaign.acts),
        len({report.article_id for report in reports}),
        days[0] if days else "",
        days[-1] if days else "",
        " ".join(report.action_id for report in reports),
    )
