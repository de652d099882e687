"""The engine against a slow and obvious second one, on rule sets made at random.

The second one knows nothing of bits, trees or regions: a rule is the set of all single
questions that it speaks to, written out.
"""

from __future__ import annotations

import datetime as dt
from itertools import product
from typing import TYPE_CHECKING, Any, NamedTuple

from hypothesis import given, settings
from hypothesis import strategies as st

from schoolpolicy.model.vocabulary import Audience, Function, Level
from schoolpolicy.rules.answer import Answer, RuleBook
from schoolpolicy.rules.people import Person
from schoolpolicy.rules.space import Question, bits
from schoolpolicy.rules.survey import periods, survey, winners
from tests.policies import policy, rule

if TYPE_CHECKING:
    from random import Random

    from schoolpolicy.model.policy import Policy
    from schoolpolicy.model.rule import Rule
    from schoolpolicy.rules.survey import Region

COHORTS = (
    {"id": "ks2", "title": "Years 3 to 6", "audience": "pupils"},
    {"id": "y5", "title": "Year 5", "audience": "pupils", "within": "ks2"},
    {"id": "y6", "title": "Year 6", "audience": "pupils", "within": "ks2"},
    {"id": "y7", "title": "Year 7", "audience": "pupils"},
    {"id": "house", "title": "House", "audience": "pupils", "kind": "boarding"},
)
ZONES = (
    {
        "id": "green",
        "title": "Green zone",
        "plain": "Lessons at break, and corridors.",
        "areas": [{"places": ["lessons"], "times": ["break"]}, {"places": ["corridors"]}],
        "who": {"audience": ["pupils", "staff"]},
    },
)
PLACES = (
    {"id": "anywhere", "title": "Anywhere"},
    {"id": "school", "title": "School", "within": "anywhere"},
    {"id": "lessons", "title": "Lessons", "within": "school"},
    {"id": "corridors", "title": "Corridors", "within": "school"},
)
EVENTS = (
    {"id": "trip", "title": "On a trip"},
    {"id": "night-trip", "title": "On an overnight trip", "within": "trip"},
)
RESTRICTIONS = (
    {
        "id": "phone-ban",
        "title": "On a phone agreement",
        "text": "No phone for a while.",
        "who": {"audience": "pupils"},
        "decided_by": "head",
        "review": "1 week",
        "at_most": {"school_days": 5},
        "log": "In the log.",
    },
)
FIELDS = {
    "places": PLACES,
    "cohorts": COHORTS,
    "zones": ZONES,
    "events": EVENTS,
    "restrictions": RESTRICTIONS,
}

# What each name stands for, written out by hand.
YEARS = {"ks2": {"y5", "y6"}, "y5": {"y5"}, "y6": {"y6"}, "y7": {"y7"}}
NO_YEAR, NO_HOUSE = "no year", "no house"
AUDIENCES = {
    "pupils": {"pupils"},
    "staff": {"staff"},
    "everyone": {each.value for each in Audience},
}
THINGS = {"phone": {"phone", "smartphone"}, "smartphone": {"smartphone"}, "watch": {"watch"}}
FUNCTIONS = {"any": {"any", "call", "photograph"}, "call": {"call"}, "photograph": {"photograph"}}
WITHIN_PLACE = {
    "anywhere": {"anywhere", "school", "lessons", "corridors"},
    "school": {"school", "lessons", "corridors"},
    "lessons": {"lessons"},
    "corridors": {"corridors"},
}
WITHIN_TIME = {"any-time": {"any-time", "break"}, "break": {"break"}}
GREEN = {("lessons", "break"), ("corridors", "any-time"), ("corridors", "break")}
OCCASIONS = {
    None: {None, "trip", "night-trip", "phone-ban"},
    "trip": {"trip", "night-trip"},
    "night-trip": {"night-trip"},
    "phone-ban": {"phone-ban"},
}
DAY = dt.date(2026, 11, 22)


class Asked(NamedTuple):
    audience: str
    year: str
    house: str
    thing: str
    function: str
    place: str
    time: str
    occasion: str | None


