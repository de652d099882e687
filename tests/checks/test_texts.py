"""All texts of a policy, with the record that each stands in."""

from __future__ import annotations

from schoolpolicy.checks.texts import all_texts, sentences
from schoolpolicy.model.finding import Place
from tests.policies import duty, incident, policy, role, rule, statement

HERE = Place(file="data/roles.yml", line=1, column=3)
THERE = Place(file="data/roles.yml", line=9, column=5)


def test_each_text_is_found_with_the_fields_that_lead_to_it() -> None:
    words = {"pupils": {"ks2": "Ask first."}}
    own = [{"id": "aid", "text": "It is an aid.", "decided_by": "head"}]
    whole = policy(
        rule("phones", unless=own, source=["law"]),
        statements=[statement("ask", words=words, note="For the author.")],
    )
    assert [(each.words, each.fields, each.text) for each in all_texts(whole)] == [
        ('The rule "phones", at "aid", under "text",', ("unless", "text"), "It is an aid."),
        ('The rule "phones", under "because",', ("because",), "Why not."),
        ('The statement "ask", under "text",', ("text",), "We ask."),
        ('The statement "ask", under "ks2",', ("words", "pupils", "ks2"), "Ask first."),
    ]


def test_a_duty_has_a_line_of_its_own() -> None:
    texts = all_texts(policy(roles=[role("head", duties=[duty("acts")])]))
    places = {("roles", "head"): HERE, ("duties", "acts"): THERE}
    assert [(each.field, each.place(places)) for each in texts] == [
        ("title", HERE),
        ("summary", HERE),
        ("text", THERE),
    ]


def test_what_nobody_does_is_known_in_an_incident_and_where_incidents_share_it() -> None:
    shared = [{"id": "no-secrets", "text": "Never promise.", "because": "Others must know."}]
    texts = all_texts(policy(nevers=shared, incidents=[incident("bullying")]))
    assert [(each.words, each.text) for each in texts if each.forbids] == [
        ('The incident "bullying", at "bullying-never", under "text",', "Never look."),
        ('The incident "bullying", at "bullying-never", under "because",', "It hurts."),
        ('The never-do "no-secrets", under "text",', "Never promise."),
        ('The never-do "no-secrets", under "because",', "Others must know."),
    ]


def test_words_are_found_in_whichever_text_and_case() -> None:
    texts = all_texts(policy(rule("a", because="Phones ring."), rule("b", because="No phones.")))
    assert texts.holding(["phone"]) == {0, 1}
    assert texts.holding(["ring", "bell"]) == {0}
    assert texts.holding(["bell"]) == set()


def test_sentences_end_with_a_stop() -> None:
    assert sentences("Stop. Who is it? Tell us!") == ["Stop.", "Who is it?", "Tell us!"]
