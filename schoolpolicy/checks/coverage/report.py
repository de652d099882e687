"""Works out, for each requirement, how far one school's policy covers it, and why."""

from __future__ import annotations

from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING

from schoolpolicy.checks.coverage.answers import Answers
from schoolpolicy.checks.coverage.shown import last_shown
from schoolpolicy.checks.coverage.taken_out import taken_out
from schoolpolicy.checks.coverage.whom import chosen_against, why_not_here
from schoolpolicy.model.coverage import Asked, Coverage, CoverageStatus
from schoolpolicy.model.source import Citation
from schoolpolicy.model.vocabulary import BINDING, Need, Strength, Visibility
from schoolpolicy.reading.applies import Applies
from schoolpolicy.reading.counterparts import stand_in
from schoolpolicy.reading.values import singular
from schoolpolicy.rules.editions import Editions
from schoolpolicy.rules.words import listed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from schoolpolicy.checks.coverage.answers import Claim
    from schoolpolicy.model.policy import Policy
    from schoolpolicy.model.source import Requirement
    from schoolpolicy.reading.merge import Removal
    from schoolpolicy.reading.pages import Page

MISSING: Mapping[Need, str] = MappingProxyType(
    {
        Need.SAYS: "the policy does not say it",
        Need.DOES: "nobody has the duty",
        Need.SHOWS: "no record or checklist shows it",
    }
)
"""What is missing where a need is not served, as part of a sentence."""


def missing_words(missing: Iterable[Need]) -> str:
    """Return a sentence on what is missing."""
    lacks = listed([MISSING[each] for each in missing])
    return f"{lacks[:1].upper()}{lacks[1:]}."


def coverage(
    complete: Policy, policy: Policy, pages: Iterable[Page], removals: Iterable[Removal] = ()
) -> Coverage:
    """Return how far a school's policy covers each requirement of its nation.

    A record counts only if it stands in the policy as it applies: not what is removed, what
    waits for a choice, what another choice switched off, a duty that nobody holds, or a policy
    still to be written.

    Args:
        complete: the policy with all records, of all nations and choices.
        policy: the same as it applies to the school.
        pages: the pages that the school's site has.
        removals: what its layers took away.
    """
    return _Report(complete, policy, pages, removals).coverage()


