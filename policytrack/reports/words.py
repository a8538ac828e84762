"""What fields, values and tables are called for people, in both languages. Programs get the keys and values themselves."""

import re
from collections.abc import Mapping

from policytrack.render.table import Cell, Column

Labels = Mapping[str, Mapping[str, str]]

# key → Chinese, English
FIELDS = {
    "id": ("编号", "id"), "surface": ("数值", "value"), "indicator": ("指标", "indicator"), "kind": ("类别", "kind"),
    "time_period": ("期间", "period"), "ref_area": ("地区", "place"), "action_type": ("行动类型", "action type"),
    "quote": ("原文", "quote"), "title": ("标题", "title"), "published": ("发布", "published"),
    "source": ("来源", "source"), "obs_value": ("精确值", "exact value"), "value_to": ("上端值", "upper end"),
    "value_low": ("下限", "low"), "value_high": ("上限", "high"), "unit_measure": ("单位", "unit"),
    "unit_mult": ("倍数", "multiplier"), "decimals": ("小数位", "decimals"), "dimension": ("量纲", "dimension"),
    "currency": ("币种", "currency"), "bound": ("界", "bound"), "sign": ("方向", "sign"),
    "breakdown": ("分组", "breakdown"), "period_how": ("期间来自", "period from"), "accumulation": ("累计", "accumulation"),
    "basis": ("对比", "basis"), "basis_how": ("对比来自", "basis from"), "base_per": ("基期", "base period"),
    "denominator": ("分母", "denominator"), "obs_status": ("性质", "status"), "direction": ("流向", "direction"),
    "organisation": ("单位名称", "organisation"), "action": ("行动", "action"), "where": ("位置", "where"),
    "start": ("起", "start"), "end": ("止", "end"), "rule": ("规则", "rule"), "confidence": ("把握", "confidence"),
    "article": ("报道", "article"), "url": ("网址", "url"), "why": ("切分依据", "why"), "cluster": ("转载组", "cluster"),
    "reprints": ("转载数", "reprints"),
    "type": ("类型", "type"), "realis": ("状态", "realis"),
    "actor": ("主体", "actor"), "stage": ("阶段", "stage"), "actor_how": ("主体来自", "actor from"),
    "actor_level": ("层级", "level"), "target": ("对象", "target"), "documents": ("文件", "documents"),
    "figures": ("数字", "figures"), "actions": ("行动", "actions"), "byline": ("署名", "byline"),
    "published_how": ("日期来自", "date from"), "headline_only": ("仅标题", "headline only"),
    "characters": ("字数", "characters"), "place": ("地区", "place"), "text": ("正文", "text"),
    "origin": ("文件", "origin"), "media_type": ("格式", "media type"), "sha256": ("校验", "sha256"),
    "ingested_by": ("入库批次", "ingested by run"), "ingested_at": ("入库时间", "ingested at"),
    "read_by": ("提取批次", "read by run"), "lexicon": ("词典", "lexicon"), "versions": ("版本数", "versions"),
    "offsets": ("字符位置", "offsets"), "rule_file": ("规则文件", "rule file"), "label": ("名称", "Chinese name"),
    "label_en": ("英文名", "English name"), "definition": ("定义", "definition"), "example": ("例", "example"),
    "counter_example": ("反例", "counter-example"), "clause": ("语句", "clause"), "stopped_by": ("未采用的原因", "stopped by"),
    "numeral": ("数字", "numeral"), "class": ("归类", "class"), "context": ("上下文", "context"),
    "review": ("复核", "review"), "item": ("条目", "item"), "value": ("值", "value"), "unit": ("单位", "unit"),
    "period": ("期间", "period"), "how": ("来自", "from"), "obs": ("性质", "status"), "figure": ("数字", "figure"),
    "file": ("文件", "file"), "reprint_of": ("转载自", "reprint of"), "role": ("角色", "what"),
    "words": ("词语", "words"), "shape": ("形式", "shape"),
}  # fmt: skip

