"""One topic in the words of one group of readers."""

from __future__ import annotations

import typing
from typing import Any

import pytest

from schoolpolicy.model.vocabulary import Audience, Band, Reader
from schoolpolicy.publish.views.readers import (
    TopicView,
    band_of,
    incident_words,
    told_pupils,
    topic_view,
)
from schoolpolicy.rules.answer import RuleBook
from tests.policies import contact, incident, policy, rule, statement, topic

TOLD = {
    "parents": "Call us.",
    "pupils": {"eyfs_ks1": "Tell a grown-up.", "ks2": "Tell us.", "ks3_4": "Talk to us."},
}
BULLYING = incident("bullying", told=TOLD)
PHONES = topic("phones", incidents=("bullying",), contacts=("childline", "lado"), things=("phone",))
LOCK = statement(
    "lock",
    covers=("phone-free",),
    words={"parents": "We lock phones.", "pupils": {"ks2": "We look after phones."}},
)
ASK = statement("ask", words={"staff": "Ask the pupil.", "pupils": {"eyfs_ks1": "Ask."}})
MEDICAL = {"id": "medical", "text": "A health plan says so.", "decided_by": "head"}
PUPILS = rule("p", plain="No phones.", unless=(MEDICAL,))
PARENTS = rule("q", "advised-against", who={"audience": "parents"}, plain="Rather not.")


def view(reader: Reader, **fields: Any) -> TopicView:
    given = {
        "topics": (PHONES,),
        "statements": (LOCK, ASK, statement("other", "images", words={"parents": "Else."})),
        "incidents": (BULLYING,),
        "contacts": (contact("childline"), contact("lado", audiences=["staff"])),
    }
    return topic_view(RuleBook(policy(PUPILS, PARENTS, **{**given, **fields})), PHONES, reader)


def test_each_reader_is_told_what_is_in_their_words_and_nothing_else() -> None:
    assert [each.text for each in view("parents").sayings] == ["We lock phones."]
    assert [each.text for each in view("staff").sayings] == ["Ask the pupil."]
    assert [each.text for each in view("ks2").sayings] == ["We look after phones."]
    assert [each.text for each in view("eyfs-ks1").sayings] == ["Ask."]
    assert view("governors").sayings == ()


def test_pupils_read_in_their_part_of_the_site_and_younger_ones_as_children() -> None:
    assert {reader: view(reader).area for reader in ("parents", "staff", "ks2")} == {
        "parents": "parents",
        "staff": "staff",
        "ks2": "pupils",
    }
    readers: tuple[Reader, ...] = typing.get_args(Reader)
    assert {reader for reader in readers if view(reader).child} == {"eyfs-ks1", "ks2"}


def test_parents_read_what_their_child_is_told_before_their_own_rules() -> None:
    assert [
        (group.title, [line.text for line in group.rules]) for group in view("parents").rules
    ] == [
        ("What we tell your child", ["No phones."]),
        ("Rules for you", ["Rather not."]),
    ]


def test_pupils_read_their_own_rules_with_the_level_in_a_word() -> None:
    (group,) = view("ks2").rules
    assert group.title == "The rules"
    assert [(line.id, line.look.word) for line in group.rules] == [("p", "Not allowed")]


def test_what_holds_for_children_and_parents_is_said_once() -> None:
    both = rule("both", who={"audience": ["pupils", "parents"]}, plain="Nobody films.")
    found = topic_view(RuleBook(policy(both)), topic("phones", things=("phone",)), "parents")
    assert [(group.title, len(group.rules)) for group in found.rules] == [
        ("What we tell your child", 1)
    ]


def test_a_rule_for_nobody_here_leaves_no_heading() -> None:
    assert view("staff").rules == ()


def test_rules_are_those_about_the_things_of_the_topic() -> None:
    whole = policy(PUPILS, statements=(LOCK,))
    assert topic_view(RuleBook(whole), topic("phones"), "parents").rules == ()


def test_a_rule_without_plain_words_is_not_told() -> None:
    whole = policy(rule("p"), statements=(LOCK,))
    found = topic_view(RuleBook(whole), topic("phones", things=("phone",)), "ks2")
    assert found.rules == ()


def test_exceptions_are_told_once() -> None:
    twice = policy(PUPILS, PUPILS.model_copy(update={"id": "again"}), statements=(LOCK,))
    assert topic_view(RuleBook(twice), topic("phones", things=("phone",)), "ks2").exceptions == (
        "A health plan says so.",
    )


def test_what_can_go_wrong_comes_with_what_these_readers_are_told() -> None:
    assert view("parents").incidents == ((BULLYING, "Call us."),)
    assert view("eyfs-ks1").incidents == ((BULLYING, "Tell a grown-up."),)
    assert view("sixth-form").incidents == ((BULLYING, None),)
    assert view("staff").incidents == ((BULLYING, "What bullying is."),)


def test_only_contacts_for_these_readers_are_shown() -> None:
    assert view("ks2").contacts == ("childline",)
    assert view("staff").contacts == ("lado",)


@pytest.mark.parametrize("band", Band)
def test_a_band_is_a_reader_and_an_adult_is_none(band: Band) -> None:
    assert band_of(band.value) is band
    assert band_of(Audience.PARENTS.value) is None
    assert band_of("nobody") is None


def test_every_reader_is_an_audience_or_a_band_and_every_band_is_a_reader() -> None:
    readers = set(typing.get_args(Reader))
    assert readers <= {*Audience, *Band}
    assert set(Band) <= readers


def test_words_of_a_statement_for_one_reader() -> None:
    assert LOCK.words.told("ks2") == "We look after phones."
    assert LOCK.words.told("ks3-4") is None
    assert LOCK.words.told("community") is None


def test_words_of_an_incident_for_one_reader() -> None:
    assert incident_words(BULLYING, "ks3-4") == "Talk to us."
    assert incident_words(BULLYING, "parents") == "Call us."
    assert incident_words(BULLYING, "governors") == "What bullying is."


def test_only_bands_that_the_school_teaches_are_told() -> None:
    assert told_pupils(policy(), BULLYING) == ((Band.KS2, "Years 3 to 6", "Tell us."),)
    assert told_pupils(policy(), incident("silent")) == ()


LISTED = {"text": "We keep:", "points": [{"id": "logs", "text": "logs"}]}


def listing(reader: Reader, **words: Any) -> list[tuple[str, str | None, int]]:
    found = view(reader, statements=(statement("keep", words=words, **LISTED),)).sayings
    return [(each.text, each.formal, len(each.points)) for each in found]


def test_staff_read_the_list_of_the_formal_text_below_their_own_words() -> None:
    assert listing("staff", staff="Keep notes.") == [("Keep notes.", "We keep:", 1)]
    keep = statement("keep", words={"staff": "Keep notes."}, **LISTED)
    (saying,) = view("staff", statements=(keep,)).sayings
    assert saying.points[0].anchor == "keep-logs"


def test_other_readers_have_their_own_words_in_place_of_the_list() -> None:
    assert listing("parents", parents="We keep notes.") == [("We keep notes.", None, 0)]
    assert listing("parents", staff="Keep notes.") == []


def test_words_that_end_with_a_colon_lead_to_the_list() -> None:
    assert listing("parents", parents="We keep of your child:") == [
        ("We keep of your child:", None, 1)
    ]
    assert listing("staff", staff="Keep:") == [("Keep:", None, 1)]
    assert listing("ks2", pupils={"ks2": "We keep:"}) == [("We keep:", None, 1)]
