"""Every question has one answer, and no rule is idle."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from schoolpolicy.checks.rules import check_rules
from schoolpolicy.model.finding import Place, Severity
from tests.checks.support import placed
from tests.policies import policy, rule

if TYPE_CHECKING:
    from schoolpolicy.model.finding import Finding
    from schoolpolicy.model.rule import Rule

EVERYONE = {"audience": "everyone"}
EVENT = {"id": "exam", "title": "During an exam"}


def found(*rules: Rule, **fields: Any) -> list[Finding]:
    """Check rules that stand in one file, the first on line 1, the next on line 2."""
    others = (rule("other-things", thing="watch", who=EVERYONE),)
    whole = policy(*rules, *others, **fields)
    places = {
        ("rules", each.id): Place(file="data/rules.yml", line=line, column=3)
        for line, each in enumerate(whole.rules, 1)
    }
    for subject in ("things", "activities"):
        for line, each in enumerate(getattr(whole, subject), 1):
            places[subject, each.id] = Place(file=f"data/{subject}.yml", line=line, column=3)
    return list(check_rules(whole, places))


def said(*rules: Rule, **fields: Any) -> list[str]:
    return [str(each) for each in found(*rules, **fields)]


def test_a_rule_for_each_question_is_silent() -> None:
    assert said(rule("general", who=EVERYONE)) == []


def test_questions_without_an_answer_are_a_gap_that_names_the_thing_and_for_whom() -> None:
    assert said(rule("pupils-only"), rule("staff", who={"audience": ["staff", "parents"]})) == [
        f"data/things.yml:{line}:3: No rule for governors, volunteers, visitors and community "
        f'answers {count} questions about "{thing}", such as: using {thing}, anywhere '
        "(governors). Add a rule for this thing, or for what it lies within, with the audience "
        "governors, volunteers, visitors and community."
        for line, thing, count in ((1, "phone", 72), (2, "smartphone", 72))
    ]


def test_one_question_without_an_answer_among_thousands_is_found() -> None:
    rules = [
        rule("adults", who={"audience": "adults"}),
        rule("y5", who={"audience": "pupils", "cohorts": ["y5"]}),
        rule("y6-school", who={"audience": "pupils", "cohorts": ["y6"]}, place="school"),
        rule("y6-break", who={"audience": "pupils", "cohorts": ["y6"]}, time="break"),
        rule("y6-call", who={"audience": "pupils", "cohorts": ["y6"]}, function="call"),
        rule("y6-photo", who={"audience": "pupils", "cohorts": ["y6"]}, function="photograph"),
        rule("y6-smart", who={"audience": "pupils", "cohorts": ["y6"]}, thing="smartphone"),
    ]
    assert said(*rules) == [
        'data/things.yml:1:3: No rule for pupils answers 1 question about "phone", such as: '
        "using phone, anywhere (Year 6). Add a rule for this thing, or for what it lies within, "
        "with the audience pupils."
    ]


def test_an_activity_without_a_rule_is_a_gap_too() -> None:
    fields = {"title": "Gambling online", "group": "Never", "explain": "Betting."}
    lines = said(rule("general", who=EVERYONE), activities=({"id": "gambling", **fields},))
    assert len(lines) == 1
    assert lines[0].startswith("data/activities.yml:1:3: No rule for pupils, parents, staff, ")
    assert 'about "gambling", such as: gambling online, anywhere (Year 5).' in lines[0]


def test_two_rules_that_disagree_are_named_with_their_lines_and_a_question() -> None:
    rules = [
        rule("general", who=EVERYONE),
        rule("by-place", place="lessons", who=EVERYONE),
        rule("by-time", "allowed", time="break"),
    ]
    assert said(*rules) == [
        'data/rules.yml:2:3: The rules "by-place" and "by-time" (data/rules.yml, line 3) '
        "disagree on 12 questions, such as: using phone, lessons, break (Year 5). "
        "Make one of them more particular, or let both say the same; or write a third rule that "
        'is within both; or write "firm: true" in the one that is to come first.'
    ]


def test_two_rules_that_disagree_are_told_at_the_one_of_the_school() -> None:
    whole = policy(
        rule("general", who=EVERYONE),
        rule("by-place", place="lessons", who=EVERYONE),
        rule("own-time", "allowed", time="break"),
        rule("watches", thing="watch", who=EVERYONE),
    )
    (finding,) = check_rules(whole, placed(whole))
    assert str(finding).startswith(
        'schools/hill/rules.yml:3:3: The rules "own-time" and "by-place" (data/rules.yml, line 2) '
    )


def test_the_order_of_rules_changes_nothing_but_the_lines() -> None:
    rules = [
        rule("general", who=EVERYONE),
        rule("by-place", place="lessons", who=EVERYONE),
        rule("by-time", "allowed", time="break"),
    ]
    one, other = (
        [(each.code, each.problem.replace("line 2", "").replace("line 3", "")) for each in lines]
        for lines in (found(*rules), found(rules[0], rules[2], rules[1]))
    )
    assert one == other


def test_a_conflict_during_an_event_only_is_found() -> None:
    rules = [
        rule("general", who=EVERYONE),
        rule("exam-place", event="exam", place="lessons"),
        rule("exam-time", "allowed", event="exam", time="break"),
    ]
    lines = said(*rules, events=(EVENT,))
    assert len(lines) == 1
    assert "such as: using phone, lessons, break, during an exam (Year 5)." in lines[0]


def test_a_conflict_that_begins_later_says_from_when() -> None:
    rules = [
        rule("general", who=EVERYONE),
        rule("by-place", place="lessons", who=EVERYONE),
        rule("by-time", "allowed", time="break", effective_from="2027-01-04"),
    ]
    (line,) = said(*rules)
    assert "disagree on 12 questions from 4 January 2027 on, such as:" in line


def test_a_gap_that_opens_when_a_rule_ends_says_from_when() -> None:
    (line,) = said(
        rule("whole", who=EVERYONE, effective_until="2026-12-31"),
        rule("smart", who=EVERYONE, thing="smartphone"),
    )
    assert (
        'answers 144 questions about "phone" from 1 January 2027 on, such as: using phone, anywhere'
        in line
    )


def test_a_gap_that_opens_later_for_others_is_told_though_the_thing_has_one_already() -> None:
    parts = [
        rule("staff", who={"audience": ["staff", "parents", "visitors", "volunteers"]}),
        rule("governors", who={"audience": ["governors", "community"]}, place="lessons"),
        rule("y5", who={"audience": "pupils", "cohorts": ["y5"]}, effective_until="2026-12-31"),
        rule("y6", who={"audience": "pupils", "cohorts": ["y6"]}, effective_until="2027-07-31"),
        rule("smart", who=EVERYONE, thing="smartphone"),
    ]
    assert [line.split(" such as: ")[0] for line in said(*parts)] == [
        "data/things.yml:1:3: No rule for governors and community answers 24 questions about "
        '"phone",',
        "data/things.yml:1:3: No rule for pupils, governors and community answers 42 questions "
        'about "phone" from 1 January 2027 on,',
        "data/things.yml:1:3: No rule for pupils, governors and community answers 60 questions "
        'about "phone" from 1 August 2027 on,',
    ]


def test_a_gap_for_the_same_people_is_told_once_however_often_rules_change() -> None:
    parts = [
        rule("adults", who={"audience": "adults"}),
        rule("lessons", place="lessons"),
        rule("now", place="school", effective_until="2026-12-31"),
        rule("smart", who=EVERYONE, thing="smartphone"),
    ]
    assert len(said(*parts)) == 1


def test_a_rule_that_never_wins_is_named_with_what_comes_before_it() -> None:
    rules = [
        rule("all-phones", who=EVERYONE),
        rule("pupils-5", who={"audience": "pupils", "cohorts": ["y5"]}),
        rule("pupils-6", who={"audience": "pupils", "cohorts": ["y6"]}),
        rule("idle", "allowed"),
    ]
    (finding,) = found(*rules)
    assert finding.severity is Severity.WARNING
    assert str(finding) == (
        'data/rules.yml:4:3: The rule "idle" never decides anything: other rules come before it '
        "everywhere (pupils-5, pupils-6). Remove it, or make it more particular than they are."
    )


def test_a_rule_that_wins_only_later_is_not_idle() -> None:
    rules = [
        rule("all-phones", who=EVERYONE),
        rule("now", effective_until="2026-12-31"),
        rule("later", effective_from="2027-01-01"),
    ]
    assert said(*rules) == []


def test_a_rule_for_a_year_that_the_school_does_not_teach_is_not_idle() -> None:
    cohorts = (
        {"id": "y5", "title": "Year 5", "audience": "pupils"},
        {"id": "y6", "title": "Year 6", "audience": "pupils"},
        {"id": "y7", "title": "Year 7", "audience": "pupils"},
    )
    older = rule("older", "allowed", who={"audience": "pupils", "cohorts": ["y7"]})
    assert said(rule("general", who=EVERYONE), older, cohorts=cohorts) == []


def test_a_rule_that_has_ended_is_named() -> None:
    (finding,) = found(rule("general", who=EVERYONE), rule("old", effective_until="2026-07-20"))
    assert str(finding) == (
        'data/rules.yml:2:3: The rule "old" ended on 20 July 2026. '
        "Remove it, or give it a new date."
    )


def test_a_rule_about_nobody_is_named() -> None:
    staff = rule("nobody", who={"audience": "staff", "cohorts": ["y6"]})
    (finding,) = found(rule("general", who=EVERYONE), staff)
    assert str(finding) == (
        'data/rules.yml:2:3: The rule "nobody" is about nobody or nothing: "y6" is a cohort '
        'of pupils, but its audience is staff. Change "audience" or "cohorts" under "who".'
    )
