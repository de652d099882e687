"""What is not there for a reason that is told elsewhere: removed, or in a file not read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from schoolpolicy.reading.tree import error
from schoolpolicy.reading.values import singular

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from schoolpolicy.model.finding import Finding
    from schoolpolicy.reading.merge import Removal

SHOWN = 5
"""How many records are named that still name what was removed."""


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
        self._users: dict[tuple[str, str], dict[str, None]] = {}

    def excuses(self, subject: str, identity: str, name: str) -> bool:
        """Tell whether the reason why a record is not there is told elsewhere.

        Args:
            subject: the subject of the record that is not there.
            identity: its id.
            name: the record that names it: `the rule "no-phones"`.
        """
        for each in (subject, "activities") if subject == "things" else (subject,):
            if (each, identity) in self._removals:
                self._users.setdefault((each, identity), {})[name] = None
                return True
        return subject in self._unsure

    def findings(self) -> Iterator[Finding]:
        """Yield one finding for each removed record that something still names."""
        for (subject, identity), users in self._users.items():
            noun = singular(subject)
            names = sorted(users)
            last = names.pop() if len(names) <= SHOWN else f"{len(names) - SHOWN} more"
            shown = " and ".join([*([", ".join(names[:SHOWN])] if names else []), last])
            yield error(
                "read.removed-but-used",
                self._removals[subject, identity].mark,
                f'The {noun} "{identity}" is removed here, but {shown} still '
                f"{'name' if len(users) > 1 else 'names'} it.",
                f"Change or remove {'those' if len(users) > 1 else 'that'} too, "
                f"or delete these lines and keep the {noun}.",
            )
