"""What the report of a diff is called in both languages: verdicts, reasons, its first sentence and its footer."""

from collections.abc import Sequence

from policytrack.compare.diff import Diff

VERDICT_ZH = {
    "re_report": "重复报道", "same_coarser": "同一数字(约数)", "restated": "修订", "conflict": "冲突",
    "yoy_nominal": "同比(名义)", "ytd_increment": "累计增量", "stock_change": "存量变化", "flow_disjoint": "两期流量",
    "bound_only": "仅有界限", "not_comparable": "不可比", "new": "新增", "no_new_report": "本期未见",
}  # fmt: skip
REASON_ZH = {
    "unit": "单位不同", "kind": "类别不同", "scope": "范围不同", "denominator": "分母不同", "accumulation": "累计方式不同",
    "period": "期间不可比",
}  # fmt: skip
_CHANGED = ("yoy_nominal", "ytd_increment", "stock_change", "flow_disjoint", "bound_only")
# Counted verdicts in reading order: how many, in English and in Chinese.
_PARTS = (
    (("new",), "new", "项新增"), (_CHANGED, "changed", "项变化"), (("restated",), "restated", "项修订"),
    (("conflict",), "in conflict", "项冲突"), (("re_report", "same_coarser"), "reported again", "项重复报道"),
    (("not_comparable",), "not comparable", "项不可比"), (("no_new_report",), "without a new report", "项本期未见"),
)  # fmt: skip


def verdict_label(name: str, reason: str | None, lang: str) -> str:
    """`不可比` over `单位不同`, or `not_comparable` over `unit`."""
    if lang != "zh":
        return f"{name}\n{reason}" if reason else name
    return VERDICT_ZH[name] + (f"\n{REASON_ZH[reason]}" if reason else "")


def summary(found: Diff, lang: str = "en", *, empty: bool = False) -> str:
    """`3 new, 2 changed, 1 restated, 4 not comparable`: one sentence before everything else."""
    zh = lang == "zh"
    if empty:
        return "两期都没有数字，无从比较" if zh else "neither period has figures: nothing to compare"
    counts = ((sum(found.counts[name] for name in names), en, cn) for names, en, cn in _PARTS)
    parts = [f"{count}{cn}" if zh else f"{count} {en}" for count, en, cn in counts if count]
    if zh:
        return "，".join(parts) or "没有差别"
    return ", ".join(parts) or "no difference"


def side_title(period: str, empty: bool, span: tuple[str, str] | None, outside: bool, lang: str) -> str:
    """A period, and in brackets that it has no figures or reaches beyond the data, which run over `span`."""
    zh = lang == "zh"
    notes = [("没有数字" if zh else "no figures")] if empty else []
    if span and zh:
        notes.append(f"{'在数据之外，' if outside else ''}数据发布于 {span[0]} 至 {span[1]}")
    elif span:
        notes.append(
            f"{'outside the data, which' if outside else 'the data'} were published from {span[0]} to {span[1]}"
        )
    if not notes:
        return period
    return f"{period}（{'；'.join(notes)}）" if zh else f"{period} ({'; '.join(notes)})"


def rest(lines: int, lang: str) -> Sequence[str]:
    """How many lines are not shown, and how to see them; nothing when all are."""
    if lines <= 0:
        return ()
    return (
        f"另有{lines}行：--limit 0 列出全部，-O csv 亦然。"
        if lang == "zh"
        else f"{lines} more lines: --limit 0 lists all, as -O csv does.",
    )


def footer(found: Diff, lang: str) -> Sequence[str]:
    """What was refused, by reason, and what the verdicts do not say."""
    zh = lang == "zh"
    notes = []
    if found.refused:
        reasons = sorted(found.refused.items(), key=lambda row: (-row[1], row[0]))
        if zh:
            notes.append("拒绝比较：" + "，".join(f"{REASON_ZH[reason]} {count}" for reason, count in reasons) + "。")
        else:
            notes.append(f"Refused comparisons by reason: {', '.join(f'{n} {reason}' for reason, n in reasons)}.")
    if found.counts["yoy_nominal"]:
        notes.append(
            "同比(名义)由两个公布的总量相除得出，未剔除价格与样本变动；公布的同比另列。" if zh
            else "yoy_nominal is naive: it divides two printed totals and knows nothing of prices or samples."
        )  # fmt: skip
    if found.counts["no_new_report"]:
        notes.append(
            "本期未见只表示没有找到新的数字，不表示事情结束。" if zh
            else "no_new_report means that no new figure was found, not that anything ended."
        )  # fmt: skip
    return notes