class _Report:
    def __init__(
        self,
        complete: Policy,
        policy: Policy,
        pages: Iterable[Page],
        removals: Iterable[Removal],
    ) -> None:
        self.policy = policy
        self.complete = complete
        self.editions = Editions(policy)
        self.answers = Answers(policy, pages)
        gone = tuple(removals)
        self.taken_out = tuple(taken_out(complete, gone))
        self.removed = [
            (each, names) for each in gone if (names := set(_named(each.under.plain())))
        ]

    @cached_property
    def elsewhere(self) -> Answers:
        """What would answer, had the school chosen otherwise: worked out only to explain a gap."""
        return Answers(stand_in(self.complete, Applies.to(self.complete)))

    def coverage(self) -> Coverage:
        here = {each.id for each in self.policy.requirements}
        rows = [
            *(
                self._here(each) if each.id in here else self._not_here(each)
                for each in self.complete.requirements
            ),
            *(self._taken_out(each, removal) for each, removal in self.taken_out),
        ]
        return Coverage(
            school=self.policy.slug,
            day=self.policy.day,
            final=self.policy.final,
            asked=tuple(each for each in rows if each is not None),
        )

    def _not_here(self, requirement: Requirement) -> Asked | None:
        """Return a requirement that does not bind the school; None if it is another nation's."""
        only, nation = requirement.only, self.policy.school.nation
        cited = self.complete.find(Citation, requirement.citation)
        if nation not in (only.nations or cited.nations) or nation not in cited.nations:
            return None
        why = why_not_here(self.complete, only)
        return self._row(requirement, CoverageStatus.NOT_APPLICABLE, why=why) if why else None

    def _here(self, requirement: Requirement) -> Asked | None:
        if self.editions.coming(requirement):
            cited = self.editions.citations[requirement.citation]
            why = f"{cited.short or cited.title} is not in force yet."
            return self._row(requirement, CoverageStatus.COMING, why=why)
        if not self.editions.asks(requirement):
            return None  # a requirement of today's edition stands in its place
        found = [each for each in self._claims(requirement) if each.idle is None]
        lacks = self._lacks(requirement)
        missing = tuple(each for each in requirement.needs if each in lacks)
        if requirement.declined and requirement.strength is not Strength.LAW:
            return self._row(requirement, CoverageStatus.BY_CHOICE, found, why=requirement.declined)
        if not missing:
            return self._row(
                requirement, CoverageStatus.COVERED, found, why=self._aged(requirement)
            )
        return self._gap(requirement, found, missing)

    def _taken_out(self, requirement: Requirement, removal: Removal) -> Asked:
        """Return a requirement that a layer removed: of what the law asks, that is a gap."""
        why = f"{removal.layer.name} took it out: {removal.because.rstrip('.')}."
        if requirement.strength is not Strength.LAW:
            return self._row(requirement, CoverageStatus.BY_CHOICE, why=why)
        return self._row(
            requirement,
            CoverageStatus.NOT,
            missing=requirement.needs,
            why=f"{why} What the law asks cannot be taken out.",
            to_do='Delete the line "remove". If it does not bind this school, say under '
            '"severities" or "accepted" why.',
        )

    def _gap(
        self, requirement: Requirement, found: list[Claim], missing: tuple[Need, ...]
    ) -> Asked:
        """Return a requirement that is not covered, or only partly, with the reasons."""
        chosen = tuple(self._chosen_away(requirement, missing))
        if chosen and not found and requirement.strength not in BINDING:
            return self._row(requirement, CoverageStatus.BY_CHOICE, why=" ".join(chosen))
        before = self._before(requirement)
        status = CoverageStatus.PARTLY if found or before else CoverageStatus.NOT
        why = [
            missing_words(missing),
            *self._idle(requirement),
            *chosen,
            *self._taken_away(requirement),
            *self._open(requirement),
            *before,
        ]
        return self._row(
            requirement,
            status,
            found,
            missing=missing,
            why=" ".join(dict.fromkeys(why)),
            to_do=requirement.how,
        )

    def _claims(
        self, requirement: Requirement, seen: frozenset[str] = frozenset()
    ) -> Iterator[Claim]:
        """Yield what covers a requirement, or one before it that asked the same."""
        yield from self.answers.to(requirement.id)
        for earlier in self._same_before(requirement, seen):
            yield from self._claims(earlier, seen | {requirement.id})

    def _lacks(self, requirement: Requirement, seen: frozenset[str] = frozenset()) -> set[Need]:
        """Return the needs that nothing serves.

        What asks the same as several of the edition before is served only if each of them is.
        """
        left = set(requirement.needs) - self._served(self.answers.to(requirement.id))
        if not requirement.as_before:
            return left
        lacking = {
            need
            for earlier in self._same_before(requirement, seen)
            for need in self._lacks(earlier, seen | {requirement.id})
        }
        served = self._served(self._claims(requirement))
        return {need for need in left if need in lacking or need not in served}

    def _same_before(self, requirement: Requirement, seen: frozenset[str]) -> list[Requirement]:
        """Return what asked the same before; no way leads through what was seen already."""
        if not requirement.as_before:
            return []
        known = self.editions.requirements
        return [known[name] for name in requirement.follows if name in known and name not in seen]

    def _served(self, claims: Iterable[Claim]) -> set[Need]:
        return {each.covering.need for each in claims if each.idle is None}

    def _idle(self, requirement: Requirement) -> Iterator[str]:
        """Yield why something does not count that says it covers the requirement."""
        for each in self._claims(requirement):
            if each.idle is not None:
                yield f"{each.idle[:1].upper()}{each.idle[1:]}."

    def _before(self, requirement: Requirement) -> list[str]:
        """Return a sentence where what there is was written for the edition before."""
        if requirement.as_before:
            return []
        count = sum(len(self.answers.to(each)) for each in requirement.follows)
        if not count:
            return []
        texts = "1 text answers" if count == 1 else f"{count} texts answer"
        return [f"{texts} what the edition before asked: see whether that is enough now."]

    def _aged(self, requirement: Requirement) -> str | None:
        """Return a sentence where the requirement itself is still the one of an older edition."""
        new = self.editions.outdated(requirement)
        if new is None:
            return None
        return f"See whether {new.short or new.title} still asks this: no record says so yet."

    def _chosen_away(self, requirement: Requirement, missing: tuple[Need, ...]) -> Iterator[str]:
        """Yield the choices of the school that switched off what would serve a need."""
        for claim in self.elsewhere.to(requirement.id):
            subject, identity = claim.covering.subject, claim.covering.id
            if claim.covering.need in missing and subject in SERVED_BY_RECORDS:
                record = self.complete.subject(subject)[identity]
                yield from chosen_against(self.complete, record.only)

    def _taken_away(self, requirement: Requirement) -> Iterator[str]:
        """Yield what was taken away; staff read this, so what is for governors stays unnamed."""
        for removal, names in self.removed:
            if requirement.id not in names:
                continue
            if removal.under.text("visibility") == Visibility.GOVERNORS:
                yield f"{removal.layer.name} took away what only governors may see."
            else:
                what = f"the {singular(removal.subject)} “{removal.id}”"
                yield f"{removal.layer.name} took {what} away: {removal.because.rstrip('.')}."

    def _open(self, requirement: Requirement) -> Iterator[str]:
        """Yield the choices that are still to be made, on which an answer waits."""
        for claim in self.elsewhere.to(requirement.id):
            subject, identity = claim.covering.subject, claim.covering.id
            if subject in SERVED_BY_RECORDS and identity in self.policy.subject(subject):
                record = self.policy.subject(subject)[identity]
                for each in self.policy.open_choices(record):
                    yield f"It waits for an answer to “{each.choice.question}”"

    def _row(
        self,
        requirement: Requirement,
        status: CoverageStatus,
        found: Iterable[Claim] = (),
        *,
        missing: tuple[Need, ...] = (),
        why: str | None = None,
        to_do: str | None = None,
    ) -> Asked:
        cited = self.complete.find(Citation, requirement.citation)
        covered_by = tuple(dict.fromkeys(each.covering for each in found))
        return Asked(
            requirement=requirement.id,
            text=requirement.text,
            citation=cited.id,
            source=cited.short or cited.title,
            paragraph=requirement.paragraph,
            strength=requirement.strength,
            sure=requirement.sure,
            doubt=requirement.doubt,
            status=status,
            covered_by=covered_by,
            missing=missing,
            why=why,
            to_do=to_do,
            evidence=requirement.evidence,
            last_shown=last_shown(self.policy, covered_by),
        )


SERVED_BY_RECORDS = frozenset(
    {"agreements", "curriculum", "documents", "duties", "incidents", "records", "responses"}
    | {"reviews", "rules", "statements", "training"}
)
"""Subjects whose records say themselves what they cover."""


def _named(plain: object) -> Iterator[str]:
    """Yield the requirements that a record as it was written, or a part of it, covers."""
    if isinstance(plain, dict):
        for key, value in plain.items():
            if key == "covers" and isinstance(value, list):
                yield from (str(each) for each in value)
            else:
                yield from _named(value)
    elif isinstance(plain, list):
        for each in plain:
            yield from _named(each)
