"""What statements and pages tell each kind of reader, to compare one telling with another."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from schoolpolicy.checks.paragraphs import paragraphs, placed_sentences
from schoolpolicy.checks.texts import texts_of
from schoolpolicy.checks.written import Written

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from schoolpolicy.checks.text.prose import Prose
    from schoolpolicy.model.base import Only
    from schoolpolicy.model.finding import Place
    from schoolpolicy.model.policy import Policy

FORMAL = "formal"
_FORMAL_FIELDS = frozenset({"text", "points"})
_BANDS = ("eyfs_ks1", "ks2", "ks3_4", "sixth_form")
_READERS: Mapping[str, tuple[str, ...]] = {
    "community": ("community",),
    "governors": ("governors",),
    "parents": ("parents",),
    "policy": (FORMAL,),
    "pupils": _BANDS,
    "staff": ("staff",),
}
"""Whose words stand on the pages of a folder."""
_WORDS = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")


@dataclass(frozen=True)
class Telling:
    """Something that a statement or a page tells some readers.

    Attributes:
        written: the whole text.
        start: where this begins in it.
        end: where it ends.
        readers: who reads it: `formal`, or the fields of the words of a statement.
        owner: the statement or the page.
        only: when it applies.
    """

    written: Written
    start: int
    end: int
    readers: tuple[str, ...]
    owner: str
    only: Only

    @cached_property
    def text(self) -> str:
        """What it says."""
        return " ".join(self.written.text[self.start : self.end].split())

    @cached_property
    def words(self) -> tuple[str, ...]:
        """Its words in small letters."""
        return tuple(_WORDS.findall(self.text.lower().replace("’", "'")))

    @property
    def name(self) -> str:
        """What a finding calls it."""
        said = self.written.said
        return f'the statement "{said.record.id}"' if said else f"the page {self.owner}"

    def place(self, prose: Prose) -> Place:
        """Return where it stands."""
        return prose.spot(self.written, self.start, self.end)

    def may_meet(self, other: Telling) -> bool:
        """Tell whether one reader may see both, in one edition of the policy."""
        return self.owner != other.owner and not _exclude(self.only, other.only)

    def sentences(self) -> Iterator[Telling]:
        """Yield its sentences."""
        for start, end in placed_sentences(self.written.text, self.start, self.end):
            yield Telling(self.written, start, end, self.readers, self.owner, self.only)


def tellings(policy: Policy, prose: Prose) -> Iterator[Telling]:
    """Yield what the statements tell, and each paragraph of the pages."""
    for said in texts_of(policy, ["statements"]):
        if said.fields[0] in _FORMAL_FIELDS:
            readers: tuple[str, ...] = (FORMAL,)
        elif said.fields[0] == "words":
            readers = (said.field,)
        else:
            continue
        written = Written(said.text, said.words, said=said)
        only = said.record.only
        yield Telling(written, 0, len(said.text), readers, said.record.id, only)
    for written in prose.written:
        if page := written.page:
            readers = _READERS.get(page.path.split("/")[0], ())
            for start, end in paragraphs(written.text):
                yield Telling(written, start, end, readers, page.file, page.front.only)


def to_blame(one: Telling, other: Telling, prose: Prose) -> tuple[Telling, Telling]:
    """Return a pair, the one to mend first: the school's own, or else the later one."""
    first, second = one.place(prose), other.place(prose)
    own = (first.file.startswith("schools/"), second.file.startswith("schools/"))
    if own[0] != own[1]:
        return (one, other) if own[0] else (other, one)
    late = (second.file, second.line) >= (first.file, first.line)
    return (other, one) if late else (one, other)


def _exclude(one: Only, other: Only) -> bool:
    """Tell whether two conditions never hold together."""
    groups = (
        (one.nations, other.nations),
        (one.phases, other.phases),
        (one.types, other.types),
        *(
            (one.answers(each), other.answers(each))
            for each in one.choices
            if each in other.choices
        ),
    )
    return any(left and right and not set(left) & set(right) for left, right in groups)
