"""The rule book against a slow and obvious second way to answer, on rule sets made at random."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from schoolpolicy.model.vocabulary import Audience, Function
from schoolpolicy.rules.answer import Question, RuleBook
from tests.policies import policy, rule

if TYPE_CHECKING:
    from schoolpolicy.model.rule import Rule

WITHIN = {
    "thing": {"phone": {"phone", "smartphone"}, "smartphone": {"smartphone"}, "watch": {"watch"}},
    "place": {
        "anywhere": {"anywhere", "school", "lessons"},
        "school": {"school", "lessons"},
        "lessons": {"lessons"},
    },
    "time": {"any-time": {"any-time", "break"}, "break": {"break"}},
    "function": {"any": {"any", "call", "photograph"}, "call": {"call"}},
}
"""For each dimension, which names a rule's own name stands for."""
# Everybody is more than all the years that are taught: a key stage is named more exactly.
COHORTS = {(): {"y5", "y6", "anybody"}, ("ks2",): {"y5", "y6"}, ("y5",): {"y5"}, ("y6",): {"y6"}}

rules = st.builds(
    lambda number, cohorts, thing, place, time, function, level: rule(
        f"rule-{number}",
        level,
        who={"audience": "pupils", "cohorts": list(cohorts)},
        thing=thing,
        place=place,
        time=time,
        function=function,
    ),
    st.integers(0, 999),
    st.sampled_from(sorted(COHORTS)),
    *(st.sampled_from(sorted(WITHIN[name])) for name in ("thing", "place", "time", "function")),
    st.sampled_from(["allowed", "not-allowed", "must"]),
)
rule_sets = st.lists(rules, max_size=7, unique_by=lambda each: each.id)


def scope(one: Rule) -> set[tuple[str, ...]]:
    """Return every single question that a rule speaks to."""
    return set(
        product(
            COHORTS[one.who.cohorts],
            WITHIN["thing"][one.thing],
            WITHIN["place"][one.place],
            WITHIN["time"][one.time],
            WITHIN["function"][one.function.value],
        )
    )


def obvious(some: list[Rule], asked: tuple[str, ...]) -> set[str]:
    """Return the ids of the rules for a question whose scope holds no smaller one's."""
    covering = {each.id: scope(each) for each in some if asked in scope(each)}
    return {
        name
        for name, mine in covering.items()
        if not any(theirs < mine for theirs in covering.values())
    }


@settings(max_examples=150, deadline=None)
@given(rule_sets)
def test_both_ways_find_the_same_rules_for_every_question(some: list[Rule]) -> None:
    book = RuleBook(policy(*some))
    for asked in product(
        ("y5", "y6"),
        WITHIN["thing"],
        WITHIN["place"],
        WITHIN["time"],
        ("any", "call", "photograph"),
    ):
        cohort, thing, place, time, function = asked
        question = Question(Audience.PUPILS, cohort, thing, Function(function), place, time)
        assert {each.id for each in book.answer(question).rules} == obvious(some, asked)


@settings(max_examples=50, deadline=None)
@given(rule_sets, st.randoms(use_true_random=False))
def test_the_order_of_rules_never_matters(some: list[Rule], random: object) -> None:
    shuffled = list(some)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    question = Question(Audience.PUPILS, "y6", "smartphone", Function.CALL, "lessons", "break")
    one, other = RuleBook(policy(*some)), RuleBook(policy(*shuffled))
    assert one.answer(question) == other.answer(question)