_HOW = {
    "stated": "原文写明",
    "carried": "承前",
    "inferred": "推断",
    "unknown": "不明",
    "given": "输入给定",
    "implied": "隐含",
}
# field → value → Chinese
VALUES = {
    "realis": {"done": "已实施", "planned": "计划", "background": "背景"},
    "kind": {
        "level": "数值", "growth": "增速", "change": "增减", "share": "占比", "ratio_to_target": "完成率",
        "diff_to_target": "超/欠进度", "rank": "位次", "multiple": "倍数",
    },
    "obs": {"actual": "实际", "target": "目标", "capacity": "能力", "demand": "需求"},
    "bound": {"exact": "确数", "approx": "约", "ge": "不少于", "gt": "超过", "le": "不超过", "lt": "不足"},
    "accumulation": {"ytd": "年初累计", "since": "自…起累计", "period": "当期", "point": "时点", "none": "无"},
    "basis": {
        "yoy": "同比", "qoq": "环比(季)", "mom": "环比(月)", "year_start": "比年初", "target": "比目标", "other": "其他",
    },
    "how": _HOW,
    "level": {
        "nation": "国家", "province": "省级", "city": "市级", "county": "县级", "township": "乡镇", "zone": "开发区",
        "other": "其他",
    },
    "direction": {"in": "流入", "out": "流出"},
    "where": {"text": "正文", "title": "标题"},
    "sign": {"1": "增", "-1": "减"},
    "class": {
        "figure": "数字", "date": "日期", "period": "期间", "ordinal": "序数", "name": "名称", "list_marker": "编号",
        "document_number": "文号", "article": "泛指", "unattached": "未归类",
    },
    "headline_only": {"0": "", "1": "是"},
    "stopped_by": {
        "veto": "否决词", "speech": "引语", "setting": "只是背景", "question": "疑问", "outcome": "只是结果", "weak": "动词太泛",
        "no act verb": "没有行为动词", "copula": "系词", "lead": "只引出下文",
    },
}  # fmt: skip
_LIKE = {
    "obs_status": "obs", "period_how": "how", "basis_how": "how", "actor_how": "how", "published_how": "how",
    "actor_level": "level", "action_type": "type",
}  # fmt: skip
TITLES = {
    "figures": "数字", "actions": "行动", "articles": "报道", "summary": "概览", "types": "各类行动", "places": "各地区",
    "actors": "各主体", "series": "指标", "campaigns": "专项", "coverage": "数据覆盖", "by month": "按月",
    "by quarter": "按季", "by place": "按地区", "by type": "按类型", "by actor": "按主体", "article": "报道",
    "action": "行动", "figure": "数字", "provenance": "出处", "where it stands": "位置", "text": "原文",
    "near misses": "未采用", "numerals": "全部数字", "times": "全部时间", "unattached numerals": "未归类的数字", "search": "检索",
    "reprints": "转载", "Runs": "批次", "Sources": "来源", "Settings": "设置", "Doctor": "检查", "Database": "数据库", "review": "复核",
    "read from": "依据", "Inputs that failed last time": "上次失败的输入", "headline": "标题",
    "Inputs left alone until they change": "改动前搁置的输入",
}  # fmt: skip


def heading(key: str, lang: str) -> str:
    """What a field is called."""
    zh, en = FIELDS.get(key, (key, key))
    return zh if lang == "zh" else en


def column(key: str, *, right: bool = False, least: int = 0) -> Column:
    """A column with the key's own headings."""
    return Column(key, *FIELDS.get(key, (key, key)), right=right, least=least)


def title(name: str, lang: str) -> str:
    """What a table is called."""
    return TITLES.get(name, name) if lang == "zh" else name


_RELATIVE = re.compile("[省市县区州盟乡镇](?!场)|主城|中心城|城区")


def whose(organisation: str | None, place: str) -> str:
    """Whose number it is: `遂宁市`, `遂宁经济开发区`, or `遂宁市 市公安局`: a name that every city has needs the city's."""
    if organisation and place and _RELATIVE.match(organisation) and not organisation.startswith(place):
        return f"{place} {organisation}"
    return organisation or place


def said(labels: Labels, key: str, value: Cell) -> str:
    """The value of a field as people read it."""
    known = labels.get(_LIKE.get(key, key), {})
    return known.get(str(value), str(value))