EVERYBODY = [
    *product(["pupils"], ["y5", "y6", "y7", NO_YEAR], ["house", NO_HOUSE]),
    *product([each.value for each in Audience if each.value != "pupils"], [NO_YEAR], [NO_HOUSE]),
]
"""All people that rules can speak of. Those without a year make a rule for all the years
by name less than one for all pupils."""
PRESENT = [each for each in EVERYBODY if each[0] != "pupils" or each[1] in {"y5", "y6"}]
"""The people of Hill School: it teaches Years 5 and 6, and has a house."""


def spoken_to(one: Rule) -> set[Asked]:
    """Return every single question that a rule speaks to."""
    audiences = {each.value for each in one.who.audience}
    years = [YEARS[name] for name in one.who.cohorts if name in YEARS]
    in_house = "house" in one.who.cohorts
    occasion = one.restriction or one.event
    found = set()
    for person in EVERYBODY:
        audience, year, house = person
        if audience not in audiences:
            continue
        if years and not any(year in each for each in years):
            continue
        if in_house and house == NO_HOUSE:
            continue
        if one.zone and audience not in {"pupils", "staff"}:
            continue
        for thing, function, place, time, when in product(
            THINGS[one.thing],
            set().union(*(FUNCTIONS[each.value] for each in one.function)),
            WITHIN_PLACE[one.place],
            WITHIN_TIME[one.time],
            OCCASIONS[occasion],
        ):
            if one.zone and (place, time) not in GREEN:
                continue
            found.add(Asked(audience, year, house, thing, function, place, time, when))
    return found


def holds(one: Rule, day: dt.date) -> bool:
    return not (
        (one.effective_from and day < one.effective_from)
        or (one.effective_until and day > one.effective_until)
    )


def obvious(some: list[Rule], day: dt.date) -> dict[Asked, set[str]]:
    """Return, for every question, the ids of the rules that win."""
    said = {one.id: (one, spoken_to(one)) for one in some if holds(one, day)}
    smaller = {
        (one, other): mine < theirs
        for one, (_, mine) in said.items()
        for other, (_, theirs) in said.items()
    }
    found = {}
    for asked in QUESTIONS:
        covering = {name: one for name, (one, mine) in said.items() if asked in mine}
        for special in ("firm", "restriction", "event"):
            chosen = {name: one for name, one in covering.items() if getattr(one, special)}
            if chosen:
                covering = chosen
                break
        found[asked] = {
            name for name in covering if not any(smaller[other, name] for other in covering)
        }
    return found


# In each list the general comes first and is drawn most often, so that rules meet.
SPECIAL: list[dict[str, str]] = [
    {},
    {"event": "trip"},
    {"restriction": "phone-ban"},
    {"event": "night-trip"},
]
COHORT_CHOICES = [[], ["ks2"], ["y5", "y6"], ["y5"], ["y6", "house"], ["house"]]
BEGINNINGS = [None, dt.date(2026, 10, 1), dt.date(2026, 12, 1)]
ENDS = [None, dt.date(2026, 12, 31), DAY, dt.date(2026, 12, 1)]


@st.composite
def rule_sets(draw: st.DrawFn) -> list[Rule]:
    """Draw some rules about few things."""

    def one_of(choices: list[Any]) -> Any:
        return draw(st.sampled_from([choices[0]] * len(choices) + choices[1:]))

    found = []
    for number in range(draw(st.integers(2, 7))):
        first, last = one_of(BEGINNINGS), one_of(ENDS)
        fields = {
            "thing": one_of(["phone", "smartphone", "watch"]),
            "function": one_of(["any", "call", "photograph", ["call", "photograph"]]),
            "place": one_of(["anywhere", "school", "lessons", "corridors"]),
            "time": one_of(["any-time", "break"]),
            "zone": one_of([None, "green"]),
            "effective_from": first,
            "effective_until": None if first and last and last < first else last,
            "firm": one_of([False, False, True]),
            **one_of(SPECIAL),
        }
        who = {
            "audience": one_of(["pupils", "staff", "everyone"]),
            "cohorts": one_of(COHORT_CHOICES),
        }
        level = draw(st.sampled_from(["allowed", "not-allowed", "must"]))
        found.append(rule(f"rule-{number}", level, who=who, **fields))
    return found


def hill(some: list[Rule]) -> Policy:
    whole = policy(*some, **FIELDS)
    school = whole.school.model_copy(update={"cohorts": ("y5", "y6", "house")})
    return whole.model_copy(update={"school": school})


