"""Consistent passages in the wording of bureau reports: brackets, growth in between, goals set from above."""

import random
from collections.abc import Callable

from passages import Passage

Maker = Callable[[random.Random], Passage]
T = ["安平镇", "和顺乡", "大营镇", "小河镇", "高桥镇", "三里乡"]


def parts(r: random.Random) -> Passage:
    k = r.randrange(10)
    n = [r.randint(30, 400) for _ in range(3)]
    s = sum(n)
    t = r.sample(T, 3)
    if k == 0:
        return Passage(
            f"据统计，今年以来全县共发生各类生产安全事故{s}起，其中道路交通事故{n[0]}起，工矿商贸事故{n[1]}起，火灾事故{n[2]}起。",
            str(s),
            only_less=True,
        )
    if k == 1:
        return Passage(
            f"行动中，出动执法车辆{n[0]}台次，查处超限车辆{n[1]}辆、非法改装车辆{n[2]}辆，共查处车辆{n[1] + n[2]}辆。",
            str(n[1] + n[2]),
        )
    if k == 2:
        a, b = r.randint(50, 900) / 10, r.randint(50, 900) / 10
        w = f"{a + b:.1f}"
        return Passage(
            f"1至9月，全市一般公共预算收入完成{w}亿元，同比增长5.2%。其中：税收收入{a}亿元，增长4.1%；非税收入{b}亿元，增长8.3%。",
            w,
        )
    if k == 3:
        a, b = r.randint(50, 900) / 10, r.randint(50, 900) / 10
        w = f"{a + b:.1f}"
        return Passage(
            f"全县社会消费品零售总额{w}亿元，其中城镇消费品零售额{a}亿元，增长6.1%，乡村消费品零售额{b}亿元，增长7.4%。",
            w,
        )
    if k == 4:
        return Passage(
            f"全区在建项目{s}个，其中续建项目{n[0]}个、新建项目{n[1]}个、拟建项目{n[2]}个。", str(s), only_less=True
        )
    if k == 5:
        return Passage(
            f"全年培训{s}人次（{t[0]}{n[0]}人次、{t[1]}{n[1]}人次、{t[2]}{n[2]}人次）。", str(s), only_less=True
        )
    if k == 6:
        return Passage(f"此次评选出一等奖{n[0]}名、二等奖{n[1]}名、三等奖{n[2]}名，共计{s}名。", str(s))
    if k == 7:
        a, b = r.randint(500, 9000) / 100, r.randint(500, 9000) / 100
        return Passage(
            f"整合资金{a + b:.2f}亿元，其中中央资金{a}亿元、省级资金{b}亿元，支持乡村振兴。",
            f"{a + b:.2f}",
            only_less=True,
        )
    if k == 8:
        return Passage(f"截至目前，{t[0]}完成{n[0]}户，{t[1]}完成{n[1]}户，{t[2]}完成{n[2]}户，总计{s}户。", str(s))
    return Passage(
        f"其中，男性{n[0]}人，女性{n[1]}人。".join([f"全市百岁老人共{n[0] + n[1]}人，", ""]), str(n[0] + n[1])
    )


def shares(r: random.Random) -> Passage:
    k = r.randrange(7)
    w = round(r.uniform(80, 900), 1)
    p = round(w * r.uniform(0.1, 0.8), 1)
    pc = f"{p / w * 100:.1f}"
    n = r.randint(200, 3000)
    m = round(n * r.uniform(0.1, 0.8))
    pn = f"{m / n * 100:.1f}"
    return [
        Passage(
            f"1-8月,全区规模以上工业企业实现营业收入{w}亿元,其中高技术制造业营业收入{p}亿元,占规上工业营业收入的{pc}%。",
            pc,
        ),
        Passage(f"全市外贸进出口{w}亿元，增长3.4%；其中，民营企业进出口{p}亿元，占全市外贸总值的{pc}%。", pc),
        Passage(f"全县共有各类经营主体{n}户，其中个体工商户{m}户，占经营主体总量的{pn}%。", pn),
        Passage(f"今年发放的{n}笔贷款中，信用贷款{m}笔，占比{pn}%。", pn),
        Passage(f"财政支出{w}亿元，其中民生支出{p}亿元，占财政支出的比重达到{pc}%。", pc),
        Passage(f"前三季度，全市用电量{w}亿千瓦时，其中工业用电量{p}亿千瓦时，占全社会用电量的{pc}%。", pc),
        Passage(f"参会企业{n}家，其中外地企业{m}家，占{pn}%。", pn),
    ][k]


