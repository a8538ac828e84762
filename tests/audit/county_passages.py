"""Passages of each relation in the manner of county news; every maker returns texts that hold, with the number to spoil.

Numbers are drawn so that the arithmetic holds after rounding; `spoil` is in passages.py.
"""

import random
from collections.abc import Callable

from passages import Passage

TOWNS = ["石桥镇", "柳林镇", "双溪乡", "清河镇", "马鞍镇", "白沙乡", "龙泉街道", "永安镇"]
COUNTIES = ["青浦县", "宁川县", "和平区", "东阳区", "南泽县", "沙河市", "平湖县"]
Maker = Callable[[random.Random], Passage]


def _two(rng: random.Random, low: float, high: float, places: int = 2) -> str:
    return f"{rng.uniform(low, high):.{places}f}"


def parts(rng: random.Random) -> Passage:
    """共A, 其中…: what is spoilt is the whole made too small, or a closed list made wrong."""
    t = rng.sample(TOWNS, 3)
    n = [rng.randint(21, 260) for _ in t]
    total = sum(n)
    k = rng.randrange(8)
    if k == 0:
        text = f"今年上半年，全县累计发放小额信贷{total}户，其中{t[0]}{n[0]}户、{t[1]}{n[1]}户、{t[2]}{n[2]}户。"
    elif k == 1:
        text = f"全区共有在册低保对象{total}户：{t[0]}{n[0]}户，{t[1]}{n[1]}户，{t[2]}{n[2]}户，合计{total}户。"
        return Passage(text, str(total))
    elif k == 2:
        text = f"专项行动以来，执法人员检查餐饮门店{n[0]}家、农贸市场{n[1]}家、学校食堂{n[2]}家，合计{total}家。"
        return Passage(text, str(total))
    elif k == 3:
        text = (
            f"截至9月底，全市共新增市场主体{total}户，其中，企业{n[0]}户，个体工商户{n[1]}户，农民专业合作社{n[2]}户。"
        )
    elif k == 4:
        a, b = rng.randint(100, 900) / 10, rng.randint(100, 900) / 10
        whole = f"{a + b:.1f}"
        text = f"前三季度，全市实现外贸进出口总值{whole}亿元，其中出口{a}亿元，进口{b}亿元。"
        return Passage(text, whole)
    elif k == 5:
        text = f"{rng.choice(COUNTIES)}共排查自建房{total}栋，包括{t[0]}{n[0]}栋、{t[1]}{n[1]}栋、{t[2]}{n[2]}栋。"
    elif k == 6:
        text = f"全县新建高标准农田{total}亩，其中{t[0]}{n[0]}亩、{t[1]}{n[1]}亩、{t[2]}{n[2]}亩，年底前全部完工。"
    else:
        text = f"本次共招聘教师{total}名，其中高中{n[0]}名、初中{n[1]}名、小学{n[2]}名。"
    return Passage(text, str(total), only_less=True)


def shares(rng: random.Random) -> Passage:
    whole = rng.uniform(40, 900)
    part = round(whole * rng.uniform(0.15, 0.75), 2)
    whole = round(whole, 2)
    pct = f"{part / whole * 100:.1f}"
    k = rng.randrange(6)
    if k < 3:
        text = [
            f"1—9月，全县完成一般公共预算收入{whole}亿元，其中税收收入{part}亿元，占比{pct}%。",
            f"前三季度，{rng.choice(COUNTIES)}金融机构各项贷款余额{whole}亿元，其中涉农贷款余额{part}亿元，占贷款总额的{pct}%。",
            f"今年1至8月，全区固定资产投资完成{whole}亿元，其中民间投资{part}亿元，占全部投资的{pct}%。",
        ][k]
        return Passage(text, pct)
    n = rng.randint(120, 900)
    m = round(n * rng.uniform(0.2, 0.8))
    pct = f"{m / n * 100:.1f}"
    text = [
        f"全市现有高新技术企业{n}家，其中民营企业{m}家，占总数的{pct}%。",
        f"受理的{n}件群众诉求中，当场办结{m}件，占{pct}%。",
        f"全县共有幼儿园{n}所，其中普惠性幼儿园{m}所，占比达{pct}%。",
    ][k - 3]
    return Passage(text, pct)