def every_question() -> list[Asked]:
    return [
        Asked(*person, thing, function, place, time, occasion)
        for person in PRESENT
        for thing in THINGS
        for function in FUNCTIONS
        for place in WITHIN_PLACE
        for time in WITHIN_TIME
        for occasion in OCCASIONS
        if thing != "watch" or function == "any"  # nobody calls with a watch here
    ]


QUESTIONS = every_question()


def as_question(asked: Asked) -> Question:
    cohorts = frozenset({asked.year, asked.house} - {NO_YEAR, NO_HOUSE})
    person = Person(Audience(asked.audience), cohorts)
    return Question(
        person, asked.thing, Function(asked.function), asked.place, asked.time, asked.occasion
    )


def by_question(book: RuleBook, regions: list[Region]) -> dict[Question, Answer]:
    """Write out every question of every region; no question may be in two."""
    space, found = book.space, {}
    for region in regions:
        for person in space.people.among(region.scope.people):
            for use in bits(region.scope.uses):
                for setting in bits(region.scope.settings):
                    asked = Question(person, *space.uses[use], *space.settings[setting])
                    assert asked not in found
                    found[asked] = region.answer
    return found


def ids(answer: Answer) -> set[str]:
    return {each.id for each in answer.rules}


@settings(max_examples=40, deadline=None)
@given(rule_sets())
def test_both_ways_find_the_same_rules_for_every_question(some: list[Rule]) -> None:
    book = RuleBook(hill(some))
    for asked, wanted in obvious(some, DAY).items():
        assert ids(book.answer(as_question(asked))) == wanted, asked


@settings(max_examples=25, deadline=None)
@given(rule_sets())
def test_the_survey_holds_every_question_once_with_the_answer_of_asking_it(
    some: list[Rule],
) -> None:
    book = RuleBook(hill(some))
    found = by_question(book, survey(book))
    assert set(found) == {as_question(asked) for asked in QUESTIONS}
    for question, answer in found.items():
        assert ids(answer) == ids(book.answer(question))


@settings(max_examples=8, deadline=None)
@given(rule_sets(), st.integers(0, 70))
def test_on_every_day_the_answer_is_that_of_the_period_it_lies_in(
    some: list[Rule], after: int
) -> None:
    whole, day = hill(some), DAY + dt.timedelta(days=after)
    begins = periods(whole)
    assert begins[0] == DAY
    book = RuleBook(whole, max(each for each in begins if each <= day))
    for asked, wanted in obvious(some, day).items():
        assert ids(book.answer(as_question(asked))) == wanted


@settings(max_examples=50, deadline=None)
@given(rule_sets(), st.randoms(use_true_random=False))
def test_the_order_of_rules_never_matters(some: list[Rule], chance: Random) -> None:
    shuffled = list(some)
    chance.shuffle(shuffled)
    one, other = (
        {(each.scope, tuple(sorted(ids(each.answer)))) for each in survey(RuleBook(hill(rules)))}
        for rules in (some, shuffled)
    )
    assert one == other


@settings(max_examples=50, deadline=None)
@given(rule_sets())
def test_the_rule_shown_is_the_strictest_of_those_that_win(some: list[Rule]) -> None:
    order = list(Level)
    for region in survey(RuleBook(hill(some))):
        shown = region.answer.rule
        if shown is None:
            assert region.answer.is_gap
        else:
            assert order.index(shown.level) == max(
                order.index(each.level) for each in region.answer.rules
            )


@settings(max_examples=40, deadline=None)
@given(rule_sets(), st.integers(0, 6))
def test_a_rule_that_wins_nowhere_can_go_without_a_trace(some: list[Rule], pick: int) -> None:
    book = RuleBook(hill(some))
    regions = survey(book)
    idle = [each for each in book.rules if each.id not in winners(regions)]
    if not idle:
        return
    gone = idle[pick % len(idle)].id
    fewer = RuleBook(hill([each for each in some if each.id != gone]))
    before, after = by_question(book, regions), by_question(fewer, survey(fewer))
    assert {key: ids(each) for key, each in before.items()} == {
        key: ids(each) for key, each in after.items()
    }
