"""Which words are names of people, and which are words that a policy has anyway."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from schoolpolicy.reading.load import OWNER_FILES
from schoolpolicy.reading.parse import read_tree
from schoolpolicy.reading.personal import TITLES
from schoolpolicy.reading.project import data_files, page_files, read_text
from schoolpolicy.reading.tree import Mapping

if TYPE_CHECKING:
    from collections.abc import Iterable

    from schoolpolicy.reading.project import Project

_FILE = Path(__file__).with_name("names.yml")
_OWN_NAME = re.compile(r"""^(?:short_)?name: *["']?([^"'#\n]+)""", re.MULTILINE)
_CAPITAL_BEFORE = re.compile(r"(?<!\w)[^\W\d_a-z][\w'’.-]* $")
_CAPITAL_AFTER = re.compile(r" [^\W\d_a-z]")
_NEAR = 30
_POSSESSIVE = re.compile(r"['’]s?$")


class Names(NamedTuple):
    """The lists of `names.yml`, which says what each is for."""

    first: frozenset[str]
    perhaps: frozenset[str]
    surnames: frozenset[str]
    not_surnames: frozenset[str]
    not_before: frozenset[str]
    roles: tuple[str, ...]
    well_known: frozenset[str]


@cache
def names() -> Names:
    """Return the lists of names."""
    tree, _ = read_tree(_FILE.read_text(encoding="utf-8"), _FILE.name)
    if not isinstance(tree, Mapping):
        raise TypeError(f"{_FILE.name} is a mapping")

    def words(key: str) -> frozenset[str]:
        return frozenset((tree.text(key) or "").split())

    def phrases(key: str) -> tuple[str, ...]:
        return tuple(" ".join(each.split()) for each in (tree.text(key) or "").split("|"))

    return Names(
        first=words("first"),
        perhaps=words("perhaps"),
        surnames=words("surnames"),
        not_surnames=words("not_surnames"),
        not_before=words("not_before"),
        roles=phrases("roles"),
        well_known=frozenset(phrases("well_known")),
    )


def plain(word: str) -> str:
    """Return a word as the lists have it: small letters, no accents, no `'s`."""
    apart = unicodedata.normalize("NFKD", word.lower())
    return _POSSESSIVE.sub("", "".join(each for each in apart if not unicodedata.combining(each)))


class Known:
    """What is no detail of a person in one project.

    Words of the model policy and names of schools are no surnames; the names of those who hold
    posts may be told where the school says so.
    """

    def __init__(self, text: str = "", names: Iterable[str] = (), told: Iterable[str] = ()) -> None:
        """Take what is known.

        Args:
            text: the model policy, as it is written.
            names: what schools and trusts are called.
            told: the people whose names the school publishes, with their agreement.
        """
        self._names = tuple(plain(each) for each in names)
        self._text = text.replace("İ", "I")  # else it would be longer in small letters
        self._low = self._text.lower()
        self._asked = {word: True for name in self._names for word in name.split()}
        self._told = tuple(_words(each) for each in told)

    @classmethod
    def of(cls, project: Project, told: Iterable[str] = ()) -> Known:
        """Return what is known in a project, as its files are now.

        Args:
            project: where the files are.
            told: the people whose names the school publishes.
        """
        model = (*data_files(project, project.data), *page_files(project, project.docs))
        owners = [
            read_text(project, path).text
            for name in OWNER_FILES
            for path in sorted(project.schools.glob(f"*/{name}"))
        ]
        called = [name.strip() for text in owners for name in _OWN_NAME.findall(text)]
        return cls("\n".join(each.text for each in model), called, told)

    def has(self, word: str) -> bool:
        """Return True if the policy has a word, as `plain` returns it, for something else.

        It may have a name too: so a word counts in small letters, or where it stands alone.
        """
        if word not in self._asked:
            self._asked[word] = word in self._low and any(
                self._text[start].islower() or self._stands_alone(start, end)
                for start, end in (
                    match.span()
                    for match in re.finditer(rf"(?<!\w){re.escape(word)}(?!\w)", self._low)
                )
            )
        return self._asked[word]

    def _stands_alone(self, start: int, end: int) -> bool:
        """Return True if a word with a capital stands beside no other: `ask Childline first`."""
        before, after = self._text[max(0, start - _NEAR) : start], self._text[end : end + _NEAR]
        return not (_CAPITAL_BEFORE.search(before) or _CAPITAL_AFTER.match(after))

    def is_surname(self, word: str) -> bool:
        """Return True if a word after a first name can be a surname."""
        return word in names().surnames or not self.has(word)

    def is_of_school(self, words: str) -> bool:
        """Return True if words are part of the name of a school or a trust."""
        return any(words in each for each in self._names)

    def is_told(self, name: str) -> bool:
        """Return True if the school publishes a name, or a part of it such as `Mrs Hill`."""
        words = _words(name) - {plain(each) for each in TITLES}
        return bool(words) and any(words <= each for each in self._told)


def _words(name: str) -> frozenset[str]:
    return frozenset(plain(each) for each in re.findall(r"[\w'’-]+", name))
