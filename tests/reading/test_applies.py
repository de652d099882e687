"""What applies to a school, and what becomes of records that wait for a choice."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from schoolpolicy.model.base import Only
from schoolpolicy.model.vocabulary import Level
from schoolpolicy.reading.applies import Applies, leave_open
from schoolpolicy.reading.restrict import restrict
from tests.policies import (
    HILL,
    agreement,
    citation,
    contact,
    duty,
    policy,
    requirement,
    role,
    rule,
    statement,
    topic,
)

if TYPE_CHECKING:
    from schoolpolicy.model.policy import Policy
    from schoolpolicy.model.rule import Rule

OPTIONS = [
    {"value": True, "label": "All may"},
    {"value": "older", "label": "Older ones may"},
    {"value": False, "label": "Nobody may"},
]


def choice(name: str, **fields: Any) -> dict[str, Any]:
    given = {"question": f"What about {name}?", "why": "It matters.", "decided_by": "head"}
    return {"id": name, "options": OPTIONS, **given, **fields}


def whole(*rules: Rule, choices: dict[str, Any] | None = None, **fields: Any) -> Policy:
    asked = fields.pop("asked", (choice("byod"), choice("clubs")))
    answered = {**HILL, "choices": choices or {}}
    known = {
        "topics": (topic("phones"),),
        "citations": (citation("guidance"),),
        "requirements": (requirement("phones"),),
        "roles": (role("head"),),
    }
    complete = policy(*rules, choices=asked, school=answered, **{**known, **fields})
    return leave_open(restrict(complete, Applies.to(complete)))


def fits(only: dict[str, Any], **choices: Any) -> bool:
    return Applies.to(policy(choices=(choice("byod"),), school={**HILL, "choices": choices})).fits(
        Only.model_validate(only)
    )


@pytest.mark.parametrize(
    ("wanted", "answer", "holds"),
    [
        (True, True, True),
        (True, "older", False),
        ([True, "older"], True, True),
        ([True, "older"], "older", True),
        ([True, "older"], False, False),
        ("older", "undecided", True),
        ([True, "older"], "undecided", True),
    ],
)
def test_a_condition_names_one_answer_or_several(wanted: Any, answer: Any, *, holds: bool) -> None:
    assert fits({"choices": {"byod": wanted}}, byod=answer) is holds


def test_a_choice_that_nobody_answered_is_open() -> None:
    assert fits({"choices": {"byod": True}})


def test_a_choice_that_the_school_is_not_asked_is_no() -> None:
    """What holds in Wales only is no open question in England."""
    welsh = choice("hwb", only={"nations": ["wales"]})
    found = whole(
        asked=(welsh,), statements=(statement("log-on", only={"choices": {"hwb": True}}),)
    )
    assert found.statements == ()


@pytest.mark.parametrize(
    "against", [{"nations": ["wales"]}, {"phases": ["secondary"]}], ids=["nation", "phase"]
)
def test_it_goes_where_something_else_speaks_against_it(against: dict[str, Any]) -> None:
    assert not fits({"choices": {"byod": True}, **against})


def test_it_goes_where_another_choice_speaks_against_it() -> None:
    both = statement("both", only={"choices": {"byod": True, "clubs": True}})
    assert whole(statements=(both,), choices={"clubs": False}).statements == ()
    assert whole(statements=(both,), choices={"clubs": True}).statements


def test_a_record_tells_the_choices_that_it_waits_for_and_the_answers() -> None:
    found = whole(statements=(statement("lend", only={"choices": {"byod": [True, "older"]}}),))
    (waits,) = found.open_choices(found.statements[0])
    assert waits.choice.id == "byod"
    assert waits.answers == ("All may", "Older ones may")
    assert waits.others == ("Nobody may",)


def test_once_the_choice_is_made_a_record_waits_for_nothing() -> None:
    made = whole(
        statements=(statement("lend", only={"choices": {"byod": True}}),), choices={"byod": True}
    )
    assert made.open_choices(made.statements[0]) == ()


def test_what_is_open_covers_nothing() -> None:
    only = {"choices": {"byod": True}}
    found = whole(
        rule("phones", covers=["phones"], only=only),
        statements=(statement("lend", covers=["phones"], only=only),),
        agreements=(
            agreement("staff", {"id": "a", "text": "I do."}, covers=["phones"], only=only),
        ),
        roles=(role("head", duties=[duty("looks", covers=["phones"])], only=only),),
    )
    records = (*found.rules, *found.statements, *found.agreements, *found.roles[0].duties)
    assert [each.covers for each in records] == [()] * 4


def test_what_is_settled_covers_what_it_did() -> None:
    found = whole(
        statements=(statement("lend", covers=["phones"]),),
    )
    assert found.statements[0].covers == ("phones",)


def test_a_part_of_a_record_may_wait_alone() -> None:
    waiting = duty("waits", covers=["phones"], only={"choices": {"byod": True}})
    settled = duty("acts", covers=["phones"])
    (head,) = whole(roles=(role("head", duties=[waiting, settled]),)).roles
    assert [each.covers for each in head.duties] == [(), ("phones",)]


def test_a_rule_that_waits_is_undecided_and_says_nothing_else() -> None:
    given = rule(
        "phones",
        "with-permission",
        by=["head"],
        needs=[{"id": "form", "kind": "form", "text": "A signed form."}],
        plain="Ask first.",
        pupils={"ks2": "Ask a teacher."},
        instead="Borrow one.",
        only={"choices": {"byod": True}},
    )
    (found,) = whole(given).rules
    assert found.level is Level.UNDECIDED
    assert found.verdict == (Level.UNDECIDED, frozenset(), frozenset(), None)
    assert (found.needs, found.instead) == ((), None)
    assert found.plain == found.pupils.ks2 == "We have still to decide this."
    assert found.pupils.ks3_4 is None
    assert found.because == "Not decided yet: What about byod?"
    assert (found.who, found.thing) == (given.who, given.thing)


def test_rules_for_yes_and_for_no_do_not_disagree() -> None:
    found = whole(
        rule("may", "allowed", only={"choices": {"byod": True}}),
        rule("may-not", "not-allowed", only={"choices": {"byod": False}}),
    )
    assert len({each.verdict for each in found.rules}) == 1


def test_a_policy_without_open_choices_is_left_as_it_is() -> None:
    decided = policy(choices=(choice("byod"),), school={**HILL, "choices": {"byod": True}})
    assert leave_open(decided) is decided


def test_helplines_and_guidance_of_another_nation_are_left_out() -> None:
    found = whole(
        citations=(citation("guidance"), citation("welsh-guidance", nations=["wales"])),
        contacts=(contact("childline"), contact("meic", nations=["wales"])),
    )
    assert [each.id for each in found.citations] == ["guidance"]
    assert [each.id for each in found.contacts] == ["childline"]
