"""Which of its meanings a unit has where it stands: 分 is a point, a minute or money."""

import re

from policytrack.extract.bounds import is_whole

_SECONDS = re.compile(r"(?:[0-9]+(?:\.[0-9]+)?|[一二三四五六七八九十]{1,3})秒|半钟")
_PRICED = re.compile(
    "(?:[电气水油煤粮肉菜票]价|价格|单价|每(?:千瓦时|度|公里|公?斤|千克|升|立方米|吨)电?)[^，。；、分元0-9]{0,8}$"
)
_PER = ("/千瓦时", "/度", "/斤", "/公里", "/立方米")


def sense_of(text: str, span: tuple[int, int], unit: str, end: int) -> str:
    """The unit that is meant by `unit`, which ends at `end` behind the number at `span`: 3分20秒, 每度电降价2分."""
    if unit == "分":
        if _SECONDS.match(text, end) or (text.startswith("半", end) and is_whole(text, span[0], end + 1)):
            return "分钟"
        if (
            text.startswith(_PER, end)
            or _PRICED.search(text, max(0, span[0] - 14), span[0])
            or is_whole(text, span[0], end)
        ):
            return "分钱"
    return unit
