"""The subjects of the policy: which top-level key holds which records."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from schoolpolicy.model.agreement import Agreement, ConsentPurpose
from schoolpolicy.model.checklist import Checklist
from schoolpolicy.model.document import KeptRecord, LinkedPolicy, Tool
from schoolpolicy.model.grid import Grid
from schoolpolicy.model.incident import Flowchart, Incident, Never
from schoolpolicy.model.learning import Strand, Training
from schoolpolicy.model.marker import Marker
from schoolpolicy.model.organisation import Cohort
from schoolpolicy.model.post import Post
from schoolpolicy.model.response import Response, Restriction
from schoolpolicy.model.review import ReviewItem
from schoolpolicy.model.role import Role
from schoolpolicy.model.rule import Rule, RuleException
from schoolpolicy.model.scope import Activity, Event, Place, Thing, Time, Zone
from schoolpolicy.model.source import Citation, Contact, Requirement
from schoolpolicy.model.statement import GlossaryEntry, RiskCategory, Section, Statement, Topic
from schoolpolicy.model.superseded import Superseded
from schoolpolicy.model.term import Choice, Term

if TYPE_CHECKING:
    from collections.abc import Mapping

    from schoolpolicy.model.base import Record

SUBJECTS: Mapping[str, type[Record]] = MappingProxyType(
    {
        "activities": Activity,
        "agreements": Agreement,
        "checklists": Checklist,
        "choices": Choice,
        "citations": Citation,
        "cohorts": Cohort,
        "consents": ConsentPurpose,
        "contacts": Contact,
        "curriculum": Strand,
        "documents": LinkedPolicy,
        "events": Event,
        "exceptions": RuleException,
        "flowcharts": Flowchart,
        "glossary": GlossaryEntry,
        "grids": Grid,
        "incidents": Incident,
        "markers": Marker,
        "nevers": Never,
        "places": Place,
        "posts": Post,
        "records": KeptRecord,
        "requirements": Requirement,
        "responses": Response,
        "restrictions": Restriction,
        "reviews": ReviewItem,
        "risks": RiskCategory,
        "roles": Role,
        "rules": Rule,
        "sections": Section,
        "statements": Statement,
        "superseded": Superseded,
        "terms": Term,
        "things": Thing,
        "times": Time,
        "tools": Tool,
        "topics": Topic,
        "training": Training,
        "zones": Zone,
    }
)
"""From the top-level key of a data file to the shape of its records."""