def completion(r: random.Random) -> Passage:
    g = r.choice([45, 70, 95, 140, 180, 320, 500])
    d = round(g * r.uniform(0.3, 1.3), 2)
    pc = f"{d / g * 100:.1f}"
    k = r.randrange(7)
    gi = r.choice([1200, 1500, 3000, 4500, 8000])
    di = round(gi * r.uniform(0.3, 1.3))
    pi = f"{di / gi * 100:.2f}"
    return [
        Passage(f"截至10月底，全县城镇新增就业{di}人，完成年度目标任务{gi}人的{pi}%。", pi),
        Passage(f"全市计划实施危房改造{gi}户，目前已竣工{di}户，完成年度计划的{pi}%。", pi),
        Passage(f"今年，市里下达我县固定资产投资任务{g}亿元，上半年完成固定资产投资{d}亿元，占任务数的{pc}%。", pc),
        Passage(f"1—11月，争取上级资金{d}亿元，占全年目标{g}亿元的{pc}%。", pc),
        Passage(f"园区1至6月完成工业总投资{d}亿元,达年度目标任务({g}亿元)的{pc}%。", pc),
        Passage(f"前三季度，税收收入{d}亿元，完成年初预算数{g}亿元的{pc}%，同比增长4.5%。", pc),
        Passage(f"全年造林任务{gi}亩，截至目前已完成造林{di}亩，占任务的{pi}%。", pi),
    ][k]


def pair(r: random.Random) -> Passage:
    n = r.randint(120, 4000)
    m = round(n * r.uniform(0.5, 0.98))
    pc = f"{m / n * 100:.1f}"
    k = r.randrange(9)
    return [
        Passage(f"三季度，市市场监管局组织监督抽查产品{n}批次，经检验合格{m}批次，抽查合格率为{pc}%。", pc),
        Passage(f"今年以来，全市法院受理案件{n}件，审结{m}件，结案率{pc}%。", pc),
        Passage(f"共发现安全隐患{n}项,已完成整改{m}项,整改率为{pc}%。", pc),
        Passage(f"全县应接种{n}人，已接种{m}人，接种率达{pc}%。", pc),
        Passage(f"全市{n}个行政村，已建成卫生室{m}个，覆盖率{pc}%。", pc),
        Passage(f"今年交办群众身边实事{n}件，已办成{m}件，办成率{pc}%。", pc),
        Passage(f"回访群众{n}人次，表示满意{m}人次，满意率{pc}%。", pc),
        Passage(f"收到人大代表建议{n}件，已答复{m}件，答复率{pc}%。", pc),
        Passage(f"全区排查化粪池{n}座，完成清掏{m}座，完成率达到{pc}%。", pc),
    ][k]


def each(r: random.Random) -> Passage:
    n = r.randint(4, 80) * 50
    a = r.choice([100, 150, 400, 500, 1000, 3000])
    t = f"{n * a / 1e4:.2f}".rstrip("0").rstrip(".")
    k = r.randrange(7)
    return [
        Passage(f"区总工会走访慰问困难职工{n}名，按每人{a}元标准发放慰问金{t}万元。", t),
        Passage(f"为{n}户受灾群众发放过渡安置补助，每户{a}元，共计发放{t}万元。", t),
        Passage(f"对{n}亩连片油菜给予补贴，每亩补助{a}元，补助资金共{t}万元。", t),
        Passage(f"县里拿出{t}万元，奖励{n}名优秀学子，每人奖励{a}元。", t),
        Passage(f"今年共有{n}名学生获得助学金，每名学生资助{a}元，资助金额合计{t}万元。", t),
        Passage(f"全镇{n}头能繁母牛每头补贴{a}元，累计兑现补贴{t}万元。", t),
        Passage(f"为{n}家小微企业发放一次性稳岗补助{t}万元，每家{a}元。", t),
    ][k]


