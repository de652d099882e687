"""Checks that no text sends readers to a policy or an appendix that the school has yet to write."""

from __future__ import annotations

from typing import TYPE_CHECKING

from schoolpolicy.checks.texts import all_texts
from schoolpolicy.model.finding import Finding, Place
from schoolpolicy.model.vocabulary import Severity
from schoolpolicy.reading.values import singular

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from schoolpolicy.model.document import LinkedPolicy
    from schoolpolicy.model.policy import Policy

SHOWN = 5
"""How many of those that name it a finding names."""


def check_documents(policy: Policy, places: Mapping[tuple[str, str], Place]) -> Iterator[Finding]:
    """Yield a warning for each missing document that something names."""
    for document in policy.documents:
        if not document.missing:
            continue
        naming = list(dict.fromkeys(_naming(policy, document)))
        if not naming:
            continue
        more = f" and {len(naming) - SHOWN} more" if len(naming) > SHOWN else ""
        yield Finding(
            code="documents.missing",
            severity=Severity.WARNING,
            place=places["documents", document.id],
            problem=f'The school has no "{document.title}" yet, but it is named by '
            f"{', '.join(naming[:SHOWN])}{more}.",
            remedy='Write it and delete "missing: yes", or take out what names it.',
        )


def _naming(policy: Policy, document: LinkedPolicy) -> Iterator[str]:
    """Yield what names a document: by its id, or by its title in a text."""
    for statement in policy.statements:
        if document.id in statement.documents:
            yield f'the statement "{statement.id}"'
    texts = all_texts(policy)
    for number in sorted(texts.holding([document.title.lower()])):
        said = texts.said[number]
        if said.record is not document:
            yield f'the {singular(said.subject)} "{said.record.id}"'
