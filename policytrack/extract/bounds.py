"""Modifiers around a number: 约, 超过, 不低于 before it; 以上, 左右 behind it."""

import re

# Longest first: 不超过 is no 超过. 达到 is not a bound.
_BEFORE = {
    "不低于": "ge", "不少于": "ge", "至少": "ge", "不小于": "ge", "不下": "ge", "上": "ge", "不得低于": "ge",
    "大于等于": "ge", "大于或等于": "ge", "至少是": "ge", "至少有": "ge", "至少为": "ge", "至少达": "ge", "起码": "ge", "起碼": "ge",
    "不得少于": "ge", "不应低于": "ge", "不能低于": "ge", "≥": "ge",
    "高于": "gt", "超过": "gt", "超": "gt", "突破": "gt", "逾": "gt", "多于": "gt", "大于": "gt", "远超": "gt",
    "超出": "gt", "已超": "gt", "破": "gt", "过": "gt", "＞": "gt", ">": "gt", "超过了": "gt", "突破了": "gt",
    "不超过": "le", "小于等于": "le", "小于或等于": "le", "最多为": "le", "最多有": "le", "不高于": "le",
    "不大于": "le", "不多于": "le", "最高不超过": "le", "最高": "le", "最多": "le",
    "至多": "le", "最长": "le", "不得超过": "le", "不能超过": "le", "不得高于": "le", "不应超过": "le", "≤": "le",
    "控制在": "", "高达": "", "超额": "",
    "低于": "lt", "少于": "lt", "小于": "lt", "不足": "lt", "不到": "lt", "不满": "lt", "近": "lt", "将近": "lt",
    "接近": "lt", "逼近": "lt", "未达": "lt", "＜": "lt", "<": "lt",
    "约": "approx", "大约": "approx", "约为": "approx", "大概": "approx", "左右": "approx", "约合": "approx",
    "约占": "approx", "约达": "approx",
}  # fmt: skip
_AFTER = {
    "以上": "ge", "及以上": "ge",
    "以下": "le", "及以下": "le", "以内": "le", "限额内": "le", "之内": "le",
    "左右": "approx", "上下": "approx", "级": "approx",
    "之多": "exact",
    "余": "gt", "多": "gt", "以外": "gt",
}  # fmt: skip


def _alternation(words: dict[str, str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=lambda w: (-len(w), w)))


_LEAD = re.compile(rf"(?:{_alternation(_BEFORE)})$")
_TAIL = re.compile(rf"(?:{_alternation(_AFTER)})")
_MOVED = re.compile("(?:至少|不低于|不少于)(?:下降|增长|提高|减少|增加|降低|压减|提升)了?$")
# 上 is a bound only before round numbers in words: 上千家, 上百次.
_ROUND = re.compile("[百千万亿]")


def bound_before(text: str, start: int) -> tuple[str | None, int]:
    """The bound that ends at `start` and where its word begins; (None, start) without one."""
    found = _LEAD.search(text, max(0, start - 5), start)
    if not found:
        moved = _MOVED.search(text, max(0, start - 9), start)  # 至少下降7%
        return ("ge", start) if moved else (None, start)
    word = found[0]
    if word == "上" and not _ROUND.match(text, start):
        return None, start
    if word == "过" and (found.start() == 0 or text[found.start() - 1] in "通经超越胜不难度透路"):
        return None, start  # 产值过500亿元 is a bound, 通过3年努力 is none
    if word == "约" and found.start() and text[found.start() - 1] in "签预合契节制条违履特相":
        return None, start  # 新签约亿元以上项目
    if word == "近" and found.start() and text[found.start() - 1 : found.start()] in "最附临邻靠":
        return None, start
    return _BEFORE[word] or None, found.start()


_MOST = 24  # characters of a text that may be one amount
_CLOSE = " \n。！？"


def is_whole(text: str, start: int, end: int) -> bool:
    """Whether the text is this amount and the words of its bound, nothing else: 20分 in a cell, 约三百万 as an answer."""
    if len(text) > _MOST:
        return False
    return not text[: bound_before(text, start)[1]].strip() and not text[bound_after(text, end)[1] :].strip(_CLOSE)


def bound_after(text: str, end: int) -> tuple[str | None, int]:
    """The bound that begins at `end` and where its word ends; (None, end) without one."""
    found = _TAIL.match(text, end)
    if not found:
        return None, end
    if found[0] in ("余", "多") and not re.match("[，。；、）]|$", text[found.end() : found.end() + 1]):
        return None, end
    return _AFTER[found[0]], found.end()
