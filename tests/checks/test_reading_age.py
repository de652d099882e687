"""How hard texts are to read."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from schoolpolicy.checks.passages import Aim
from schoolpolicy.checks.reading_age import ReadingAge as Ages
from schoolpolicy.checks.reading_age import Sentence, age_of, check_sentences, reading_ages
from schoolpolicy.model.finding import Place
from schoolpolicy.reading.pages import read_page
from schoolpolicy.reading.project import Found
from tests.policies import HILL, incident, policy, response, rule, step

if TYPE_CHECKING:
    from schoolpolicy.model.rule import Rule

HERE = Place(file="data/x.yml", line=3, column=3)
DO = {"id": "do", "text": "Do it.", "by": "head"}


def test_short_words_in_short_sentences_are_for_the_young() -> None:
    assert age_of("The cat sat on the mat. It was red.") == 5.0


def test_long_words_in_long_sentences_are_for_the_old() -> None:
    hard = (
        "Notwithstanding organisational responsibilities, practitioners demonstrate "
        "comprehensive understanding of contemporary technological safeguarding requirements."
    )
    assert age_of(hard) > 20


def test_prose_of_a_page_is_measured_without_its_markup() -> None:
    text = (
        "---\ntitle: Phones\n---\n# Not this heading\n\nWe keep **phones** [away](x.md) from "
        "{{ pupils }}.\n\n{{ table('x') }}\n\n- Ask us for help.\n"
    )
    page, _ = read_page(Found(Path("x"), "docs/parents/x.md", text), "parents/x.md")
    whole = policy().model_copy(update={"words": {"pupils": "children"}})
    (age,) = reading_ages(whole, [page], {})
    assert age.reader == "parents"
    assert age.words == pytest.approx((6 + 4) / 2)


def test_a_sentence_over_the_limit_is_a_warning_at_its_place() -> None:
    long = Sentence("One two three four.", 4, 9.0, HERE)
    ages = Ages("parents", Aim(9, 3), 8.0, 4.0, 200, (), (long,))
    assert [str(finding) for finding in check_sentences([ages])] == [
        "data/x.yml:3:3: This sentence has 4 words; parents get at most 3: "
        '"One two three four." Make two of it.'
    ]


def test_texts_over_the_aim_name_the_hardest_sentence() -> None:
    hard = Sentence("Notwithstanding.", 1, 20.0, HERE)
    ages = Ages("parents", Aim(9, 30), 9.6, 4.0, 200, (hard,), ())
    assert [str(finding) for finding in check_sentences([ages])] == [
        "data/x.yml:3:3: The texts for parents have a reading age of 9.6; the aim is 9. "
        'The hardest sentence: "Notwithstanding." Use shorter words and sentences.'
    ]


def test_a_few_words_say_nothing_of_a_reading_age() -> None:
    hard = Sentence("Notwithstanding.", 1, 20.0, HERE)
    ages = Ages("parents", Aim(9, 30), 9.6, 4.0, 99, (hard,), ())
    assert list(check_sentences([ages])) == []


def words_of(*rules: Rule, **fields: Any) -> dict[str, float]:
    """Return the average length of a sentence for each reader."""
    whole = policy(*rules, **fields)
    places = {
        (subject, each.id): HERE
        for subject in ("rules", "responses")
        for each in getattr(whole, subject)
    }
    return {age.reader: age.words for age in reading_ages(whole, [], places)}


def test_a_rule_for_pupils_is_read_by_their_parents_and_by_them_in_their_own_words() -> None:
    told = rule("r", because="Why.", plain="One two three.", pupils={"ks2": "One two."})
    # Parents also read why.
    assert words_of(told) == {"parents": 2.0, "pupils: Years 3 to 6": 2.0}


def test_a_rule_for_adults_is_read_by_those_it_is_for() -> None:
    told = rule("r", because="Why.", plain="One two three.", who={"audience": ["staff", "parents"]})
    assert words_of(told) == {"parents": 2.0, "staff": 2.0}


def test_the_youngest_read_a_rule_only_in_words_of_their_own() -> None:
    cohorts = ({"id": "y1", "title": "Year 1", "audience": "pupils", "band": "eyfs-ks1"},)
    small = {"cohorts": cohorts, "school": {**HILL, "cohorts": ["y1"]}}
    plain = rule("r", plain="One two three.")
    assert words_of(plain, **small) == {"parents": 2.5}
    told = rule("r", plain="One two three.", pupils={"eyfs_ks1": "One."})
    assert words_of(told, **small) == {"pupils: up to Year 2": 1.0, "parents": 2.5}


def test_a_ladder_is_read_by_those_whom_it_concerns_and_by_staff() -> None:
    first = step("first", time=1, text="One two three.")
    told = response("r", first, plain="One two.", fair="One.", who={"audience": "pupils"})
    assert words_of(responses=(told,)) == {
        "parents": 2.0,
        "pupils: Years 3 to 6": 2.0,
        "staff": 2.0,
    }


def test_what_incidents_share_is_read_once() -> None:
    shared = {"id": "no-secrets", "text": "One two three four five six.", "because": "Why."}
    nevers = [shared, {"id": "own", "text": "One two three four.", "because": "Why."}]
    both = tuple(incident(each, never=nevers, steps=[DO]) for each in ("a", "b"))
    whole = policy(nevers=[shared], incidents=both)
    places = {("incidents", "a"): HERE, ("incidents", "b"): HERE, ("nevers", "no-secrets"): HERE}
    words = {each.reader: each.words for each in reading_ages(whole, [], places)}
    assert words["staff"] == pytest.approx((6 + 4 + 4 + 2 + 2) / 5)
