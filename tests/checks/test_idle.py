"""Rules that never decide anything."""

from __future__ import annotations

from schoolpolicy.checks.rules import check_rules
from tests.checks.support import placed
from tests.policies import policy, rule

EVERYONE = {"audience": "everyone"}
PARTS = [
    rule("calls", function="call"),
    rule("lessons", place="lessons"),
    rule("phones", who=EVERYONE),
    rule("pictures", function="photograph"),
    rule("smart", thing="smartphone"),
]
WATCHES = rule("watches", thing="watch", who=EVERYONE)


def said(*names: str) -> list[str]:
    firm = rule(names[0], who=EVERYONE, firm=True)
    whole = policy(firm, WATCHES, *(each for each in PARTS if each.id in names))
    return [str(each) for each in check_rules(whole, placed(whole))]


def test_many_rules_of_the_model_that_are_idle_because_of_one_of_the_school_are_told_there() -> (
    None
):
    assert said("own-firm", *(each.id for each in PARTS)) == [
        'schools/hill/rules.yml:1:3: Because of the rule "own-firm", 5 others never decide '
        'anything: "calls", "lessons", "phones" and 2 more. Remove these if that is meant; '
        'else make this one more particular, or delete "firm" if it has that.'
    ]


def test_a_few_are_told_one_by_one_and_name_the_firm_rule_first() -> None:
    lines = said("own-firm", "calls", "lessons", "phones")
    assert len(lines) == 3
    assert lines[0] == (
        'data/rules.yml:3:3: The rule "calls" never decides anything: other rules come before it '
        "everywhere (own-firm). Remove it, or make it more particular than they are."
    )
    assert "(own-firm, calls, lessons)" in lines[2]


def test_rules_of_the_model_that_keep_each_other_idle_are_told_one_by_one() -> None:
    assert len(said("firm", *(each.id for each in PARTS))) == 5


def test_idle_rules_of_the_school_itself_are_told_with_them() -> None:
    firm = rule("own-firm", who=EVERYONE, firm=True)
    breaks = rule("own-break", time="break")
    whole = policy(firm, WATCHES, *PARTS, breaks)
    (line,) = (str(each) for each in check_rules(whole, placed(whole)))
    assert 'Because of the rule "own-firm", 6 others never decide anything:' in line
