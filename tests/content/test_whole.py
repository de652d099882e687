"""The model policy is whole: every topic speaks to every reader, every kind of record is there."""

from __future__ import annotations

from collections import Counter
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from schoolpolicy.model.vocabulary import OWED, Audience, Band
from tests.policies import ROOT, checked_oakfield

if TYPE_CHECKING:
    from schoolpolicy.model.policy import Policy

TABLE = """
topic                       | formal | parents | staff | eyfs-ks1 | ks2 | ks3-4 | sixth-form
reporting-and-help          | yes    | yes     | yes   | yes      | yes | yes   | yes
bullying-and-hate           | yes    | yes     | yes   | yes      | yes | yes   | yes
nudes-and-blackmail         | yes    | yes     | yes   | yes      | yes | yes   | yes
extremism                   | yes    | yes     | yes   | yes      | yes | yes   | yes
misinformation              | yes    | yes     | yes   | yes      | yes | yes   | yes
money-and-scams             | yes    | yes     | yes   | yes      | yes | yes   | yes
mobile-and-smart-devices    | yes    | yes     | yes   | yes      | yes | yes   | yes
own-devices                 | yes    | yes     | yes   | yes      | yes | yes   | yes
social-media-and-messaging  | yes    | yes     | yes   | yes      | yes | yes   | yes
gaming-and-livestreams      | yes    | yes     | yes   | yes      | yes | yes   | yes
email-and-contact           | yes    | yes     | yes   | yes      | yes | yes   | yes
images                      | yes    | yes     | yes   | yes      | yes | yes   | yes
website-and-publishing      | yes    | yes     | yes   | yes      | yes | yes   | yes
generative-ai               | yes    | yes     | yes   | yes      | yes | yes   | yes
learning-to-be-safe         | yes    | yes     | yes   | yes      | yes | yes   | yes
families-and-community      | yes    | yes     | yes   | yes      | yes | yes   | yes
training                    | yes    | yes     | yes   | yes      | yes | yes   | yes
remote-teaching             | yes    | yes     | yes   | yes      | yes | yes   | yes
trips                       | yes    | yes     | yes   | yes      | yes | yes   | yes
inclusion                   | yes    | yes     | yes   | yes      | yes | yes   | yes
filtering-and-monitoring    | yes    | yes     | yes   | yes      | yes | yes   | yes
passwords-and-accounts      | yes    | yes     | yes   | yes      | yes | yes   | yes
cyber-security              | yes    | yes     | yes   | yes      | yes | yes   | yes
data-protection             | yes    | yes     | yes   | yes      | yes | yes   | yes
about-this-policy           | yes    | yes     | yes   | yes      | yes | yes   | yes
acceptable-use              | yes    | yes     | yes   | yes      | yes | yes   | yes
staff-conduct               | yes    | yes     | yes   | yes      | yes | yes   | yes
"""
"""Each topic, and whether each reader is told of it; `no` where the topic says why not."""
CHECKLISTS = (
    "staff-induction", "supply-and-visitor-arrival", "dsl-weekly", "dsl-termly",
    "filtering-test-log", "annual-filtering-review", "it-provider-monthly",
    "governors-questions", "annual-policy-review", "website-publication", "new-pupil",
    "images-before-publication", "new-app-or-ai-tool", "incident-record", "device-loan",
    "leavers", "classroom-display", "parents-evening",
)  # fmt: skip
AGREEMENTS = (
    "eyfs-ks1-pupils", "ks2-pupils", "ks3-4-pupils", "sixth-form-pupils", "easy-read",
    "parents", "staff", "volunteers-and-supply", "visitors-and-community",
)  # fmt: skip


@cache
def model() -> Policy:
    """Return the policy with all that applies to any school, not only to Oakfield."""
    whole = checked_oakfield().resolution.complete
    assert whole is not None
    return whole


def rows() -> list[tuple[str, ...]]:
    lines = [line for line in TABLE.splitlines() if line.strip()]
    return [tuple(cell.strip() for cell in line.split("|")) for line in lines]


def test_the_table_names_every_topic_and_every_reader() -> None:
    head, *told = rows()
    assert head == ("topic", "formal", *OWED)
    assert [row[0] for row in told] == [topic.id for topic in model().topics]


