"""What a draft tells its authors."""

from __future__ import annotations

from schoolpolicy.checks.undecided import Undecided
from schoolpolicy.model.finding import Place
from schoolpolicy.model.vocabulary import Visibility
from schoolpolicy.publish.views.draft import author_notes, deciders, rule_name, visible
from tests.policies import HILL, duty, policy, requirement, role, rule, statement

HERE = Place(file="schools/hill/school.yml", line=3, column=1)


def fact(name: str, decided_by: str = "head", **fields: Visibility) -> Undecided:
    return Undecided("fact", "school", name, name, decided_by, HERE, "Write it.", **fields)


def test_what_is_undecided_stands_under_who_decides_in_the_order_of_the_roles() -> None:
    whole = policy(roles=(role("governors", title="governing body"), role("head")))
    found = deciders(whole, [fact("website"), fact("edition", "governors"), fact("phone")])
    assert [(each.title, [one.id for one in each.open]) for each in found] == [
        ("Governing body", ["edition"]),
        ("Head", ["website", "phone"]),
    ]


def test_a_role_that_the_school_does_not_have_comes_last_by_its_id() -> None:
    found = deciders(policy(roles=(role("head"),)), [fact("lado", "dsl"), fact("website")])
    assert [each.title for each in found] == ["Head", "Dsl"]


def test_the_public_does_not_learn_what_is_for_staff() -> None:
    found = [fact("website"), fact("filter", visibility=Visibility.STAFF)]
    assert [each.id for each in visible(found, Visibility.PUBLIC)] == ["website"]
    assert [each.id for each in visible(found, Visibility.STAFF)] == ["website", "filter"]


def test_notes_stand_under_their_subject_with_what_they_are_about() -> None:
    whole = policy(
        rule("no-phones", note="Check the law."),
        roles=(role("head", duties=[duty("looks", note="Ask first."), duty("acts")]),),
        statements=(statement("lend", note="Or do not."), statement("share")),
    )
    assert [
        (subject, [(each.subject, each.id, each.name, each.text) for each in notes])
        for subject, notes in author_notes(whole)
    ] == [
        ("Roles", [("duties", "looks", "Does looks.", "Ask first.")]),
        ("Rules", [("rules", "no-phones", "Using phone (pupils)", "Check the law.")]),
        ("Statements", [("statements", "lend", "We lend.", "Or do not.")]),
    ]


def test_a_note_on_a_choice_goes_when_it_is_made() -> None:
    byod = {
        "id": "byod",
        "question": "May people use their own devices?",
        "why": "They need rules.",
        "options": [{"value": True, "label": "Yes"}, {"value": False, "label": "No"}],
        "decided_by": "head",
        "note": "Look at security first.",
    }
    undecided, made = (
        policy(choices=(byod,), school={**HILL, "choices": {"byod": answer}})
        for answer in ("undecided", False)
    )
    assert [subject for subject, _ in author_notes(undecided)] == ["Choices"]
    assert author_notes(made) == []


def test_notes_on_where_the_model_policy_has_something_from_are_left_out() -> None:
    noted = requirement("roles-named").model_copy(update={"note": "Paragraph not seen."})
    whole = policy(requirements=(noted,))
    assert author_notes(whole) == []


def test_a_rule_that_is_undecided_is_named_by_what_it_is_about() -> None:
    whole = policy(rule("rule-nine", "undecided"))
    open_rule = Undecided("rule", "rules", "rule-nine", "it", "head", HERE, "Give it a level.")
    assert rule_name(whole, open_rule) == "Using phone (pupils)"
    assert rule_name(whole, fact("website")) is None
