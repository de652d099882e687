"""People's names where the policy asks for posts only."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from schoolpolicy.model.finding import Finding
from schoolpolicy.model.vocabulary import Severity
from schoolpolicy.reading.tree import Mapping, Scalar

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from schoolpolicy.reading.tree import Mark, Node

TITLES = ("Mr", "Mrs", "Ms", "Miss", "Mx", "Dr", "Prof", "Rev", "Revd", "Sir", "Dame", "Cllr")
ADDRESSED = re.compile(rf"\b(?:{'|'.join(TITLES)})\b\.? +(?:[A-Z](?:\. ?| )){{0,3}}[A-Z][\w'’-]+")
"""A name as people in a school are addressed: `Mrs Hill`, `Mr A. Patel`."""
HIDDEN = "***"
"""What stands in reports for the letters of a personal detail."""
_WORD = re.compile(r"[^\W\d_]+(?:['\N{RIGHT SINGLE QUOTATION MARK}][^\W\d_]+)*")
_OF_A_PERSON = re.compile(r"^([a-z]+)[._-]([a-z]+)@", re.IGNORECASE)
"""A mailbox made of a first name, or its initial, and a surname."""
_OF_A_JOB = frozenset({
    "academy", "account", "accounts", "admin", "ai", "assistant", "boarding", "business",
    "care", "chair", "child", "childcare", "children", "clerk", "complaints", "concerns",
    "contact", "data", "deputy", "director", "dpo", "dsl", "engineer", "enquiries",
    "esafety", "exam", "exams", "finance", "form", "governance", "governor", "governors",
    "head", "headship", "headteacher", "hello", "help", "helpdesk", "house", "hr", "ict",
    "info", "information", "it", "lead", "leaders", "leadership", "learning", "mail",
    "manager", "network", "nursery", "office", "online", "pastoral", "personnel", "post",
    "principal", "privacy", "protection", "pupil", "reception", "safe", "safeguarding",
    "safety", "school", "security", "sen", "senco", "send", "service", "services", "site",
    "sixth", "staff", "student", "support", "systems", "team", "tech", "technical",
    "technology", "trust", "trustees", "welcome", "welfare", "wellbeing", "year",
})  # fmt: skip
"""Words that stand in shared mailboxes."""
SHARED = ("office", "chair")
"""The fields of a school that say how to reach it."""
PUBLISH = "publish_names"
"""The field by which a school says that the names of those who hold posts are shown."""


def personal_names(posts: Iterable[Mapping], school: Mapping | None) -> Iterator[Finding]:
    """Yield a warning for each name of a person, and for each mailbox that looks like one's own.

    Args:
        posts: the posts as they are written.
        school: the school's own file.
    """
    node = school.fields.get(PUBLISH) if school is not None else None
    published = isinstance(node, Scalar) and node.value is True
    yield from _shared_boxes(school)
    for post in posts:
        identity = post.text("id") or ""
        title = post.fields.get("title")
        for text in title.fields.values() if isinstance(title, Mapping) else (title,):
            for mark, named in _written(text, ADDRESSED):
                yield _warning(
                    mark,
                    f'"{named}" in the title of the post "{identity}" looks like a person\'s name.',
                    "Write what the job is called, whoever does it.",
                )
        for mark, start in _written(post.fields.get("email"), _OF_A_PERSON):
            if _is_personal(start, post.text("title")):
                yield _warning(
                    mark,
                    f'The mailbox of the post "{identity}" looks like a person\'s own.',
                    "Write a shared mailbox, which the next holder of the post reads too.",
                )
        if "name" in post.fields and not published:
            yield _warning(
                post.keys["name"],
                f'The post "{identity}" has a name, which is shown nowhere.',
                f'Delete the line, or write "{PUBLISH}: yes" in the school\'s file once all who '
                "are named agree.",
            )


def masked_name(said: str) -> str:
    """Return a name so that those who know it know it again, and nobody else learns it."""
    words = " ".join(said.split())
    return _WORD.sub(lambda word: word[0] if word[0] in TITLES else f"{word[0][0]}{HIDDEN}", words)


def of_a_job(words: Iterable[str]) -> bool:
    """Return True if one of the words of a mailbox is that of a job or an office."""
    return not _OF_A_JOB.isdisjoint(words)


def _shared_boxes(school: Mapping | None) -> Iterator[Finding]:
    """Yield a warning for each mailbox of the school itself that looks like one's own."""
    if school is None:
        return
    for owner in SHARED:
        reached = school.fields.get(owner)
        email = reached.fields.get("email") if isinstance(reached, Mapping) else None
        for mark, start in _written(email, _OF_A_PERSON):
            if _is_personal(start, school.text("name")):
                yield _warning(
                    mark,
                    f"The mailbox of the {owner} looks like a person's own.",
                    "Write a shared mailbox, which whoever comes next reads too.",
                )


def _written(node: Node | None, pattern: re.Pattern[str]) -> Iterator[tuple[Mark, str]]:
    """Yield where a text stands and what in it has a pattern, if it has."""
    if isinstance(node, Scalar) and isinstance(node.value, str):
        found = pattern.search(node.value)
        if found:
            yield node.mark, found.group()


def _is_personal(start: str, owner: str | None) -> bool:
    """Return True if no part of a mailbox is a word for a job or an office, or for its owner."""
    words = set(re.split(r"[._-]", start.rstrip("@").lower()))
    named = set(re.findall(r"[a-z]+", (owner or "").lower()))
    return not (of_a_job(words) or words & named)


def _warning(mark: Mark, problem: str, remedy: str) -> Finding:
    return Finding(
        code="read.personal",
        severity=Severity.WARNING,
        place=mark.place,
        problem=problem,
        remedy=remedy,
    )
