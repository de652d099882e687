"""What the picker looks up: the answer to every question, as the rules give it."""

from __future__ import annotations

import json
import random
from typing import TYPE_CHECKING, Any

from schoolpolicy.model.vocabulary import Audience, Function
from schoolpolicy.publish.views.answer_words import answer_sentence, fill
from schoolpolicy.publish.views.can_i import Answers
from schoolpolicy.publish.views.phrases import capital
from schoolpolicy.publish.views.picker import CHILD, RULE, Picker, picker
from schoolpolicy.rules.answer import RuleBook
from schoolpolicy.rules.space import Question
from tests.policies import oakfield, policy, rule, thing

if TYPE_CHECKING:
    from schoolpolicy.model.policy import Policy
    from schoolpolicy.model.rule import Rule


def made(whole: Policy) -> Picker:
    return picker(Answers(RuleBook(whole)), lambda name: f"responses.html#{name}")


def at(runs: list[int], position: int) -> int:
    """Return the value at a place of a list written as runs."""
    spread = [
        value for value, length in zip(runs[::2], runs[1::2], strict=True) for _ in range(length)
    ]
    return spread[position]


def looked_up(data: dict[str, Any], question: Question) -> dict[str, Any] | None:
    """Return the rule that the picker finds for a question, with its fields by name."""
    asks = data["people"].index([question.person.audience, *sorted(question.person.cohorts)])
    occasions, places, times = data["sides"]
    row = data["rows"][data["uses"][question.thing][question.function]]
    block = data["blocks"][at(data["lines"][row[asks]], occasions.index(question.occasion or ""))]
    number = at(block, places.index(question.place) * len(times) + times.index(question.time))
    return None if number < 0 else dict(zip(RULE, data["rules"][number], strict=False))


def sample(whole: Policy, count: int) -> list[Question]:
    """Return some of all questions of a school, the same ones each time."""
    space = Answers(RuleBook(whole)).space
    chance = random.Random(7)  # noqa: S311 - which questions are asked is no secret
    found = []
    for _ in range(count):
        use, setting = chance.choice(space.uses), chance.choice(space.settings)
        person = chance.choice(space.people.present)
        found.append(Question(person, use.thing, use.function, *setting))
    return found


def test_it_finds_the_rule_that_the_engine_finds() -> None:
    whole = oakfield()
    book, data = RuleBook(whole), json.loads(json.dumps(made(whole).data))
    for question in sample(whole, 3000):
        found, right = looked_up(data, question), book.answer(question).rule
        assert (found and found["id"]) == (right and right.id), question


def test_its_patterns_make_the_same_sentences() -> None:
    whole = oakfield()
    book, data = RuleBook(whole), json.loads(json.dumps(made(whole).data))
    for question in sample(whole, 1500):
        found, right = looked_up(data, question), book.answer(question).rule
        assert found
        said = answer_sentence(whole, question, right)
        assert sentence(data, found, question) == said


def sentence(data: dict[str, Any], found: dict[str, Any], question: Question) -> str:
    """Return the sentence, put together from the picker's pieces."""
    occasions, places, times = data["sides"]
    names, _, activity = data["things"][question.thing]
    where = data["brought" if question.function is Function.BRING else "places"]
    doing = data["activity"] if activity else data["do"][question.function]
    says = found["says"] if isinstance(found["says"], list) else [found["says"]]
    moment = (found.get("moments") or [0] * len(times))[times.index(question.time)]
    adult = question.person.audience is not Audience.PUPILS and len(says) > 1
    pattern = data["patterns"][says[moment + 1] if moment else says[int(adult)]]
    return fill(
        pattern,
        {
            "who": "you",
            "Who": capital("you"),
            "do": fill(doing, {"thing": names[0]}),
            "where": where[places.index(question.place)]
            + data["times"][times.index(question.time)]
            + data["occasions"][occasions.index(question.occasion or "")],
        },
    )


def test_it_stays_small() -> None:
    text = json.dumps(made(oakfield()).data, separators=(",", ":"), ensure_ascii=False)
    assert len(text.encode()) < 130_000


def small(*rules: Rule, **fields: Any) -> Picker:
    return made(policy(*rules, **fields))


def test_a_parent_may_ask_for_a_child_of_each_year() -> None:
    found = small(rule("r"))
    assert [each.id for each in found.who][:3] == [Audience.PUPILS, CHILD, Audience.PARENTS]
    (years,) = found.kinds
    assert (years.title, years.audience, years.asked) == ("Year", Audience.PUPILS, True)
    assert [each.title for each in years.choices] == ["Year 5", "Year 6"]


def test_those_in_no_group_come_first_and_are_chosen() -> None:
    house = {"audience": "staff", "kind": "staff-team"}
    found = small(
        rule("r"),
        cohorts=(*policy().cohorts, {"id": "office", "title": "Office staff", **house}),
        school={**policy().school.model_dump(), "cohorts": ["y5", "y6", "office"]},
    )
    team = found.kinds[1]
    assert (team.title, team.asked) == ("Staff team", False)
    assert [each.id for each in team.choices] == ["", "office"]


def test_only_what_some_thing_is_made_for_can_be_asked() -> None:
    phone = thing("phone").model_copy(update={"functions": (Function.CALL,)})
    found = small(rule("r"), things=(phone,))
    assert [(each.id, each.title) for each in found.functions] == [
        ("any", "Use it"),
        ("call", "Make calls with it"),
    ]
    assert set(found.data["uses"]["phone"]) == {"any", "call"}


def test_a_thing_is_found_by_everyday_words() -> None:
    phone = thing("phone").model_copy(update={"keywords": ("iphone", "handset")})
    (group,) = small(rule("r"), things=(phone,)).things
    assert [(each.title, each.keywords) for each in group.choices] == [
        ("Phone", "phone iphone handset")
    ]


def test_a_question_without_a_rule_has_none() -> None:
    found = small(rule("r", place="lessons"))
    data = found.data
    staff = next(each for each in RuleBook(policy()).people.present if each.audience == "staff")
    assert looked_up(data, Question(staff, "phone")) is None
    assert data["none"]


def test_a_time_says_when_it_is() -> None:
    times = (
        {"id": "any-time", "title": "At any time"},
        {
            "id": "break",
            "title": "At break",
            "within": "any-time",
            "starts": "10:30",
            "ends": "10:45",
        },
    )
    found = small(rule("r"), times=times)
    assert [each.title for each in found.times] == [
        "At any time",
        "At break (10:30am to 10:45am)",
    ]
