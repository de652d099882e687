"""A flowchart in words."""

from __future__ import annotations

from schoolpolicy.publish.views.flow import end_nodes, flow_text, lane_nodes, who_acts
from tests.policies import flowchart, node, oakfield, policy, role

CHART = flowchart(
    node("start", "start", by="head"),
    node("ask", "question"),
    node("stop", "stop", "bad"),
    node("log", lane="mild", by="staff"),
    node("call", lane="bad", by="head"),
    node("end", "end"),
)
HILL = policy(roles=(role("head", title="headteacher"), role("staff", title="all staff")))


def test_it_says_what_comes_first_each_branch_and_what_comes_last() -> None:
    words = flow_text(HILL, CHART)
    assert words.first == (("Do start.", "Headteacher"), ("Do ask.", None))
    assert [(lane.answer, steps) for lane, steps in words.lanes] == [
        ("Yes", (("Do stop.", None), ("Do call.", "Headteacher"))),
        ("No", (("Do log.", "All staff"),)),
    ]
    assert words.last == (("Do end.", None),)


def test_a_branch_keeps_the_order_of_the_list() -> None:
    assert [each.id for each in lane_nodes(CHART, CHART.lanes[0])] == ["stop", "call"]


def test_without_branches_everything_comes_first() -> None:
    chart = flowchart(node("a"), node("b"), node("c"))
    first, last = end_nodes(chart)
    assert [each.id for each in first] == ["a", "b", "c"]
    assert last == []


def test_who_acts_is_the_title_of_the_role() -> None:
    assert who_acts(HILL, CHART.nodes[0]) == "Headteacher"
    assert who_acts(HILL, CHART.nodes[1]) is None


def test_oakfields_flowchart_says_each_box_once() -> None:
    whole = oakfield()
    for chart in whole.flowcharts:
        words = flow_text(whole, chart)
        said = [*words.first, *(each for _, steps in words.lanes for each in steps), *words.last]
        assert sorted(text for text, _ in said) == sorted(each.text for each in chart.nodes)
        assert all(who for _, who in said)
