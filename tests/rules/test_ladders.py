"""Which ladder of responses follows a broken rule."""

from __future__ import annotations

from typing import TYPE_CHECKING

from schoolpolicy.model.vocabulary import Audience, Function
from schoolpolicy.rules.answer import RuleBook
from schoolpolicy.rules.ladders import Ladders
from schoolpolicy.rules.people import Person
from schoolpolicy.rules.space import Question
from tests.policies import activity, policy, response, thing

if TYPE_CHECKING:
    from schoolpolicy.model.response import Response
    from schoolpolicy.rules.space import Use

STAFF = Person(Audience.STAFF)
YEAR_6 = {"audience": "pupils", "cohorts": ["y6"]}
CAMERA = thing("camera", "phone").model_copy(
    update={"functions": (Function.PHOTOGRAPH, Function.CARRY)}
)


def ladders(*responses: Response) -> Ladders:
    things = (thing("phone"), thing("smartphone", "phone"), thing("watch"), CAMERA)
    found = policy(responses=responses, things=things, activities=(activity("hacking"),))
    return Ladders(RuleBook(found))


def pupil(thing: str, year: str = "y5", function: Function = Function.ANY) -> Question:
    return Question(Person(Audience.PUPILS, frozenset({year})), thing, function)


def names(found: Ladders, question: Question) -> list[str]:
    return [each.id for each in found.responses(question)]


def test_a_ladder_answers_for_its_things_and_what_lies_within_them() -> None:
    found = ladders(response("phones"))
    assert names(found, pupil("phone")) == ["phones"]
    assert names(found, pupil("smartphone")) == ["phones"]
    assert names(found, pupil("watch")) == []


def test_it_answers_for_its_people_only() -> None:
    assert names(ladders(response("phones")), Question(STAFF, "phone")) == []


def test_it_answers_wherever_and_whenever_it_happens() -> None:
    person = Person(Audience.PUPILS, frozenset({"y5"}))
    question = Question(person, "phone", place="lessons", time="break")
    assert names(ladders(response("phones")), question) == ["phones"]


def test_a_ladder_that_names_the_thing_comes_before_one_for_what_it_lies_within() -> None:
    found = ladders(response("all"), response("smart", about=["smartphone"]))
    assert names(found, pupil("smartphone")) == ["smart"]
    assert names(found, pupil("phone")) == ["all"]


def test_each_thing_of_a_ladder_counts_by_itself() -> None:
    # Together the things of the second lie within nothing of the first.
    found = ladders(response("all"), response("smart", about=["smartphone", "hacking"]))
    assert names(found, pupil("smartphone")) == ["smart"]
    assert names(found, pupil("hacking")) == ["smart"]


def test_a_ladder_for_some_people_comes_before_one_for_more() -> None:
    found = ladders(response("all"), response("older", who=YEAR_6))
    assert names(found, pupil("phone", "y6")) == ["older"]
    assert names(found, pupil("phone", "y5")) == ["all"]


def test_two_for_the_same_are_both_returned() -> None:
    assert names(ladders(response("one"), response("two")), pupil("phone")) == ["one", "two"]


def test_fewer_people_do_not_outweigh_fewer_things() -> None:
    found = ladders(response("older", who=YEAR_6), response("smart", about=["smartphone"]))
    assert names(found, pupil("smartphone", "y6")) == ["older", "smart"]


def test_a_ladder_may_be_for_some_uses_only() -> None:
    found = ladders(response("all"), response("pictures", functions=["photograph"]))
    assert names(found, pupil("camera", function=Function.PHOTOGRAPH)) == ["pictures"]
    assert names(found, pupil("camera", function=Function.CARRY)) == ["all"]


def test_uses_do_not_narrow_what_has_none() -> None:
    found = ladders(response("pictures", about=["hacking"], functions=["photograph"]))
    assert names(found, pupil("hacking")) == ["pictures"]


def test_a_ladder_that_only_counts_others_answers_for_nothing() -> None:
    found = ladders(response("phones"), response("again", about=[], counts=["phones"]))
    assert names(found, pupil("phone")) == ["phones"]


def test_everybody_in_the_school_and_every_use_is_covered_once() -> None:
    responses = (response("all"), response("older", who=YEAR_6, about=["smartphone"]))
    book = RuleBook(policy(responses=responses))
    found = Ladders(book)
    seen: dict[tuple[Person, Use], list[str]] = {}
    for part in found.covered():
        for person in book.people.among(part.people):
            for number, use in enumerate(book.space.uses):
                if part.uses >> number & 1:
                    assert (person, use) not in seen
                    seen[person, use] = [each.id for each in part.responses]
    assert seen == {
        (person, use): names(found, Question(person, *use))
        for person in book.people.present
        for use in book.space.uses
    }
