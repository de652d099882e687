"""What stands on a checklist: what is written by hand, and what the list takes by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from schoolpolicy.model.learning import Training
from schoolpolicy.model.review import ReviewItem
from schoolpolicy.model.vocabulary import Visibility
from schoolpolicy.publish.audience import for_audience
from schoolpolicy.reading.restrict import restrict
from schoolpolicy.rules.checklists import contents, lines_of
from schoolpolicy.rules.takeable import Takeable
from tests.policies import checklist, citation, duty, incident, policy, requirement, role

if TYPE_CHECKING:
    from schoolpolicy.model.checklist import Checklist
    from schoolpolicy.model.policy import Policy

WEEKLY = {"every": "1 week"}


def hill(*lists: Checklist, **fields: Any) -> Policy:
    reads = duty("reads", **WEEKLY, evidence="Log", covers=["look"], text="Reads the reports.")
    given: dict[str, Any] = {
        "roles": (
            role("head", title="headteacher", duties=[duty("plans"), reads]),
            role("governors", audience="governors", duties=[duty("asks", source=["act"])]),
        ),
        "reviews": (
            ReviewItem.model_validate(
                {"id": "rules", "what": "the rules", "every": "1 year", "by": "head"}
                | {"evidence": "Minute", "covers": ["look"]}
            ),
        ),
        "training": (
            Training.model_validate(
                {"id": "new", "title": "New staff", "who": ["head"], "content": ["Phones."]}
                | {"every": "on joining", "by": "governors", "evidence": "Record"}
            ),
        ),
        "requirements": (requirement("look"), requirement("other", "act")),
        "citations": (citation("guidance"), citation("act")),
        "incidents": (incident("bullying"), incident("hacking")),
    }
    return policy(checklists=lists, **{**given, **fields})


def taking(*items: dict[str, Any], **query: Any) -> Checklist:
    return checklist("mine", *items, takes=[{"id": "some", **query}], every="1 term")


def item(name: str, **fields: Any) -> dict[str, Any]:
    return {"id": name, "text": f"Check {name}.", "from": {"duty": "plans"}, **fields}


def ids(whole: Policy, listed: Checklist) -> list[str]:
    return [each.id for each in lines_of(whole, listed)]


@pytest.mark.parametrize(
    ("query", "taken"),
    [
        ({"roles": ["head"]}, ["duty-plans", "duty-reads"]),
        ({"every": ["1 week", "1 day"]}, ["duty-reads"]),
        ({"roles": ["head"], "every": ["1 year"]}, ["duty-plans"]),
        ({"audiences": ["governors"]}, ["duty-asks"]),
        ({"requirements": ["look"]}, ["duty-reads"]),
        ({"citations": ["guidance"]}, ["duty-reads"]),
        ({"citations": ["act"]}, ["duty-asks"]),
        ({"kind": "reviews", "roles": ["head"]}, ["review-rules"]),
        ({"kind": "reviews", "roles": ["governors"]}, []),
        ({"kind": "training", "every": ["on joining"]}, ["training-new"]),
        ({"kind": "training", "audiences": ["staff"], "roles": ["governors"]}, ["training-new"]),
        ({"kind": "requirements", "citations": ["act"]}, ["requirement-other"]),
        ({"kind": "requirements", "requirements": ["look"]}, ["requirement-look"]),
        ({"kind": "requirements", "roles": ["head"]}, []),
        ({"kind": "incidents", "incidents": ["hacking"]}, ["incident-hacking-stop"]),
        ({"kind": "incidents", "incidents": ["hacking"], "roles": ["governors"]}, []),
        ({}, []),
    ],
)
def test_a_list_takes_what_fits_all_that_it_asks_for(
    query: dict[str, Any], taken: list[str]
) -> None:
    listed = taking(**query)
    assert ids(hill(), listed) == taken


def test_what_is_taken_has_the_words_role_evidence_and_interval_of_its_record() -> None:
    whole = hill()
    (line,) = lines_of(whole, taking(every=["1 week"]))
    assert (line.text, line.group, line.role) == ("Reads the reports.", "Headteacher", "head")
    assert (line.evidence, line.every, line.taken) == ("Log", "1 week", True)
    assert line.record is whole.duty("reads")
    assert line.origin.duty == "reads"


def test_the_interval_of_the_list_itself_is_not_told_again() -> None:
    listed = checklist("mine", takes=[{"id": "some", "every": ["1 week"]}], every="1 week")
    assert [each.every for each in lines_of(hill(), listed)] == [None]


def test_reviews_training_and_steps_read_as_lines() -> None:
    takes = [
        {"id": "a", "kind": "reviews", "roles": ["head"]},
        {"id": "b", "kind": "training", "roles": ["governors"]},
        {"id": "c", "kind": "incidents", "incidents": ["bullying"]},
    ]
    assert [
        (each.group, each.text, each.role)
        for each in lines_of(hill(), checklist("mine", takes=takes))
    ] == [
        ("To look at again", "The rules.", "head"),
        ("Trained", "New staff.", "governors"),
        ("Someone does bullying", "At once: Stop.", "head"),
    ]


def test_two_procedures_may_have_steps_of_the_same_id() -> None:
    stop = [{"id": "stop", "text": "Stop.", "by": "head", "within": "at once"}]
    both = (incident("bullying", steps=stop), incident("hacking", steps=stop))
    listed = taking(kind="incidents", incidents=["bullying", "hacking"])
    assert ids(hill(incidents=both), listed) == ["incident-stop", "incident-hacking-stop"]


def test_what_an_item_by_hand_words_is_not_taken_again() -> None:
    assert ids(hill(), taking(item("mine"), roles=["head"])) == ["mine", "duty-reads"]


def test_what_is_taken_stands_below_or_under_the_heading_that_its_query_names() -> None:
    items = (item("a", group="First"), item("b", group="Second"))
    assert ids(hill(), taking(*items, roles=["head"])) == ["a", "b", "duty-reads"]
    there = taking(*items, roles=["head"], group="First")
    assert ids(hill(), there) == ["a", "duty-reads", "b"]


def test_what_is_left_out_is_found_and_not_taken() -> None:
    found = contents(
        Takeable(hill()), taking(roles=["head"], leave_out={"plans": "On another list."})
    )
    assert [each.id for each in found.lines] == ["duty-reads"]
    assert [each.record.id for each in found.found["some"]] == ["plans", "reads"]


def test_what_two_queries_find_stands_once() -> None:
    takes = [{"id": "a", "roles": ["head"]}, {"id": "b", "every": ["1 week"]}]
    assert ids(hill(), checklist("mine", takes=takes)) == ["duty-plans", "duty-reads"]


def test_words_for_what_is_taken_stand_only_as_long_as_it_is() -> None:
    own = item("own", taken=True, **{"from": {"duty": "reads", "requirement": "look"}})
    listed = taking(own, every=["1 week"])
    assert ids(hill(), listed) == ["own"]
    monthly = role("head", duties=[duty("reads", every="1 month")])
    assert ids(hill(roles=(monthly,), reviews=(), training=()), listed) == []
    left_out = taking(own, every=["1 week"], leave_out={"reads": "Elsewhere."})
    assert ids(hill(), left_out) == []


def test_a_query_that_lost_all_its_roles_takes_nothing() -> None:
    whole = hill(taking(item("mine"), roles=["governors"], every=["1 year"]))
    less = restrict(whole, lambda each: each.id != "governors")
    assert less.checklists[0].takes[0].roles == ()
    assert ids(less, less.checklists[0]) == ["mine"]


def test_a_public_list_shows_no_duty_that_is_for_staff_only() -> None:
    secret = duty("seals", visibility="staff", **WEEKLY)
    listed = taking(
        item("own", taken=True, **{"from": {"duty": "seals", "requirement": "look"}}),
        every=["1 week"],
    )
    pure = checklist("pure", takes=[{"id": "some", "every": ["1 week"]}])
    whole = hill(listed, pure, roles=(role("head", duties=[secret]), role("governors")))
    assert [ids(whole, each) for each in whole.checklists] == [["own"], ["duty-seals"]]
    public = for_audience(whole, Visibility.PUBLIC)
    # The item's own words are public; where they are not, they say so themselves.
    assert [ids(public, each) for each in public.checklists] == [["own"], []]
