"""What stands beside the policy: linked policies, records kept, the register of AI tools."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from schoolpolicy.model.base import (
    CitationRef,
    CohortRef,
    Date,
    Interval,
    Record,
    RequirementRef,
    RoleRef,
    Text,
)
from schoolpolicy.model.vocabulary import Audience


class DocumentKind(StrEnum):
    """How a document stands to this policy."""

    POLICY = "policy"
    APPENDIX = "appendix"


class LinkedPolicy(Record):
    """Another policy of the school that this one leans on, or an appendix to this one."""

    title: Text
    about: Text
    """What it settles that this policy does not."""
    owner: RoleRef
    url: str | None = Field(default=None, pattern=r"^https://")
    """Where the school publishes it."""
    kind: DocumentKind = DocumentKind.POLICY
    where: Text | None = None
    """Where people find it, if it is not on the web: the office, the staff room."""
    missing: bool = False
    """True while the school has yet to write it: whatever names it leads nowhere."""
    source: tuple[CitationRef, ...] = ()
    covers: tuple[RequirementRef, ...] = ()


class KeptRecord(Record):
    """A record that the school keeps because of this policy."""

    title: Text
    holds: Text
    """What is written in it."""
    never: Text | None = None
    """What may not stand in it."""
    kept_by: RoleRef
    seen_by: tuple[RoleRef, ...] = ()
    """Who looks at it besides."""
    checked: Interval
    keep: Text
    """How long it is kept."""
    counts: tuple[Text, ...] = ()
    """What is counted in it for those who govern the school, without names."""
    source: tuple[CitationRef, ...] = ()
    covers: tuple[RequirementRef, ...] = ()


class Tool(Record):
    """One AI tool that the school has assessed: for whom, for what, and what was decided."""

    title: Text
    use: Text
    """What it is used for."""
    audience: tuple[Audience, ...] = Field(min_length=1)
    cohorts: tuple[CohortRef, ...] = ()
    """Which pupils, where not all of them."""
    age_limit: Text
    """The maker's age limit, and what the school makes of it."""
    data: Text
    """Which personal data it gets, if any."""
    watched: Text
    """How an adult or the monitoring sees what happens."""
    allowed: bool = True
    """False where the school looked at it and said no."""
    decided_by: RoleRef
    assessed_on: Date
    next_review: Date