@pytest.mark.parametrize("row", rows()[1:], ids=[row[0] for row in rows()[1:]])
def test_a_topic_speaks_to_every_reader_or_says_why_not(row: tuple[str, ...]) -> None:
    topic = next(each for each in model().topics if each.id == row[0])
    about = [each for each in model().statements if each.topic == topic.id]
    excused = {each.reader for each in topic.untold}
    said = ["yes" if about else "no"]
    for reader in OWED:
        told = any(each.words.told(reader) for each in about)
        assert told or reader in excused, reader
        said.append("yes" if told else "no")
    assert tuple(said) == row[1:]


def test_every_topic_has_a_chapter_a_heading_and_words_to_search_with() -> None:
    chapters = [topic for section in model().sections for topic in section.topics]
    assert sorted(chapters) == sorted(each.id for each in model().topics)
    assert all(each.group for each in model().topics)
    assert all(len(each.keywords) >= 5 for each in model().topics)


def test_topics_under_one_heading_are_neighbours() -> None:
    groups = [each.group for each in model().topics]
    changes = [new for old, new in zip([None, *groups], groups, strict=False) if old != new]
    assert len(changes) == len(set(changes))


def test_all_agreements_are_there() -> None:
    assert {each.id for each in model().agreements} >= set(AGREEMENTS)


def test_each_band_and_each_group_of_adults_signs_something() -> None:
    signed = {each.band or each.audience for each in model().agreements}
    assert signed >= {*Band, Audience.PARENTS, Audience.STAFF, Audience.VOLUNTEERS}
    assert signed >= {Audience.COMMUNITY}


@pytest.mark.parametrize("name", ["eyfs-ks1-pupils", "easy-read"])
def test_an_agreement_for_those_who_read_little_has_a_picture_for_each_promise(name: str) -> None:
    agreement = next(each for each in model().agreements if each.id == name)
    assert all(clause.icon for clause in agreement.clauses)


def test_no_agreement_asks_for_pictures_which_have_a_form_of_their_own() -> None:
    assert len(model().consents) >= 6
    asked = [
        clause.id
        for agreement in model().agreements
        for clause in agreement.clauses
        if "I agree that the" in clause.text and "picture" in clause.text
    ]
    assert asked == []


def test_all_checklists_are_there() -> None:
    assert {each.id for each in model().checklists} >= set(CHECKLISTS)


def test_training_names_every_group_that_works_with_children() -> None:
    trained = {role for each in model().training for role in each.who}
    assert trained >= {"staff", "dsl", "governors", "online-safety-governor", "volunteers"}
    assert trained >= {"filtering-lead", "it-manager", "online-safety-lead", "class-teachers"}


def test_lessons_go_from_the_first_year_to_the_last_in_each_strand() -> None:
    assert len(model().curriculum) == 8
    for strand in model().curriculum:
        taught = [cohort for stage in strand.stages for cohort in stage.cohorts]
        assert taught == ["eyfs", "ks1", "y3", "y4", "y5", "y6", "ks3", "ks4", "sixth-form"]


def test_the_registers_are_filled() -> None:
    assert len(model().records) >= 14
    assert len(model().documents) >= 12
    assert len(model().tools) >= 3


def _written(subject: str) -> list[dict[str, Any]]:
    """Return the records of a subject as the model policy and all schools write them."""
    files = (*(ROOT / "data").rglob("*.yml"), *(ROOT / "schools").rglob("*.yml"))
    trees = [yaml.safe_load(path.read_text(encoding="utf-8")) for path in files]
    return [record for tree in trees for record in tree.get(subject) or ()]


def test_what_several_incidents_forbid_is_written_once() -> None:
    own = [each for one in _written("incidents") for each in one.get("never", ())]
    entries = [*_written("nevers"), *(each for each in own if not isinstance(each, str))]
    counts = Counter(each["text"] for each in entries if "text" in each)
    assert [text for text, count in counts.items() if count > 1] == []


def test_each_shared_never_do_is_for_several_incidents() -> None:
    named = Counter(each.id for one in model().incidents for each in one.never)
    assert [each.id for each in model().nevers if named[each.id] < 2] == []


def test_when_a_ladder_is_wrong_stands_with_the_incident() -> None:
    written = _written("incidents")
    incidents = {each["id"]: each["stop"] for each in written if "stop" in each}
    assert {each["id"] for each in written} == set(incidents)
    stops = [each for one in _written("responses") for each in one.get("stop_if", ())]
    assert [each["id"] for each in stops if each.get("text") in incidents.values()] == []
    assert all(each.text for one in model().responses for each in one.stop_if)
