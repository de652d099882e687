"""Coverage as pages show it: by source, with what an audience may see of the answers."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from schoolpolicy.checks.coverage.answers import PAGES
from schoolpolicy.checks.coverage.report import missing_words
from schoolpolicy.checks.coverage.shown import last_shown
from schoolpolicy.model.coverage import CoverageStatus
from schoolpolicy.model.vocabulary import Need, Visibility
from schoolpolicy.publish.views.coverage_words import BINDS, STATUS_WORDS, summary
from schoolpolicy.publish.views.phrases import capital

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Collection, Iterable, Mapping

    from schoolpolicy.model.coverage import Asked, Coverage, Covering
    from schoolpolicy.model.policy import Policy


@dataclass(frozen=True)
class Look:
    """How a status looks: its word, the tone of its colour, and its icon."""

    word: str
    tone: str
    icon: str


LOOKS: Mapping[CoverageStatus, Look] = MappingProxyType(
    {
        status: Look(capital(STATUS_WORDS[status]), tone, icon)
        for status, tone, icon in (
            (CoverageStatus.COVERED, "good", "check-circle"),
            (CoverageStatus.PARTLY, "some", "circle-half-full"),
            (CoverageStatus.NOT, "never", "close-circle"),
            (CoverageStatus.BY_CHOICE, "open", "hand-back-left-outline"),
            (CoverageStatus.NOT_APPLICABLE, "open", "minus-circle-outline"),
            (CoverageStatus.COMING, "open", "clock-outline"),
        )
    }
)
NEEDS: Mapping[Need, str] = MappingProxyType(
    {
        Need.SAYS: "The policy says it",
        Need.DOES: "Somebody does it",
        Need.SHOWS: "Something shows it",
    }
)
"""What serves a need, as the heading of a list."""


@dataclass(frozen=True)
class Row:
    """One requirement with its answers.

    Attributes:
        asked: the requirement, and how far it is covered.
        look: how its status looks.
        answers: for each need, by kind, what answers it and this audience may see; each
            title once.
        more: True if something answers it that this audience may not see.
        shown: the last day for which there is evidence, if this audience may know.
    """

    asked: Asked
    look: Look
    answers: tuple[tuple[str, tuple[tuple[str, tuple[Covering, ...]], ...]], ...]
    more: bool
    shown: dt.date | None


@dataclass(frozen=True)
class Source:
    """What one law or guidance asks today."""

    citation: str
    title: str
    rows: tuple[Row, ...]

    @property
    def covered(self) -> int:
        """How many of its requirements are covered."""
        return sum(1 for row in self.rows if row.asked.status is CoverageStatus.COVERED)


@dataclass(frozen=True)
class CoverageView:
    """Coverage for one audience.

    Attributes:
        shown: of how many requirements there is evidence; None where the school keeps none, or
            this audience may not know.
        sources: what is asked today, by law or guidance, in the order of the catalogue.
        gaps: what is not covered, or only partly; what binds most comes first.
        by_choice: what the school chose not to do.
        not_here: what does not bind the school.
        coming: what an edition asks that is not in force yet.
        counts: how many requirements have each status, those with none left out.
        summary: one sentence.
    """

    shown: int | None
    sources: tuple[Source, ...]
    gaps: tuple[Row, ...]
    by_choice: tuple[Row, ...]
    not_here: tuple[Row, ...]
    coming: tuple[Row, ...]
    counts: tuple[tuple[Look, int], ...]
    summary: str


def coverage_view(
    policy: Policy, whole: Coverage, pages: Collection[str], audience: Visibility
) -> CoverageView:
    """Return coverage as one audience may see it.

    Args:
        policy: what the audience may see of the policy.
        whole: the coverage of the whole policy.
        pages: the paths of the pages that the audience's site has.
        audience: who reads it.
    """
    coverage = _for_audience(policy, whole, audience)
    rows = {each.requirement: _row(policy, each, pages) for each in coverage.asked}
    titles: dict[str, str] = {}
    by_source: dict[str, list[Row]] = {}
    for each in coverage.asked:
        if each.status in BINDS:
            titles[each.citation] = each.source
            by_source.setdefault(each.citation, []).append(rows[each.requirement])

    def having(status: CoverageStatus) -> tuple[Row, ...]:
        return tuple(row for row in rows.values() if row.asked.status is status)

    return CoverageView(
        sum(1 for row in rows.values() if row.shown) if policy.evidence else None,
        tuple(Source(key, titles[key], tuple(found)) for key, found in by_source.items()),
        tuple(rows[each.requirement] for each in coverage.gaps),
        having(CoverageStatus.BY_CHOICE),
        having(CoverageStatus.NOT_APPLICABLE),
        having(CoverageStatus.COMING),
        tuple((LOOKS[status], count) for status, count in coverage.counts.items() if count),
        summary(coverage),
    )


def _for_audience(policy: Policy, coverage: Coverage, audience: Visibility) -> Coverage:
    """Return the requirements that an audience may see.

    The public learns what is missing, and not why: who holds no role, or what was taken away.
    """
    here = policy.subject("requirements")
    asked = [
        each
        for each in coverage.asked
        if each.requirement in here or each.status is CoverageStatus.NOT_APPLICABLE
    ]
    if audience is Visibility.PUBLIC:
        asked = [
            each.model_copy(update={"why": missing_words(each.missing)}) if each.missing else each
            for each in asked
        ]
    return coverage.model_copy(update={"asked": tuple(asked)})


def _row(policy: Policy, asked: Asked, pages: Collection[str]) -> Row:
    seen = [each for each in asked.covered_by if _sees(policy, each, pages)]
    answers = ((NEEDS[need], _by_kind(seen, need)) for need in Need)
    return Row(
        asked,
        LOOKS[asked.status],
        tuple((title, found) for title, found in answers if found),
        len(seen) < len(asked.covered_by),
        last_shown(policy, seen),
    )


def _by_kind(found: Iterable[Covering], need: Need) -> tuple[tuple[str, tuple[Covering, ...]], ...]:
    kinds: dict[str, dict[str, Covering]] = {}
    for each in found:
        if each.need is need:
            kinds.setdefault(each.kind, {}).setdefault(each.title, each)
    return tuple((kind, tuple(titles.values())) for kind, titles in kinds.items())


def _sees(policy: Policy, covering: Covering, pages: Collection[str]) -> bool:
    if covering.subject == PAGES:
        return covering.id in pages
    return covering.id in policy.subject(covering.subject)
