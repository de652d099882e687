"""Checks that conditions name choices that there are, and answers to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from schoolpolicy.model.finding import Finding, Place
from schoolpolicy.model.subjects import SUBJECTS
from schoolpolicy.model.term import written
from schoolpolicy.model.vocabulary import Severity
from schoolpolicy.reading.restrict import inner_records
from schoolpolicy.reading.suggest import remedy

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from schoolpolicy.model.policy import Policy


def check_conditions(policy: Policy, places: Mapping[tuple[str, str], Place]) -> Iterator[Finding]:
    """Yield an error for each choice in an `only` that nobody is asked, or answer to none.

    Args:
        policy: with all its records, whether they apply to the school or not.
        places: where each record stands.
    """
    choices = {each.id: each for each in policy.choices}
    for subject in SUBJECTS:
        for outer in getattr(policy, subject):
            for record in inner_records(outer):
                for name in record.only.choices:
                    place = places.get((subject, outer.id))
                    if place is None:
                        continue
                    if name not in choices:
                        yield Finding(
                            code="only.unknown-choice",
                            severity=Severity.ERROR,
                            place=place,
                            problem=f'"{record.id}" depends on a choice "{name}", and there is no '
                            "such choice.",
                            remedy=remedy(name, choices),
                        )
                        continue
                    options = [each.value for each in choices[name].options]
                    known = [written(each) for each in options]
                    for answer in record.only.answers(name):
                        if answer not in options:
                            yield Finding(
                                code="only.unknown-answer",
                                severity=Severity.ERROR,
                                place=place,
                                problem=f'"{record.id}" depends on the answer '
                                f'"{written(answer)}" to the choice "{name}", which has no such '
                                "answer.",
                                remedy=f"Choose one of: {', '.join(known)}.",
                            )
