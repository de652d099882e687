"""Whether a school's resolved policy holds what an entry names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import BaseModel

from schoolpolicy.model.base import UNDECIDED
from schoolpolicy.model.term import Term
from schoolpolicy.reading.page_layers import lay_pages
from schoolpolicy.reading.resolve import resolve
from schoolpolicy.rules.answer import RuleBook
from schoolpolicy.rules.asking import NotUnderstoodError, Words, understand

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from schoolpolicy.model.policy import Policy
    from schoolpolicy.reading.project import Project
    from tests.parity.entries import Asked, Entry


NOTHING: tuple[object, ...] = (None, "", (), {}, UNDECIDED)
"""What stands in a field that nobody has filled in."""


def look(project: Project, school: str) -> Held:
    """Return what a school has, as its files say now."""
    resolution = resolve(project, school)
    laid = lay_pages(project, resolution.stack, {})
    return Held(resolution.policy, frozenset(laid.pages))


class Held:
    """What one school has: its records, words, decisions, pages, and the answers of its rules."""

    def __init__(self, policy: Policy, pages: frozenset[str]) -> None:
        """Take what is to be looked through.

        Args:
            policy: the school's resolved policy.
            pages: the names of its pages, below `docs/`.
        """
        self.policy = policy
        self.pages = pages
        self.book = RuleBook(policy)

    def missing(self, entry: Entry, source: str) -> Iterator[str]:
        """Yield what the school should have for a source's sake, and has not."""
        for wanted in entry.wanted(source):
            if not self.holds(wanted):
                yield f"{entry.id}: {wanted}"
        for asked in entry.asked(source):
            for wrong in self.wrong_answers(asked):
                yield f"{entry.id}: {wrong}"

    def holds(self, wanted: str) -> bool:
        """Tell whether one form of the README's table is there, or one of several."""
        return any(self._holds(each) for each in wanted.split(" or "))

    def _holds(self, wanted: str) -> bool:
        kind, _, rest = wanted.partition("/")
        if kind == "page":
            return rest in self.pages
        if kind == "school":
            return _field(self.policy.school, rest.split(".")) not in NOTHING
        name, equals, value = rest.partition("=")
        if equals:
            return value in self._decided(kind, name)
        if kind not in {*self.policy.subjects(), "duties"}:
            return False
        record_id, *parts = rest.split("/")
        record = self.policy.subject(kind).get(record_id)
        return record is not None and (not parts or _within(record, parts))

    def wrong_answers(self, asked: Asked) -> Iterator[str]:
        """Yield each answer of the rules that is none of those wanted."""
        words = Words(asked.who, asked.thing, asked.doing, asked.place, asked.when, asked.during)
        try:
            meant = understand(self.policy, self.book.space, words)
        except NotUnderstoodError as problem:
            yield f"{asked.thing} for {', '.join(asked.who)}: {problem}"
            return
        levels = set()
        for person in meant.people:
            rule = self.book.answer(meant.question(person)).rule
            levels.add(rule.level.value if rule else "no rule")
        if wrong := levels - set(asked.level):
            said = " ".join(filter(None, (asked.doing, asked.place, asked.when, asked.during)))
            yield (
                f"{asked.thing}{f' ({said})' if said else ''} for {', '.join(asked.who)} "
                f"is {', '.join(sorted(wrong))}, not {' or '.join(asked.level)}"
            )

    def _decided(self, kind: str, name: str) -> tuple[str | None, ...]:
        """Return the school's answer to a choice, or its word for a term, one and many."""
        if kind == "choices":
            answer = self.policy.school.choices.get(name)
            return ("yes" if answer else "no",) if isinstance(answer, bool) else (answer,)
        term = self.policy.find(Term, name)
        forms = (term.placeholder.one, term.placeholder.many)
        return tuple(self.policy.words.get(each) for each in forms if each)


def _field(thing: object, parts: list[str]) -> object:
    """Return what lies under a path of field names, or None."""
    for part in parts:
        thing = thing.get(part) if isinstance(thing, dict) else getattr(thing, part, None)
    return thing


def _within(record: BaseModel, parts: list[str]) -> bool:
    """Tell whether a record has a nested record of this id, or a field with something in it."""
    name, *rest = parts
    nested = next((each for each in _nested(record) if getattr(each, "id", None) == name), None)
    if nested is not None:
        return not rest or _within(nested, rest)
    value = getattr(record, name, None)
    if not rest:
        return value not in NOTHING
    if isinstance(value, BaseModel):
        return _within(value, rest)
    return any(str(each) == rest[0] for each in (value if isinstance(value, tuple) else (value,)))


def _nested(thing: object) -> Iterator[BaseModel]:
    """Yield all shapes within a shape, at any depth."""
    for each in _parts(thing):
        if isinstance(each, BaseModel):
            yield each
        yield from _nested(each)


def _parts(thing: object) -> Iterable[object]:
    if isinstance(thing, BaseModel):
        return [getattr(thing, name) for name in type(thing).model_fields]
    if isinstance(thing, dict):
        return thing.values()
    return thing if isinstance(thing, tuple) else ()