def completion(rng: random.Random) -> Passage:
    goal = rng.choice([60, 85, 90, 110, 130, 160, 210, 260])
    done = round(goal * rng.uniform(0.35, 1.2), 1)
    pct = f"{done / goal * 100:.1f}"
    k = rng.randrange(7)
    text = [
        f"年初确定工业投资目标{goal}亿元，截至8月底完成工业投资{done}亿元，占年度目标的{pct}%。",
        f"1—7月，全县招商引资到位资金{done}亿元，完成全年目标任务{goal}亿元的{pct}%。",
        f"前三季度，市级重点项目完成投资{done}亿元，完成年度计划投资{goal}亿元的{pct}%。",
        f"全年计划新改建农村公路{goal}公里，目前已完成农村公路{done}公里，完成率{pct}%。",
        f"上半年，全区一般公共预算收入{done}亿元，为年初预算{goal}亿元的{pct}%。",
        f"今年计划完成交通投资{goal}亿元，1至10月已完成交通投资{done}亿元，完成年度计划的{pct}%。",
        f"1—8月，园区实现到位资金{done}亿元，达到年度目标{goal}亿元的{pct}%。",
    ][k]
    return Passage(text, pct)


def schedule(rng: random.Random) -> Passage:
    months, label = rng.choice([(6, "1—6月"), (8, "1至8月"), (9, "前三季度"), (7, "1-7月"), (10, "1月至10月")])
    ahead = rng.randint(15, 120) / 10
    pct = f"{months / 12 * 100 + ahead:.1f}"
    shown = f"{float(pct) - months / 12 * 100:.1f}"
    done = _two(rng, 30, 300, 1)
    text = rng.choice(
        [
            f"{label}，全县完成固定资产投资{done}亿元，完成年度目标的{pct}%，超时序进度{shown}个百分点。",
            f"{label}，全市实现招商到位资金{done}亿元，完成全年任务的{pct}%，快于序时进度{shown}个百分点。",
        ]
    )
    return Passage(text, pct)


def pair(rng: random.Random) -> Passage:
    whole = rng.randint(150, 2600)
    good = round(whole * rng.uniform(0.55, 0.97))
    pct = f"{good / whole * 100:.1f}"
    k = rng.randrange(8)
    text = [
        f"今年以来共抽检农产品{whole}批次，其中合格{good}批次，合格率为{pct}%。",
        f"截至10月底，全县排查各类隐患{whole}处，完成整改{good}处，整改率{pct}%。",
        f"12345热线受理诉求{whole}件，按期办结{good}件，按期办结率达{pct}%。",
        f"全市应参保{whole}万人，实际参保{good}万人，参保率达到{pct}%。",
        f"年初列入计划的重点项目{whole}个，已开工{good}个，开工率{pct}%。",
        f"信访部门登记信访事项{whole}件，化解{good}件，化解率为{pct}%。",
        f"本学年毕业生{whole}人，落实就业去向{good}人，就业率{pct}%。",
        f"全县{whole}个自然村中，通硬化路的有{good}个，通畅率为{pct}%。".replace("通畅率", "通硬化路率"),
    ][k]
    return Passage(text, pct)


def each(rng: random.Random) -> Passage:
    n = rng.randint(3, 90) * 40
    rate = rng.choice([200, 300, 600, 800, 1200, 2000])
    total = f"{n * rate / 10_000:.2f}".rstrip("0").rstrip(".")
    k = rng.randrange(6)
    text = [
        f"县民政局为{n}名困难老人发放慰问金，每人{rate}元，合计{total}万元。",
        f"按照每亩{rate}元的标准，为种粮大户兑付{n}亩补贴资金{total}万元。",
        f"全县{n}户农户享受改厕奖补，每户奖补{rate}元，共兑现奖补资金{total}万元。",
        f"工会组织为{n}名职工购买互助保障，人均{rate}元，总计投入{total}万元。",
        f"对{n}名脱贫务工人员给予交通补贴，每人补助{rate}元，累计发放{total}万元。",
        f"今年发放耕地地力保护补贴{total}万元，涉及{n}户，户均{rate}元。",
    ][k]
    return Passage(text, total)


