"""Finds where a school departs from the model policy without a reason, or from what has changed."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from schoolpolicy.checks.naming import shortened
from schoolpolicy.model.finding import Finding, Place
from schoolpolicy.model.layer import DepartureKind
from schoolpolicy.model.vocabulary import Severity
from schoolpolicy.reading.terms import capital
from schoolpolicy.reading.values import singular

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from schoolpolicy.model.layer import Departure, Layer
    from schoolpolicy.model.policy import Policy

TO_NOTE = frozenset({DepartureKind.CHANGED, DepartureKind.REMOVED})
"""What may no longer fit when the layers below change. What was left open there always fits."""


def check_departures(
    policy: Policy, noted: Mapping[tuple[str, str, str], str]
) -> Iterator[Finding]:
    """Yield, for information, what governors or the author should know of the school's changes.

    Args:
        policy: the school's policy, which holds its departures.
        noted: what `basis.yml` says each departure was made against.
    """
    unnoted: Counter[Layer] = Counter()
    silent: dict[str, list[Departure]] = {}
    for each in policy.departures:
        if each.kind is DepartureKind.CHANGED and each.because is None:
            silent.setdefault(each.layer.folder, []).append(each)
        if each.look_again:
            yield _told(
                each,
                "departure.look-again",
                f"{_name(each)} has changed in the layer below since you changed it.",
                f'Compare the two ("schoolpolicy explain {each.id}"), then run '
                f'"schoolpolicy basis {_slug(each)}".',
            )
        if each.kind in TO_NOTE:
            unnoted[each.layer] += (each.layer.folder, each.subject, each.id) not in noted
    for departures in silent.values():
        one = len(departures) == 1
        be = "is" if one else "are"
        yield _told(
            departures[0],
            "departure.no-reason",
            f"{capital(_names(departures))} {be} changed, and nothing says why.",
            f'Add a line "change: ..."{"" if one else " to each"}, for the people who approve the '
            "policy.",
        )
    for layer, count in unnoted.items():
        if count:
            changes = "change is" if count == 1 else "changes are"
            yield Finding(
                code="departure.not-noted",
                severity=Severity.INFO,
                place=Place(file=f"{layer.folder}/{layer.kind}.yml", line=1, column=1),
                problem=f"{count} {changes} not noted in basis.yml, so you will not hear when the "
                "model policy changes the same.",
                remedy=f'Run "schoolpolicy basis {layer.folder.rsplit("/", 1)[1]}".',
            )


def _slug(departure: Departure) -> str:
    return departure.layer.folder.rsplit("/", 1)[1]


def _names(departures: list[Departure]) -> str:
    if len(departures) == 1:
        return _name(departures[0])
    return shortened([f'{singular(each.subject)} "{each.id}"' for each in departures])


def _name(departure: Departure) -> str:
    return f'The {singular(departure.subject)} "{departure.id}"'


def _told(departure: Departure, code: str, problem: str, remedy: str) -> Finding:
    return Finding(
        code=code,
        severity=Severity.INFO,
        place=Place(file=departure.file, line=departure.line, column=1),
        problem=problem,
        remedy=remedy,
    )
