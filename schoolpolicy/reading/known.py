"""What may be named: the ids of each subject, and what else their records are called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from schoolpolicy.reading.suggest import remedy
from schoolpolicy.reading.tree import Mapping, Scalar, Sequence
from schoolpolicy.reading.words import PLACEHOLDER

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from collections.abc import Mapping as MappingType

    from schoolpolicy.reading.tree import Node

_NAMES = ("title", "short", "plain", "keywords")
"""The fields that say what a record is called."""
_LONGEST_NAME = 6
"""How many words a name may have; what is longer is a sentence."""


class Known:
    """What may be named. The names of records are collected only where somebody needs them."""

    def __init__(
        self,
        ids: MappingType[str, Collection[str]],
        records: MappingType[str, MappingType[str, Mapping]],
        words: MappingType[str, str],
    ) -> None:
        """Prepare for one school.

        Args:
            ids: the ids of each subject.
            records: the records of all layers, by subject and id.
            words: what each placeholder stands for.
        """
        self.ids = ids
        self._records = records
        self._words = words
        self._names: dict[str, dict[str, tuple[str, ...]]] = {}

    def record(self, subject: str, identity: str) -> Mapping | None:
        """Return one record, if there is one."""
        return self._records.get(subject, {}).get(identity)

    def has(self, subject: str, identity: str) -> bool:
        """Tell whether a subject has a record; an activity is a thing too."""
        subjects = (subject, "activities") if subject == "things" else (subject,)
        return any(identity in self._records.get(each, {}) for each in subjects)

    def years(self) -> tuple[str, ...]:
        """Return the ids of the innermost years, in the order of the files."""
        cohorts = self._records.get("cohorts", {})
        outer = {each.text("within") for each in cohorts.values()}
        return tuple(
            identity
            for identity, each in cohorts.items()
            if each.text("audience") == "pupils"
            and (each.text("kind") or "year") == "year"
            and identity not in outer
        )

    def remedy(self, subject: str, word: str) -> str:
        """Say which record was perhaps meant."""
        return remedy(word, self.ids.get(subject, ()), names=self.names(subject))

    def names(self, subject: str) -> MappingType[str, tuple[str, ...]]:
        """Return what the records of a subject are called."""
        if subject not in self._names:
            self._names[subject] = {
                identity: tuple(self._called(node))
                for identity, node in self._records.get(subject, {}).items()
            }
        return self._names[subject]

    def _called(self, record: Mapping) -> Iterator[str]:
        for field in _NAMES:
            node = record.fields.get(field)
            for text in _texts(node) if node is not None else ():
                said = PLACEHOLDER.sub(lambda match: self._words.get(match[1], match[1]), text)
                if len(said.split()) <= _LONGEST_NAME:
                    yield said


def _texts(node: Node) -> Iterator[str]:
    if isinstance(node, Scalar):
        if isinstance(node.value, str):
            yield node.value
        return
    for inner in node.items if isinstance(node, Sequence) else node.fields.values():
        yield from _texts(inner)
