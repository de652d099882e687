"""Agreements are as short as they promise to be."""

from __future__ import annotations

from typing import Any

from schoolpolicy.checks.agreements import check_agreements
from schoolpolicy.model.finding import Place
from tests.policies import agreement, policy

PLACES = {("agreements", "promises"): Place(file="data/agreements.yml", line=2, column=3)}
SHORT = {"id": "kind", "text": "I am kind."}
LONG = {"id": "true", "text": "I check if it is true before I share it."}


def said(*clauses: dict[str, str], **fields: Any) -> list[str]:
    made = agreement("promises", clauses=clauses, **fields)
    return [str(each) for each in check_agreements(policy(agreements=(made,)), PLACES)]


def test_a_short_agreement_is_silent() -> None:
    assert said(SHORT, LONG, max_clauses=2, max_words=10) == []


def test_too_many_promises() -> None:
    assert said(SHORT, LONG, max_clauses=1, max_words=10) == [
        'data/agreements.yml:2:3: The agreement "promises" has 2 promises; its readers get at '
        "most 1. Put two together, or leave out what the rules say anyway."
    ]


def test_a_promise_too_long() -> None:
    assert said(SHORT, LONG, max_clauses=2, max_words=5) == [
        'data/agreements.yml:2:3: The promise "true" has 10 words; those who sign "promises" get '
        'at most 5: "I check if it is true before I share it." Say it in fewer words, or make '
        "two of it."
    ]


def test_a_notice_with_too_many_words_in_all() -> None:
    assert said(SHORT, LONG, max_words_in_all=20) == []
    assert said(SHORT, LONG, LONG | {"id": "again"}, max_words_in_all=20) == [
        'data/agreements.yml:2:3: The agreement "promises" has 27 words; its readers get at most '
        "20. Say it in fewer words: people read it each time before they can go on."
    ]
