"""What the picker looks up: the answer to every question, as the rules give it."""

from __future__ import annotations

import json
import random
from typing import TYPE_CHECKING, Any

from schoolpolicy.model.vocabulary import Audience, Function
from schoolpolicy.publish.views.answer_words import answer_sentence
from schoolpolicy.publish.views.can_i import Answers
from schoolpolicy.publish.views.phrases import capital
from schoolpolicy.publish.views.picker import Picker, picker
from schoolpolicy.publish.views.picker_lists import CHILD
from schoolpolicy.publish.views.picker_rules import RULE
from schoolpolicy.publish.views.use_words import fill
from schoolpolicy.rules.answer import RuleBook
from schoolpolicy.rules.space import Question
from tests.policies import activity, oakfield, policy, response, rule, thing

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
    row = data["rows"][data["uses"][question.thing][question.function][0]]
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
    names, activity = data["things"][question.thing]
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


def ladder_of(data: dict[str, Any], question: Question) -> str | None:
    """Return the address of the ladder that the picker finds for a question."""
    asks = data["people"].index([question.person.audience, *sorted(question.person.cohorts)])
    _, row = data["uses"][question.thing][question.function]
    number = data["after"][row][asks]
    return None if number < 0 else str(data["ladders"][number][2])


def test_each_use_has_its_own_ladder() -> None:
    whole = oakfield()
    answers = Answers(RuleBook(whole))
    data = made(whole).data
    for use in answers.space.uses:
        for person in answers.book.people.present:
            question = Question(person, *use)
            (right, *_) = (*answers.ladders.responses(question), None)
            link = f"responses.html#{right.id}" if right else None
            assert ladder_of(data, question) == link, question


def test_photos_may_have_another_ladder_than_the_rest() -> None:
    pictures = response("pictures", functions=["photograph"])
    found = small(rule("r"), responses=(response("phones"), pictures))
    person = RuleBook(policy()).people.present[0]
    asked = [Question(person, "phone", each) for each in (Function.ANY, Function.PHOTOGRAPH)]
    assert [ladder_of(found.data, each) for each in asked] == [
        "responses.html#phones",
        "responses.html#pictures",
    ]


def test_a_rule_that_says_the_same_at_all_times_has_no_moments() -> None:
    off = rule("off", "set-times", at=["break"], plain="Wi-fi is on at break.")
    off = off.model_validate({k: v for k, v in off.model_dump().items() if k != "who"})
    (told,) = small(off).data["rules"]
    found = dict(zip(RULE, told, strict=False))
    assert isinstance(found["says"], int)
    assert not found.get("moments")


def test_a_rule_that_ends_says_until_when_it_holds() -> None:
    found = small(rule("r", effective_until="2027-02-12"))
    told = dict(zip(RULE, found.data["rules"][0], strict=False))
    assert [found.data["texts"][each] for each in told["until"]] == [
        "This holds until 12 February 2027."
    ]


def test_what_is_needed_first_stands_by_itself() -> None:
    form = {"id": "form", "kind": "form", "text": "A signed form."}
    found = small(rule("r", "allowed", needs=[form], condition="Off."))
    told = dict(zip(RULE, found.data["rules"][0], strict=False))
    texts = found.data["texts"]
    assert [texts[each] for each in told["needs"]] == ["A signed form."]
    assert [texts[each] for each in told["more"]] == ["Off."]


def test_the_youngest_are_not_offered_what_is_not_written_for_them() -> None:
    everyone = {"audience": "everyone"}
    found = small(
        rule("r"),
        rule("hacking", thing="hacking", who=everyone),
        rule("games", thing="games", who=everyone, pupils={"eyfs_ks1": "Play with us."}),
        rule("staff", thing="games", who={"audience": "staff"}),
        activities=(activity("hacking"), activity("games")),
    )
    offered = {each.id: each.not_for for group in found.things for each in group.choices}
    assert (offered["hacking"], offered["games"], offered["phone"]) == ("eyfs-ks1", "", "")
