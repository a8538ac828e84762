"""Actions by where they stand: in headlines and headings, in lists, and in the parts of reports and plans."""

from acts import actions, types


def test_sections_of_a_work_report_set_the_realis() -> None:
    text = "一、2023年工作回顾\n新建公园4个。\n二、2024年工作安排\n新建公园6个。"
    assert [action.realis for action in actions(text, "云陵县政府工作报告")] == ["done", "planned"]


def test_the_imperatives_of_a_notice_are_planned_but_its_issue_is_done() -> None:
    text = "《实施方案》已经县政府同意，现印发给你们。\n加大对小微企业的信贷支持力度。"
    found = [a for a in actions(text, "关于支持小微企业融资的实施意见") if a.where == "text"]
    assert [(a.type, a.realis) for a in found][-1] == ("financing_support", "planned")
    assert ("plan_issued", "done") in {(a.type, a.realis) for a in found}


def test_titles_and_headings_yield_no_act() -> None:
    assert types("（三）加大技能培训支持力度。全县举办招聘会12场，提供岗位900个。") == ["employment_social"]
    assert types("就业服务稳步加强。举办招聘会12场。") == ["employment_social"]


def test_items_of_a_list_are_acts_and_no_titles() -> None:
    running = "今年办好四件实事。一是新增普惠托位25个。二是开展义诊活动。三是改造公厕12座。"
    assert types(running) == ["public_service_delivery"] * 2 + ["infrastructure"]
    lines = "一、惠民项目\n（一）便民\n1.改造公厕12座\n2.新建停车位600个\n（二）健康\n3.开展义诊40场"
    assert types(lines) == ["infrastructure"] * 2 + ["public_service_delivery"]
    headed = "1.改造公厕12座\n今年以来，县城面貌有了变化，群众满意。"
    assert types(headed) == []


def test_a_headline_is_read_only_where_there_is_no_body() -> None:
    headline = "河西区新建公园3个"
    assert [a.where for a in actions("", headline)] == ["title"]
    assert [a.where for a in actions("河西区新建公园3个。", headline)] == ["text"]


def test_a_report_without_headings_shows_goals_or_results_by_its_wording() -> None:
    goals = "力争全年新增就业2万人以上。推进老旧小区改造，完善养老服务，新建公园6个以上。"
    results = "新增就业2.31万人，增长4.6%。获评全国文明城市。累计新建公园6个，群众满意度显著提升。"
    assert {a.realis for a in actions(goals, "云陵县政府工作报告")} == {"planned"}
    assert {a.realis for a in actions(results, "云陵县政府工作报告")} == {"done"}


def test_a_part_of_a_report_whose_paragraphs_state_results_is_done() -> None:
    part = (
        "平安建设织密织牢。推进燃气管网改造，加强学校食堂检查，深入开展消防整治。\n城乡治理切实加强。推动信访积案化解。"
    )
    assert {a.realis for a in actions(part, "云陵县政府工作报告")} == {"done"}


def test_items_of_a_list_of_plans_are_planned() -> None:
    text = (
        "明年，我县将办好三件实事。具体包括：\n新建公园6座。\n改造公厕12座。\n"
        + "今年，我县" * 30
        + "新建停车位300个。"
    )
    assert [a.realis for a in actions(text)] == ["planned", "planned", "done"]
    assert {a.realis for a in actions("1.新建公园6座\n2.改造公厕12座", "关于2025年区政府实事项目的通知")} == {"planned"}


def test_the_rules_of_a_support_policy_are_planned() -> None:
    text = "对新认定的省级智能工厂，给予企业40万元一次性奖补。"
    assert {a.realis for a in actions(text, "云陵县制造业扶持政策")} == {"planned"}


def test_the_goals_of_a_report_are_acts_with_any_object_of_a_type() -> None:
    goal = "二、2025年工作安排\n完善城乡供热。"
    assert types(goal, "云陵县政府工作报告")
    assert types(goal.partition("\n")[2]) == []


def test_the_glossary_of_a_report_holds_no_act() -> None:
    assert types("【标准地】即指完成区域评估、新建道路、供应工业用地的地块。") == []