def headline(rng: random.Random) -> Passage:
    k = rng.randrange(5)
    v = _two(rng, 12, 900, rng.choice([1, 2]))
    n = str(rng.randint(120, 9000))
    title, text, key = [
        (
            f"我县上半年招商引资到位资金{v}亿元",
            f"记者从县投资促进局获悉，今年上半年，我县招商引资到位资金{v}亿元，势头良好。",
            v,
        ),
        (
            f"前三季度全市社会消费品零售总额达{v}亿元",
            f"市统计局发布数据，前三季度全市社会消费品零售总额{v}亿元，消费市场持续回暖。",
            v,
        ),
        (f"{n}名务工人员返岗就业", f"连日来，县人社局组织专车，帮助{n}名务工人员返岗就业。", n),
        (f"今年新增城镇就业{n}人", f"截至目前，全区新增城镇就业{n}人，就业形势总体稳定。", n),
        (f"全县粮食总产量{v}万吨", f"据农业农村部门统计，全县粮食总产量{v}万吨，再获丰收。", v),
    ][k]
    return Passage(text, key, title)


def named(rng: random.Random) -> Passage:
    n = rng.randint(3, 6)
    towns = rng.sample([*TOWNS[:6], "新华镇", "红岩镇"], n)
    names = [t for t in towns if t[-1] in "镇乡"]
    n = len(names)
    k = rng.randrange(5)
    j = "、".join(names)
    text = [
        f"工作组深入{j}{n}个乡镇开展防汛督导。",
        f"试点工作在{j}{n}个乡镇同步启动。",
        f"项目覆盖{j}{n}个乡镇，受益群众明显增加。",
        f"巡察组进驻{j}{n}个乡镇党委。",
        f"目前，{j}{n}个乡镇已建成便民服务中心。",
    ][k]
    return Passage(text, str(n))


def base(rng: random.Random) -> Passage:
    then = rng.randint(2000, 90000) / 100
    rate = rng.randint(21, 380) / 10
    now = f"{then * (1 + rate / 100):.2f}"
    k = rng.randrange(4)
    what = rng.choice(["接待游客", "税收收入", "一般公共预算收入", "旅游收入"])
    unit = "万人次" if what == "接待游客" else "亿元"
    text = [
        f"上半年，全县{what}{now}{unit}，比去年同期的{then}{unit}增长{rate}%。",
        f"前三季度，全市{what}{now}{unit}，上年同期为{then}{unit}，同比增长{rate}%。",
        f"1至8月，全区{what}由去年同期的{then}{unit}增加到{now}{unit}，增长{rate}%。",
        f"今年1—9月，{what}达{now}{unit}，同比增加{float(now) - then:.2f}{unit}，增长{rate}%。",
    ][k]
    return Passage(text, str(rate))


def points(rng: random.Random) -> Passage:
    then = rng.randint(100, 600) / 10
    step = rng.randint(11, 190) / 10
    now = f"{then + step:.1f}"
    what = rng.choice(["战略性新兴产业增加值占规上工业比重", "森林覆盖率", "常住人口城镇化率", "服务业增加值占比"])
    text = rng.choice(
        [
            f"五年来，全市{what}由{then}%提高到{now}%，提高{step}个百分点。",
            f"{what}从{then}%提升至{now}%，提升{step}个百分点。",
            f"全县{what}达到{now}%，比上年的{then}%提高{step}个百分点。",
        ]
    )
    return Passage(text, now)


def industries(rng: random.Random) -> Passage:
    a = rng.randint(40, 180) / 10
    b = rng.randint(250, 450) / 10
    c = f"{100 - a - b:.1f}"
    text = rng.choice(
        [
            f"三次产业增加值占GDP的比重分别为{a}%、{b}%、{c}%。",
            f"第一、二、三产业增加值占地区生产总值的比重分别为{a}%、{b}%和{c}%。",
        ]
    )
    return Passage(text, c)


MAKERS: list[Maker] = [
    parts, shares, completion, schedule, pair, each, headline, named, base, points, industries,
]  # fmt: skip
