"""Every topic speaks to every reader, or says why it does not."""

from __future__ import annotations

from typing import Any

from schoolpolicy.checks.untold import check_untold
from schoolpolicy.model.finding import Place
from tests.policies import policy, statement, topic

PLACES = {("topics", "phones"): Place(file="data/topics.yml", line=2, column=3)}
TOLD = {"parents": "We tell you.", "staff": "Tell us.", "pupils": {"ks2": "Tell us."}}


def said(words: dict[str, Any], untold: list[dict[str, str]] | None = None) -> list[str]:
    phones = topic("phones", untold=untold or [])
    whole = policy(topics=(phones,), statements=(statement("lock", words=words),))
    return [str(each) for each in check_untold(whole, PLACES)]


def test_a_topic_with_words_for_all_is_silent() -> None:
    assert said(TOLD) == []


def test_a_reader_without_words_is_named() -> None:
    assert said({**TOLD, "pupils": {}}) == [
        'data/topics.yml:2:3: The topic "phones" says nothing to pupils in Years 3 to 6. '
        'Give one of its statements words for them, or write the reason under "untold".'
    ]


def test_a_reason_will_do() -> None:
    assert said({**TOLD, "pupils": {}}, [{"reader": "ks2", "because": "It is for adults."}]) == []


def test_a_reason_for_readers_who_are_told_is_stale() -> None:
    assert said(TOLD, [{"reader": "parents", "because": "It is for staff."}]) == [
        'data/topics.yml:2:3: The topic "phones" gives a reason for telling parents nothing, '
        'but its statement "lock" speaks to them. Delete the reason under "untold".'
    ]


def test_bands_that_the_school_does_not_have_are_passed_over() -> None:
    words = {**TOLD, "pupils": {"ks2": "Tell us."}}
    assert said(words) == [], "Hill School has nobody up to Year 2 or from Year 7"


def test_a_topic_about_which_nothing_is_said_owes_nobody_words() -> None:
    whole = policy(topics=(topic("phones"),))
    assert list(check_untold(whole, PLACES)) == []
