"""What is not there for a reason that is told elsewhere: removed, or in a file not read."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from schoolpolicy.reading.tree import Mapping, error
from schoolpolicy.reading.values import singular

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from schoolpolicy.model.finding import Finding
    from schoolpolicy.reading.merge import Removal

SHOWN = 5
"""How many records are named that still name what was removed."""
REMOVED_BUT_USED = "read.removed-but-used"
TERMS = "terms"
_FORM = re.compile(r"^(?:an?_|the_)?(.+?)(?:_possessive)?$")
"""A placeholder: the word itself, with what brings an article or says whose something is."""


class Gone:
    """What is not there, and what names it all the same."""

    def __init__(self, removals: Iterable[Removal], unsure: Collection[str]) -> None:
        """Prepare for one school.

        Args:
            removals: what layers took away.
            unsure: subjects of which some records could not be read.
        """
        self._unsure = {*unsure, *(["things"] if "activities" in unsure else [])}
        self._removals = {(each.subject, each.id): each for each in removals}
        whole = {each.mark: key for key, each in self._removals.items() if key[0] == "roles"}
        self._with = {
            key: whole[each.mark]
            for key, each in self._removals.items()
            if key[0] == "duties" and each.mark in whole
        }
        """The duties that went with a role, and the role: that one line took both away."""
        self._words = {
            word: key
            for key, each in self._removals.items()
            if key[0] == TERMS
            for word in _placeholders(each.under)
        }
        self._lost_words: set[str] = set()
        self._users: dict[tuple[str, str], dict[str, None]] = {}
        self._many: dict[tuple[str, str], dict[str, Counter[str]]] = {}

    def excuses(self, subject: str, identity: str, name: str) -> bool:
        """Tell whether the reason why a record is not there is told elsewhere.

        Args:
            subject: the subject of the record that is not there.
            identity: its id.
            name: the record that names it: `the rule "no-phones"`.
        """
        key = self._removed(subject, identity)
        if key is not None:
            self._users.setdefault(key, {})[name] = None
            return True
        return subject in self._unsure

    def excuses_page(self, subject: str, identity: str, page: str) -> bool:
        """Tell the same of what a page names; pages are counted, not named."""
        key = self._removed(subject, identity)
        if key is not None:
            self._count(key, "page", page)
            return True
        return subject in self._unsure

    def excuses_word(self, placeholder: str, where: str, kind: str = "text") -> bool:
        """Tell whether the reason why a term is not there is told elsewhere.

        Args:
            placeholder: what stands between the braces.
            where: the place of the text.
            kind: what has the text: a `text` of a record, or a `page`.
        """
        word = _bare(placeholder)
        if word in self._words:
            self._count(self._words[word], kind, where)
            return True
        return word in self._lost_words or TERMS in self._unsure

    def lose_words(self, term: Mapping) -> None:
        """Note that a term cannot be read, so that nobody is blamed for using it."""
        self._lost_words |= _placeholders(term)

    def _removed(self, subject: str, identity: str) -> tuple[str, str] | None:
        for each in (subject, "activities") if subject == "things" else (subject,):
            if (each, identity) in self._removals:
                return self._with.get((each, identity), (each, identity))
        return None

    def _count(self, key: tuple[str, str], kind: str, where: str) -> None:
        self._many.setdefault(key, {}).setdefault(kind, Counter())[where] += 1

    def findings(self) -> Iterator[Finding]:
        """Yield one finding for each removed record that something still names."""
        for subject, identity in {**self._users, **self._many}:
            noun = singular(subject)
            names = sorted(self._users.get((subject, identity), ()))
            more = len(names) - SHOWN
            shown = [*names[:SHOWN], *([f"{more} more"] if more > 0 else [])]
            for kind, where in self._many.get((subject, identity), {}).items():
                shown.append(f"{len(where)} {kind}{'s' if len(where) > 1 else ''}")
            several = len(shown) > 1 or not (names or shown[0].startswith("1 "))
            last = shown.pop()
            yield error(
                REMOVED_BUT_USED,
                self._removals[subject, identity].mark,
                f'The {noun} "{identity}" is removed here, but '
                f"{' and '.join([*([', '.join(shown)] if shown else []), last])} still "
                f"{'name' if several else 'names'} it"
                f"{' or its duties' if (subject, identity) in self._with.values() else ''}.",
                f"Change or remove {'those' if several else 'that'} too, "
                f"or delete these lines and keep the {noun}.",
            )


def _placeholders(term: Mapping) -> set[str]:
    """Return the words between braces for which a term stands."""
    node = term.fields.get("placeholder")
    if not isinstance(node, Mapping):
        return set()
    return {word.lower() for each in ("one", "many") if (word := node.text(each))}


def _bare(placeholder: str) -> str:
    found = _FORM.match(placeholder.lower())
    return found[1] if found else placeholder.lower()
