"""Which parts of a policy say that they answer a requirement, and which of them count."""

from __future__ import annotations

from collections import defaultdict
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from schoolpolicy.model.agreement import Agreement
from schoolpolicy.model.checklist import Checklist
from schoolpolicy.model.coverage import Covering
from schoolpolicy.model.document import KeptRecord, LinkedPolicy
from schoolpolicy.model.holding import Holders
from schoolpolicy.model.incident import Incident
from schoolpolicy.model.learning import Strand, Training
from schoolpolicy.model.response import Response
from schoolpolicy.model.review import ReviewItem
from schoolpolicy.model.role import Duty
from schoolpolicy.model.rule import Rule
from schoolpolicy.model.statement import Statement
from schoolpolicy.model.vocabulary import Need
from schoolpolicy.reading.words import fill
from schoolpolicy.rules.checklists import contents
from schoolpolicy.rules.takeable import Takeable
from schoolpolicy.rules.words import audiences_words, inside

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from schoolpolicy.model.base import Record
    from schoolpolicy.model.policy import Policy
    from schoolpolicy.reading.pages import Page

PAGES = "pages"
"""What pages are filed under, beside the subjects of the policy."""
SERVES: Mapping[str, Need] = MappingProxyType(
    {
        **dict.fromkeys(("statements", "rules", "agreements", "documents", PAGES), Need.SAYS),
        **dict.fromkeys(("duties", "reviews", "training", "curriculum"), Need.DOES),
        **dict.fromkeys(("incidents", "responses"), Need.DOES),
        **dict.fromkeys(("records", "checklists"), Need.SHOWS),
    }
)
"""Which need each kind of record serves."""
_KINDS: Mapping[str, str] = MappingProxyType(
    {
        "statements": "Policy",
        "rules": "Rules",
        "agreements": "Agreements",
        "documents": "Other policies",
        PAGES: "Pages",
        "duties": "Duties",
        "reviews": "Reviews",
        "training": "Training",
        "curriculum": "Lessons",
        "incidents": "What to do",
        "responses": "What follows",
        "records": "Records",
        "checklists": "Checklists",
    }
)
"""What readers call each kind."""


NO_POSTS = "nobody is told who holds the roles"
"""Why no duty counts at a school that has not written down its posts yet."""


class Claim(NamedTuple):
    """What a part of the policy says that it covers.

    Attributes:
        requirement: what it says that it covers.
        covering: the part.
        idle: why it does not count, as the end of a sentence; None if it does.
    """

    requirement: str
    covering: Covering
    idle: str | None = None


class Answers:
    """All that a policy says in answer to requirements."""

    def __init__(self, policy: Policy, pages: Iterable[Page] = ()) -> None:
        """Take a policy as it applies to a school.

        Args:
            policy: whose records.
            pages: those that the school's site has.
        """
        self._policy = policy
        self._holders = Holders(policy)
        self._topics = {each.id: each.title for each in policy.topics}
        self._to: dict[str, list[Claim]] = defaultdict(list)
        for claim in (*self._records(), *self._checklists(), *_pages(pages, policy.words)):
            self._to[claim.requirement].append(claim)

    def to(self, requirement: str) -> tuple[Claim, ...]:
        """Return what says that it covers a requirement, whether it counts or not."""
        return tuple(self._to.get(requirement, ()))

    def _records(self) -> Iterator[Claim]:
        for subject in SERVES:
            if subject in {PAGES, "checklists"}:
                continue
            for record in self._policy.subject(subject).values():
                covers: tuple[str, ...] = getattr(record, "covers", ())
                if covers:
                    covering = self._covering(subject, record)
                    idle = self._idle(record)
                    yield from (Claim(each, covering, idle) for each in covers)

    def _checklists(self) -> Iterator[Claim]:
        takeable = Takeable(self._policy)
        for checklist in self._policy.checklists:
            lines = contents(takeable, checklist).lines
            asked = (each.origin.requirement for each in lines)
            covering = self._covering("checklists", checklist)
            for requirement in dict.fromkeys(each for each in asked if each):
                yield Claim(requirement, covering)

    def _idle(self, record: Record) -> str | None:
        """Return why a record answers nothing, though it says that it does."""
        if getattr(record, "missing", False):
            return f'the policy "{record.id}" is still to be written'
        if isinstance(record, Duty):
            role = self._policy.duty_roles[record.id]
            if not role.whole_group and not self._holders.of(role.id):
                return f'nobody holds the role "{role.id}"' if self._policy.posts else NO_POSTS
        return None

    def _covering(self, subject: str, record: Record) -> Covering:
        title, role = self._told(record)
        return Covering(
            need=SERVES[subject],
            subject=subject,
            id=record.id,
            kind=_KINDS[subject],
            title=title,
            role=role,
        )

    def _told(self, record: Record) -> tuple[str, str | None]:
        """Return what to call a record among its kind, and the role that does it."""
        match record:
            case Statement():
                return self._topics[record.topic], None
            case Duty():
                role = self._policy.duty_roles[record.id]
                return role.title, role.id
            case Rule():
                return f"for {audiences_words(self._policy, record.who)}", None
            case Incident():
                return inside(record.plain_title), None
            case ReviewItem():
                return inside(record.what), record.by
            case Training():
                return inside(record.title), record.by
            case KeptRecord():
                return inside(record.title), record.kept_by
            case Checklist():
                return inside(record.title), record.role
            case LinkedPolicy():
                return inside(record.title), record.owner
            case Agreement() | Response() | Strand():
                return inside(record.title), None
            case _:
                raise TypeError(f"a {type(record).__name__} covers nothing")


def _pages(pages: Iterable[Page], words: Mapping[str, str]) -> Iterator[Claim]:
    for page in pages:
        title = fill(page.front.title or page.path, words)
        covering = Covering(
            need=SERVES[PAGES], subject=PAGES, id=page.path, kind=_KINDS[PAGES], title=inside(title)
        )
        yield from (Claim(each, covering) for each in page.front.covers)
