"""No text threatens or blames a child for telling, or for what the child was sent."""

from __future__ import annotations

import pytest

from schoolpolicy.checks.sense.blames import blames
from tests.checks.sense.support import said, sense, small
from tests.policies import agreement, incident, response, rule, statement

FAMILY = "blames-reporting"


@pytest.mark.parametrize(
    "sentence",
    [
        "If you report it late, you will be in trouble.",
        "If you do not tell a teacher, you will get a detention.",
        "Pupils who fail to report bullying will be sanctioned.",
        "Not reporting a nude picture means a detention.",
        "Failure to report will lead to a sanction.",
        "Why did you not tell us?",
        "Why didn't you say something sooner?",
        "You should have told us.",
        "You will be punished if you do not tell an adult.",
        "Anyone who has seen the picture and said nothing will be excluded.",
        "If you have received a nude picture, you will be in trouble.",
        "You may get a detention for not reporting it.",
        "You will be in trouble for telling.",
        "If you admit it you will still be punished.",
        "It is partly your fault.",
        "If you see something and say nothing, you are just as guilty.",
        "You may be punished if you saw the video.",
        "You will be punished if you report late.",
        "If you report late, you lose your phone.",
        "Late reports lead to a sanction.",
    ],
)
def test_threats_and_blame_are_found(sentence: str) -> None:
    assert blames(sentence, to_pupils=True)


@pytest.mark.parametrize(
    "sentence",
    [
        "You are not in trouble for telling us.",
        "You will never be in trouble for asking for help.",
        "If you tell us, we will not blame you.",
        "We do not blame a child who asks for help.",
        "Nobody is penalised for reporting in good faith.",
        "If you tell us, you won't be in trouble.",
        "You are not in trouble for telling us, and it is not your fault.",
        "Tell us if you are in trouble.",
        "Tell us if you lose your phone.",
        "If you lose your phone, report it.",
        "If you break the rule, you may get a detention.",
        "Pupils who share nude pictures may be punished.",
        "If you receive it and share it, there are consequences.",
        "Any pupil seen with a phone gets a detention.",
        "A pupil who makes a false report may be sanctioned.",
        "The one who threatens is to blame, never the child.",
        "Report it, and the bully faces the consequences.",
        "If you own up, the sanction is lighter.",
        "Staff who fail to report may face disciplinary action.",
    ],
)
def test_comfort_other_sanctions_and_duties_of_grown_ups_are_not(sentence: str) -> None:
    assert not blames(sentence, to_pupils=True)


def test_in_a_text_for_grown_ups_it_must_be_a_child_who_tells() -> None:
    assert blames("Pupils who do not report bullying are sanctioned.", to_pupils=False)
    assert not blames("If you do not report, you face disciplinary action.", to_pupils=False)
    concern = "Failure to report a concern about a child is a disciplinary matter."
    assert not blames(concern, to_pupils=False)


def test_it_quotes_the_sentence_and_says_what_to_write() -> None:
    words = {"pupils": {"ks2": "Tell us. If you tell us late, you will be in trouble."}}
    assert said(small(statements=[statement("a", words=words)]), FAMILY) == [
        'data/statements.yml:1:3: The statement "a", under "ks2", threatens or blames a child '
        'who tells, or to whom something was sent: "If you tell us late, you will be in '
        'trouble." Say that telling is right at any time, that nobody is in trouble for it, and '
        "what happens next."
    ]


def test_clauses_rules_responses_and_incidents_for_pupils_are_read() -> None:
    text = "If you do not tell us, you will get a detention."
    told = {"parents": "Tell us.", "pupils": {"ks2": text}}
    whole = small(
        rule("phones", plain=text),
        agreements=[agreement("pupils", {"id": "tell", "text": text})],
        responses=[response("phones", plain=text)],
        incidents=[incident("nudes", told=told)],
    )
    assert sorted(each.place.file for each in sense(whole, FAMILY)) == [
        "data/agreements.yml",
        "data/incidents.yml",
        "data/responses.yml",
        "data/rules.yml",
    ]


def test_the_same_words_to_staff_are_about_staff() -> None:
    text = "If you do not tell us, you will face disciplinary action."
    whole = small(statements=[statement("a", words={"staff": text})])
    assert sense(whole, FAMILY) == []


def test_what_is_never_said_may_be_named() -> None:
    never = [{"id": "never", "text": "Why did you not tell us?", "because": "It blames."}]
    assert sense(small(incidents=[incident("nudes", never=never)]), FAMILY) == []
    assert sense(small(nevers=never), FAMILY) == []
