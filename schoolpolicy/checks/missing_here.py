"""Checks that no page of a school's site names a record that does not apply at the school.

The model policy has such a record, so the page is right elsewhere; here the site could not be
built.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from schoolpolicy.model.base import UNDECIDED
from schoolpolicy.model.source import Citation, Contact
from schoolpolicy.model.subjects import SUBJECTS
from schoolpolicy.model.term import written
from schoolpolicy.reading.applies import Applies
from schoolpolicy.reading.tree import error
from schoolpolicy.reading.values import singular

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from schoolpolicy.checks.pages import PageChecker
    from schoolpolicy.model.base import Only, Record
    from schoolpolicy.model.finding import Finding
    from schoolpolicy.model.organisation import School
    from schoolpolicy.model.policy import Policy
    from schoolpolicy.reading.pages import Page


def check_missing_here(
    checker: PageChecker, pages: Iterable[Page], complete: Policy, policy: Policy
) -> Iterator[Finding]:
    """Yield an error for each call of a macro with a record that does not apply.

    Args:
        checker: knows what the macros take.
        pages: all pages that the school could have.
        complete: the school's policy with all its records.
        policy: the same as it applies.
    """
    for page in made_pages(pages, policy):
        for subject, identity, mark in checker.named(page):
            record = complete.subject(subject).get(identity)
            if record is not None and identity not in policy.subject(subject):
                why, only = _why(record, policy.school)
                above = f'Write "only: {only}" above the text' if only else "Delete the call"
                yield error(
                    "page.not-here",
                    mark,
                    f'The {singular(subject)} "{identity}" does not apply at this school ({why}).',
                    f"{above}, or name another {singular(subject)}.",
                )


def made_pages(pages: Iterable[Page], policy: Policy) -> list[Page]:
    """Return the pages that a school's site has."""
    applies = Applies.to(policy)
    return [each for each in pages if applies.fits(each.front.only) and is_made(each, policy)]


def is_made(page: Page, policy: Policy) -> bool:
    """Tell whether a school has a page for which the conditions fit."""
    front = page.front
    if front.bands and not any(band in policy.bands for band in front.bands):
        return False
    if front.for_each and (front.for_each not in SUBJECTS or not policy.subject(front.for_each)):
        return False
    return not (front.drafts_only and policy.final)


def _why(record: Record, school: School) -> tuple[str, str | None]:
    """Return why a record does not apply, and the condition under which it does."""
    only = record.only
    if isinstance(record, Citation | Contact) and school.nation not in record.nations:
        return f"nation: {school.nation}", f"{{nations: [{', '.join(record.nations)}]}}"
    if only.nations and school.nation not in only.nations:
        return f"nation: {school.nation}", f"{{nations: [{', '.join(only.nations)}]}}"
    if only.types and school.type not in only.types:
        return f"type: {school.type}", f"{{types: [{', '.join(only.types)}]}}"
    if only.phases and school.phase not in only.phases:
        return f"phase: {school.phase}", f"{{phases: [{', '.join(only.phases)}]}}"
    for choice in only.choices:
        answer = school.choices.get(choice, UNDECIDED)
        if answer not in only.answers(choice):
            wanted = _answers(only, choice)
            return f"choice {choice}: {written(answer)}", f"{{choices: {{{choice}: {wanted}}}}}"
    return "what it names does not apply", None


def _answers(only: Only, choice: str) -> str:
    found = [written(each) for each in only.answers(choice)]
    return found[0] if len(found) == 1 else f"[{', '.join(found)}]"
