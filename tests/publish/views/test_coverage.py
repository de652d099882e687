"""Where the policy answers what law and guidance ask."""

from __future__ import annotations

from typing import Any

from schoolpolicy.model.vocabulary import Strength
from schoolpolicy.publish.views.coverage import STRENGTHS, coverage
from schoolpolicy.publish.views.sheets import Mention
from tests.policies import (
    agreement,
    duty,
    incident,
    oakfield,
    policy,
    requirement,
    role,
    rule,
    statement,
    topic,
)

ASKED: dict[str, Any] = {"covers": ("phone-free",)}
HILL = policy(
    rule("phones", **ASKED),
    rule("watches", thing="watch", **ASKED),
    rule("staff", who={"audience": "staff"}, **ASKED),
    requirements=(requirement("phone-free"), requirement("unanswered")),
    topics=(topic("phones"),),
    statements=(statement("lock", **ASKED), statement("off", **ASKED), statement("other")),
    roles=(role("head", title="headteacher", duties=[duty("head-checks", **ASKED)]),),
    incidents=(incident("bullying", **ASKED),),
    agreements=(agreement("parents", {"id": "a", "text": "I agree."}, title="promises", **ASKED),),
)


def test_a_requirement_lists_what_answers_it_each_answer_once() -> None:
    (asked, answers), _ = coverage(HILL)
    assert asked.id == "phone-free"
    assert answers == (
        Mention("statements", "lock", "Policy: Phones"),
        Mention("duties", "head-checks", "Duties: headteacher"),
        Mention("rules", "phones", "Rules for pupils"),
        Mention("rules", "staff", "Rules for staff"),
        Mention("incidents", "bullying", "What to do: Someone does bullying"),
        Mention("agreements", "parents", "Promises"),
    )


def test_a_requirement_that_nothing_answers_is_shown_without_an_answer() -> None:
    _, (asked, answers) = coverage(HILL)
    assert (asked.id, answers) == ("unanswered", ())


def test_every_strength_has_words() -> None:
    assert list(STRENGTHS) == list(Strength)


def test_oakfield_answers_every_requirement() -> None:
    assert [asked.id for asked, answers in coverage(oakfield()) if not answers] == []
