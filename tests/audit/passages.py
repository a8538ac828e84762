"""Consistent passages in varied wording, and the same passages with one digit or unit spoilt.

Everything is drawn from a seeded generator, so a failure names a passage that can be read. A corruption counts only when it
leaves the rounding interval: `spoil` changes the number that the relation checks by at least 8 %.
"""

import random
from collections.abc import Callable
from dataclasses import dataclass

PLACES = ["临江区", "北塘区", "东湖区", "青屏区", "柳河县", "云台镇", "白石镇", "星桥镇"]
BODIES = ["市应急管理局", "市市场监管局", "区城管局", "县住建局", "市消防救援支队", "开发区管委会"]


@dataclass(frozen=True)
class Passage:
    """A text, and the number in it whose corruption breaks the arithmetic."""

    text: str
    key: str  # the printed number that is spoilt
    title: str = ""
    only_less: bool = False  # 其中 may be an open list: a whole that is too large contradicts nothing


Maker = Callable[[random.Random], Passage]


def _amount(rng: random.Random, low: float = 10, high: float = 900) -> float:
    return round(rng.uniform(low, high), rng.choice([1, 2]))


def parts(rng: random.Random) -> Passage:
    places = rng.sample(PLACES, 3)
    counts = [rng.randint(31, 290) for _ in places]
    body, noun, unit = rng.choice(BODIES), rng.choice(["检查企业", "检查商户", "走访企业", "排查场所"]), "家"
    if noun == "排查场所":
        unit = "处"
    total = str(sum(counts))
    listed = rng.choice(["、", "，"]).join(f"{p}{c}{unit}" for p, c in zip(places, counts, strict=True))
    if rng.random() < 0.4:
        return Passage(f"{listed}，共{noun}{total}{unit}。", total)
    wording = rng.choice(
        [
            f"{body}共{noun}{total}{unit}，其中{listed}。",
            f"截至目前，{body}累计{noun}{total}{unit}，其中{listed}。",
            f"三季度，{body}{noun}{total}{unit}，其中{listed}。",
        ]
    )
    return Passage(wording, total, only_less=True)


def share(rng: random.Random) -> Passage:
    whole = _amount(rng, 200, 900)
    part = round(whole * rng.uniform(0.12, 0.7), 1)
    percent = f"{part / whole * 100:.1f}"
    what = rng.choice([("一般公共预算收入", "税收收入"), ("规上工业产值", "装备制造业产值"), ("进出口总额", "出口额")])
    wording = rng.choice(
        [
            f"上半年，全市完成{what[0]}{whole}亿元，其中{what[1]}{part}亿元，占{what[0]}的{percent}%。",
            f"1月至9月，全县实现{what[0]}{whole}亿元，其中{what[1]}{part}亿元，占{what[0]}的比重为{percent}%。",
            f"前三季度，全区{what[0]}达{whole}亿元。其中，{what[1]}{part}亿元，占{what[0]}比重{percent}%。",
        ]
    )
    return Passage(wording, percent)


def completion(rng: random.Random) -> Passage:
    goal = rng.choice([80, 100, 120, 150, 200, 240, 360])
    done = round(goal * rng.uniform(0.3, 0.95), 1)
    percent = f"{done / goal * 100:.1f}"
    what = rng.choice(["固定资产投资", "工业投资", "招商到位资金", "重点项目投资"])
    wording = rng.choice(
        [
            f"今年{what}目标{goal}亿元，1月至8月完成{what}{done}亿元，完成年度目标的{percent}%。",
            f"全年{what}目标为{goal}亿元，上半年已完成{what}{done}亿元，完成年度目标任务的{percent}%。",
        ]
    )
    return Passage(wording, percent)


def pair(rng: random.Random) -> Passage:
    whole = rng.randint(200, 3000)
    good = round(whole * rng.uniform(0.6, 0.95))
    percent = f"{good / whole * 100:.1f}"
    wording = rng.choice(
        [
            f"今年以来，全市抽检食品{whole}批次，合格{good}批次，合格率{percent}%。",
            f"检查组排查隐患{whole}条，已整改{good}条，整改率达到{percent}%。",
            f"各部门受理群众诉求{whole}件，办结{good}件，办结率{percent}%。",
        ]
    )
    return Passage(wording, percent)


def each(rng: random.Random) -> Passage:
    count, rate = rng.randint(3, 60) * 100, rng.choice([500, 800, 1000, 1500, 2000])
    total = count * rate / 10_000
    shown = f"{total:.1f}".removesuffix(".0")
    wording = rng.choice(
        [
            f"县人社局为{count}名学员发放培训补贴，每人补贴{rate}元，共发放{shown}万元。",
            f"全市{count}户家庭领取取暖补助，每户补助{rate}元，共计{shown}万元。",
            f"区残联为{count}人发放护理补贴，每人{rate}元，共发放补贴{shown}万元。",
        ]
    )
    return Passage(wording, shown)


def headline(rng: random.Random) -> Passage:
    value = f"{_amount(rng)}"
    what = rng.choice(["规上工业产值", "社会消费品零售总额", "一般公共预算收入", "外贸进出口总额"])
    title = f"前8个月全市{what}{value}亿元"
    return Passage(f"1月至8月，全市{what}{value}亿元，经济运行平稳。", value, title)


def named(rng: random.Random) -> Passage:
    count = rng.randint(2, 5)
    places = "、".join(rng.sample(PLACES, count))
    verb = rng.choice(["开展燃气安全检查", "推进老旧管网改造", "启动文明养犬宣传"])
    return Passage(f"{rng.choice(BODIES)}在{places}{count}个区县镇{verb}。".replace("区县镇", "地区"), str(count))


MAKERS: list[Maker] = [parts, share, completion, pair, each, headline, named]


def spoil(passage: Passage, rng: random.Random) -> str:
    """The text with one digit of the key number changed so that it leaves every rounding interval."""
    key = passage.key
    old = float(key)
    for _ in range(200):
        i = rng.choice([n for n, c in enumerate(key) if c.isdigit()])
        new = key[:i] + rng.choice("123456789") + key[i + 1 :]
        too_large = passage.only_less and float(new) > old
        if abs(float(new) - old) > max(0.08 * old, 0.9) and float(new) > 0 and not too_large:
            at = passage.text.rindex(key)
            return passage.text[:at] + new + passage.text[at + len(key) :]
    raise AssertionError(f"no corruption found for {passage}")


def spoil_unit(passage: Passage) -> str | None:
    """The text with 万 printed for 亿 after the key number, or the other way round; None where it has neither."""
    end = passage.text.rindex(passage.key) + len(passage.key)
    other = {"万": "亿", "亿": "万"}.get(passage.text[end : end + 1])
    return passage.text[:end] + other + passage.text[end + 1 :] if other and not passage.only_less else None
