"""No text sends readers to a document that the school has yet to write."""

from __future__ import annotations

from typing import Any

from schoolpolicy.checks.documents import check_documents
from schoolpolicy.model.document import LinkedPolicy
from schoolpolicy.model.finding import Place
from tests.policies import policy, statement, topic

PLACES = {("documents", "filtering"): Place(file="data/documents.yml", line=2, column=3)}


def document(**fields: Any) -> LinkedPolicy:
    given = {"id": "filtering", "title": "Filtering policy", "about": "Levels.", "owner": "head"}
    return LinkedPolicy.model_validate({**given, **fields})


def said(*texts: str, **fields: Any) -> list[str]:
    statements = [statement(f"s{number}", text=text) for number, text in enumerate(texts, 1)]
    statements.append(statement("leaning", documents=["filtering"]))
    made = policy(topics=(topic("phones"),), statements=statements, documents=(document(**fields),))
    return [str(each) for each in check_documents(made, PLACES)]


def test_a_document_that_is_there_is_silent() -> None:
    assert said("See the filtering policy.") == []


def test_a_missing_one_is_named_with_all_that_leads_to_it() -> None:
    assert said("See the filtering policy.", "See nothing.", missing=True) == [
        'data/documents.yml:2:3: The school has no "Filtering policy" yet, but it is named by '
        'the statement "leaning", the statement "s1". Write it and delete "missing: yes", or '
        "take out what names it."
    ]


def test_of_many_the_first_are_named() -> None:
    (told,) = said(*["The filtering policy."] * 7, missing=True)
    assert 'the statement "s4" and 3 more.' in told
