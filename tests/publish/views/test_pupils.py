"""The rules in pupils' words, with a picture each."""

from __future__ import annotations

import pytest

from schoolpolicy.model.statement import PupilWording
from schoolpolicy.model.vocabulary import Band
from schoolpolicy.publish.site.components import ICONS
from schoolpolicy.publish.views.pupils import (
    BAND_PAGES,
    FIRST_TOPIC,
    PupilRule,
    easiest,
    lines,
    pupil_topics,
    tellings,
)
from tests.policies import COHORTS, HILL, incident, oakfield, policy, statement, topic
from tests.support import ROOT


@pytest.mark.parametrize(
    ("text", "ideas"),
    [
        ("Stop. Tell a grown-up.", ("Stop.", "Tell a grown-up.")),
        ("Is it true? Ask!  You can.", ("Is it true?", "Ask!", "You can.")),
        ("Leave it, e.g. at home.", ("Leave it, e.g. at home.",)),
        ('Say "No." Then go.', ('Say "No." Then go.',)),
        ("One idea", ("One idea",)),
    ],
)
def test_one_idea_a_line(text: str, ideas: tuple[str, ...]) -> None:
    assert lines(text) == ideas


def test_a_rule_has_its_own_picture_or_that_of_its_topic() -> None:
    own = statement("ask", icon="hand-wave", words={"pupils": {"ks2": "Ask first."}})
    whole = policy(topics=(topic("phones"),), statements=(own, told("wait", "phones", "Wait.")))
    (found,) = pupil_topics(whole, Band.KS2)
    assert [each.picture for each in found.rules] == ["hand-wave", "star"]


def told(name: str, topic: str, text: str) -> object:
    return statement(name, topic, words={"pupils": {"ks2": text}})


def test_help_comes_before_rules_and_what_says_nothing_is_left_out() -> None:
    whole = policy(
        topics=(topic("phones"), topic("silent"), topic(FIRST_TOPIC, plain_title="Getting help")),
        statements=(told("lock", "phones", "No phones."), told("tell", FIRST_TOPIC, "Tell us.")),
    )
    found = pupil_topics(whole, Band.KS2)
    assert [(each.title, len(each.rules)) for each in found] == [("Getting help", 1), ("Phones", 1)]
    assert pupil_topics(whole, Band.EYFS_KS1) == []


def test_a_rule_says_its_ideas_its_picture_and_if_it_forbids() -> None:
    whole = policy(
        topics=(topic("phones", icon="cellphone-off"),),
        statements=(
            told("lock", "phones", "Do not use one. It waits for you."),
            told("trust", "phones", "Nobody is cross."),
            told("notice", "phones", "Notice when it is late."),
        ),
    )
    (found,) = pupil_topics(whole, Band.KS2)
    assert found.rules == (
        PupilRule("lock", ("Do not use one.", "It waits for you."), "cellphone-off", True),
        PupilRule("trust", ("Nobody is cross.",), "cellphone-off", True),
        PupilRule("notice", ("Notice when it is late.",), "cellphone-off", False),
    )


def test_the_easiest_words_are_those_of_the_youngest_who_read_alone() -> None:
    words = PupilWording(eyfs_ks1="Tell.", ks2="Tell us.", ks3_4="Talk to us.")
    assert easiest(words, (Band.EYFS_KS1, Band.KS2)) == "Tell us."
    assert easiest(words, (Band.KS3_4, Band.SIXTH_FORM)) == "Talk to us."
    assert easiest(words, (Band.EYFS_KS1,)) == "Tell."
    assert easiest(words, (Band.SIXTH_FORM,)) is None
    assert easiest(words, ()) is None


def test_pupils_read_about_an_incident_by_its_plain_name() -> None:
    pupils = {"parents": "Call.", "pupils": {"ks2": "Tell us. We help."}}
    whole = policy(incidents=(incident("bullying", told=pupils), incident("silent")))
    assert [(each.id, each.title, each.lines) for each in tellings(whole)] == [
        ("bullying", "Someone does bullying", ("Tell us.", "We help."))
    ]


def test_the_sixth_form_reads_what_holds_for_adults_besides() -> None:
    told = {"parents": "Call.", "pupils": {"ks3_4": "Tell us.", "sixth_form": "At 18, call."}}
    cohorts = (*COHORTS, {**COHORTS[-1], "id": "y12", "band": "sixth-form", "within": None})
    y7 = {**COHORTS[-1], "id": "y7", "band": "ks3-4", "within": None}
    whole = policy(
        incidents=(incident("bullying", told=told),),
        cohorts=(*cohorts, y7),
        school={**HILL, "cohorts": ["y7", "y12"]},
    )
    assert [(each.lines, each.older) for each in tellings(whole)] == [
        (("Tell us.",), ("At 18, call.",))
    ]


@pytest.mark.parametrize("band", Band)
def test_each_band_has_a_page_and_a_picture(band: Band) -> None:
    page, name = BAND_PAGES[band]
    assert (ROOT / "docs" / "pupils" / f"{page}.md").is_file()
    assert (ICONS / f"{name}.svg").is_file()


@pytest.mark.parametrize("band", Band)
def test_every_picture_that_oakfield_shows_exists_and_help_comes_first(band: Band) -> None:
    found = pupil_topics(oakfield(), band)
    assert found[0].id == FIRST_TOPIC
    names = {rule.picture for each in found for rule in each.rules} | {
        each.picture for each in found
    }
    assert [name for name in names if not (ICONS / f"{name}.svg").is_file()] == []