def headline(r: random.Random) -> Passage:
    v = f"{r.uniform(11, 700):.{r.choice([1, 2])}f}"
    n = r.randint(300, 20000)
    k = r.randrange(6)
    return [
        Passage(f"今年前8个月，全市港口货物吞吐量完成{v}万吨，同比增长6.3%。", v, f"前8个月全市港口货物吞吐量{v}万吨"),
        Passage(
            f"本报讯 记者昨日获悉，今年以来全县累计发放创业担保贷款{v}亿元，有力支持了创业就业。",
            v,
            f"我县累计发放创业担保贷款{v}亿元",
        ),
        Passage(f"据悉，国庆假期全市共接待游客{v}万人次，旅游市场平稳有序。", v, f"国庆假期我市接待游客{v}万人次"),
        Passage(f"8月底，全县生猪存栏{n}头，市场供应充足。", str(n), f"全县生猪存栏{n}头"),
        Passage(f"截至9月末，全区新登记经营主体{n}户，经营主体活力持续增强。", str(n), f"全区新登记经营主体{n}户"),
        Passage(f"一季度，全县进出口总额{v}亿元，增长12.1%，实现开门红。", v, f"一季度全县进出口总额{v}亿元"),
    ][k]


def named(r: random.Random) -> Passage:
    n = r.randint(3, 6)
    j = "、".join(T[:n])
    k = r.randrange(5)
    s = "、".join(["财政局", "住建局", "水利局", "民政局", "教育局", "卫健局"][:n])
    return [
        Passage("县财政局、县住建局、县水利局3个部门联合印发通知。", "3"),
        Passage(f"示范带串联起{j}{n}个乡镇的特色产业。", str(n)),
        Passage(f"{s}{n}个部门负责人作交流发言。", str(n)),
        Passage(f"降雨主要集中在{j}{n}个乡镇。", str(n)),
        Passage(f"首批选取{j}{n}个乡镇作为试点。", str(n)),
    ][k]


def base(r: random.Random) -> Passage:
    a = r.randint(1000, 90000) / 100
    g = r.randint(25, 350) / 10
    b = f"{a * (1 + g / 100):.2f}"
    d = f"{a * (1 - g / 100):.2f}"
    k = r.randrange(5)
    return [
        Passage(f"全县接待旅游人数{b}万人次，较上年同期{a}万人次增长{g}%。", str(g)),
        Passage(f"1—7月，地方税收收入完成{b}亿元，去年同期{a}亿元，增长{g}%。", str(g)),
        Passage(f"全市居民储蓄存款余额由上年末的{a}亿元增至{b}亿元，增幅{g}%。", str(g)),
        Passage(f"前三季度，快递业务量{d}万件，比上年同期的{a}万件下降{g}%。", str(g)),
        Passage(f"上半年财政收入{b}亿元，比上年同期增收{float(b) - a:.2f}亿元，增长{g}%。", str(g)),
    ][k]


def points(r: random.Random) -> Passage:
    a = r.randint(150, 600) / 10
    p = r.randint(12, 150) / 10
    b = f"{a + p:.1f}"
    k = r.randrange(4)
    return [
        Passage(f"全县水质优良率由{a}%上升到{b}%，上升{p}个百分点。", b),
        Passage(f"研发投入占比从上年的{a}%提升到{b}%，提高了{p}个百分点。", b),
        Passage(f"规上服务业营业收入增速从{a}%回升至{b}%，加快{p}个百分点。", b),
        Passage(f"城镇化率由2018年的{a}%提高到2022年的{b}%，累计提高{p}个百分点。", b),
    ][k]


def industries(r: random.Random) -> Passage:
    a = r.randint(40, 180) / 10
    b = r.randint(250, 450) / 10
    c = f"{100 - a - b:.1f}"
    return [
        Passage(f"一、二、三产业增加值占比分别为{a}%、{b}%、{c}%。", c),
        Passage(f"其中，一产占{a}%，二产占{b}%，三产占{c}%。", c),
        Passage(f"三次产业结构比为{a}:{b}:{c}。", c),
    ][r.randrange(3)]


MAKERS: list[Maker] = [parts, shares, completion, pair, each, headline, named, base, points, industries]
