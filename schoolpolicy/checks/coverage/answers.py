"""Which parts of a policy say that they answer a requirement, and which of them count."""

from __future__ import annotations

from collections import defaultdict
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

from schoolpolicy.model.coverage import Covering
from schoolpolicy.model.holding import Holders
from schoolpolicy.model.role import Duty
from schoolpolicy.model.vocabulary import Need
from schoolpolicy.rules.checklists import lines_of
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
        for claim in (*self._records(), *self._checklists(), *_pages(pages)):
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
        for checklist in self._policy.checklists:
            asked = (each.origin.requirement for each in lines_of(self._policy, checklist))
            covering = self._covering("checklists", checklist)
            for requirement in dict.fromkeys(each for each in asked if each):
                yield Claim(requirement, covering)

    def _idle(self, record: Record) -> str | None:
        """Return why a record answers nothing, though it says that it does."""
        if getattr(record, "missing", False):
            return f'the policy "{record.id}" is still to be written'
        if isinstance(record, Duty) and self._policy.posts:
            role = self._policy.duty_roles[record.id]
            if not role.whole_group and not self._holders.of(role.id):
                return f'nobody holds the role "{role.id}"'
        return None

    def _covering(self, subject: str, record: Any) -> Covering:
        kind, title, role = self._told(subject, record)
        return Covering(
            need=SERVES[subject], subject=subject, id=record.id, kind=kind, title=title, role=role
        )

    def _told(self, subject: str, record: Any) -> tuple[str, str, str | None]:
        """Return what sort of thing a record is, what to call it, and the role that does it."""
        policy = self._policy
        match subject:
            case "statements":
                return "Policy", self._topics[record.topic], None
            case "duties":
                role = policy.duty_roles[record.id]
                return "Duties", role.title, role.id
            case "rules":
                return "Rules", f"for {audiences_words(policy, record.who)}", None
            case "incidents":
                return "What to do", inside(record.plain_title), None
            case "responses":
                return "What follows", inside(record.title), None
            case "reviews":
                return "Reviews", inside(record.what), record.by
            case "training":
                return "Training", inside(record.title), record.by
            case "curriculum":
                return "Lessons", inside(record.title), None
            case "records":
                return "Records", inside(record.title), record.kept_by
            case "checklists":
                return "Checklists", inside(record.title), record.role
            case "documents":
                return "Other policies", inside(record.title), record.owner
            case _:
                return "Agreements", inside(record.title), None


def _pages(pages: Iterable[Page]) -> Iterator[Claim]:
    for page in pages:
        title = page.front.title or page.path
        covering = Covering(
            need=SERVES[PAGES], subject=PAGES, id=page.path, kind="Pages", title=inside(title)
        )
        yield from (Claim(each, covering) for each in page.front.covers)
