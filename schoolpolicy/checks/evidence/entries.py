"""Checks of each piece of evidence: what it names is there, was done by who does it, and once."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from schoolpolicy.checks.warning import warning
from schoolpolicy.model.finding import Finding
from schoolpolicy.model.holding import Holders
from schoolpolicy.model.review import EVIDENCED
from schoolpolicy.model.role import Role
from schoolpolicy.model.vocabulary import Severity
from schoolpolicy.reading.suggest import remedy
from schoolpolicy.reading.today import today
from schoolpolicy.reading.values import singular, with_article
from schoolpolicy.rules.words import listed

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from schoolpolicy.model.finding import Place
    from schoolpolicy.model.policy import Policy
    from schoolpolicy.model.review import Evidence

LOG = "evidence"
"""What the places of the entries are filed under."""
EARLIEST = dt.date(2000, 1, 1)
"""What is older is a slip in the year."""


def check_entries(
    policy: Policy, places: Mapping[tuple[str, str], Place], ids: Mapping[str, Collection[str]]
) -> Iterator[Finding]:
    """Yield what is wrong with single pieces of evidence.

    Args:
        policy: the policy as it applies to the school.
        places: where each entry and each of its fields stands.
        ids: the ids of each subject, also of what does not apply to the school.
    """
    checker = _Entries(policy, places, ids)
    for number, entry in enumerate(policy.evidence):
        yield from checker.entry(number, entry)


class _Entries:
    def __init__(
        self,
        policy: Policy,
        places: Mapping[tuple[str, str], Place],
        ids: Mapping[str, Collection[str]],
    ) -> None:
        self._policy = policy
        self._places = places
        self._ids = ids
        self._holders = Holders(policy)
        self._seen: dict[tuple[tuple[str, str], dt.date, str], Place] = {}

    def entry(self, number: int, entry: Evidence) -> Iterator[Finding]:
        kind, done = entry.about
        yield from self._date(number, entry)
        yield from self._twice(number, entry)
        subject = EVIDENCED[kind]
        here = self._place(number, kind)
        if done in self._policy.subject(subject):
            yield from self._role(number, entry)
        elif done in self._ids.get(subject, ()):
            yield warning(
                "evidence.not-here",
                here,
                f'The {singular(subject)} "{done}" does not apply to the school, so that this '
                "counts for nothing.",
                "Correct the id, or delete the entry.",
            )
        else:
            yield self._unknown(here, kind, done)

    def _unknown(self, here: Place, kind: str, done: str) -> Finding:
        """Tell of an id that no such record has: that of another kind, or a slip of the pen."""
        no_such = f'There is no {singular(EVIDENCED[kind])} "{done}"'
        for other, subject in EVIDENCED.items():
            if done in self._ids.get(subject, ()):
                what = with_article(singular(subject))
                said = f'"{done}" is {what}, not {with_article(singular(EVIDENCED[kind]))}'
                hint = f'Write "{other}: {done}".'
                break
        else:
            said, hint = no_such, remedy(done, self._policy.subject(EVIDENCED[kind]))
        return warning("evidence.unknown", here, f"{said}, so that this counts for nothing.", hint)

    def _date(self, number: int, entry: Evidence) -> Iterator[Finding]:
        day = f"{entry.date:%-d %B %Y}"
        if entry.date > max(self._policy.day, today()):
            problem = f"This says what was done, but {day} is still to come."
            remedy = "Correct the date, or add the entry when it is done."
        elif entry.date < EARLIEST:
            problem = f"{day} is too long ago for a record of what was done."
            remedy = "Correct the year."
        else:
            return
        yield Finding(
            code="evidence.date",
            severity=Severity.ERROR,
            place=self._place(number, "date"),
            problem=problem,
            remedy=remedy,
        )

    def _twice(self, number: int, entry: Evidence) -> Iterator[Finding]:
        here = self._place(number)
        first = self._seen.setdefault((entry.about, entry.date, entry.by), here)
        if first is not here:
            yield warning(
                "evidence.twice",
                here,
                f'"{entry.about[1]}" is written twice for {entry.date:%-d %B %Y} and '
                f'"{entry.by}" (first in {first.file}, line {first.line}).',
                "Delete one of the two, or correct a date.",
            )

    def _role(self, number: int, entry: Evidence) -> Iterator[Finding]:
        kind, done = entry.about
        asked = self._asked(kind, done)
        if entry.by in self._who_may(asked, done if kind == "duty" else None):
            return
        whose = listed([f'"{each}"' for each in asked], "or")
        yield warning(
            "evidence.other-role",
            self._place(number, "by"),
            f'"{done}" was done by "{entry.by}", but it is for {whose} to do.',
            "Write who did it. Where others do the work, say so in posts.yml, under "
            '"delegates" or as a role that the post holds.',
        )

    def _asked(self, kind: str, done: str) -> tuple[str, ...]:
        """Return the roles that a thing is for, the one that answers for it first."""
        record = self._policy.subject(EVIDENCED[kind])[done]
        if kind == "duty":
            return (self._policy.duty_roles[done].id,)
        fields = ("by", "role", "kept_by", "approved_by", "signed_by", "who", "seen_by")
        named = [getattr(record, field, None) for field in fields]
        parts = [each if isinstance(each, tuple) else (each,) for each in named if each]
        items = [each.role for each in getattr(record, "items", ()) if each.role]
        return tuple(dict.fromkeys(role for part in (*parts, items) for role in part))

    def _who_may(self, asked: tuple[str, ...], duty: str | None) -> set[str]:
        """Return the roles asked, with deputies, members, and what their posts hold besides."""
        found = set(asked)
        for each in asked:
            role = self._policy.find(Role, each)
            found |= {*role.members, *([role.deputy] if role.deputy else [])}
        doers = [post for each in found for post in self._holders.of(each)]
        doers += self._holders.doing(duty) if duty else ()
        return found | {each for post in doers for each in post.roles}

    def _place(self, number: int, field: str | None = None) -> Place:
        entry = self._places[LOG, str(number)]
        return self._places.get((LOG, f"{number}.{field}"), entry) if field else entry
