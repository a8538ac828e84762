"""Which quantities add up over time: 1月至8月 less 1月至7月 is August's amount of money, but not of a mean temperature."""

import re

# Means, prices, concentrations and indices of a span are no sums over it.
_MEAN = re.compile(
    "平均|人均|户均|亩均|均价|价格|单价|浓度|气温|温度|水位|湿度|指数|密度|强度|降水|降雨|雨量|降雪|次均|[^比]率$|成本|标准|水平|面积$"
)
_FLOW = re.compile("新增|新建|完成|建成|改造|造林|治理|整治|播种|流转|种植|修复|收割|竣工|销售")
_ADD_UP = frozenset(("money", "count", "people", "area", "mass", "length", "volume", "energy", "power"))


def is_additive(unit: str, dimension: str, indicator: str) -> bool:
    """Whether amounts of consecutive spans may be added and subtracted. An area adds up only when something is done to it."""
    if "/" in unit or dimension not in _ADD_UP:
        return False
    mean = _MEAN.search(indicator)
    return mean is None or (mean[0] == "面积" and bool(_FLOW.search(indicator)))
