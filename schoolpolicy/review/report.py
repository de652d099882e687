"""What is due at schools, as an audience may know it: the shape of `review.json` and others."""

from __future__ import annotations

from schoolpolicy.model.base import Date, Id, Shape
from schoolpolicy.model.vocabulary import Visibility
from schoolpolicy.review.items import DueItem


class DueReport(Shape):
    """What is due at one school.

    Attributes:
        slug: the school's folder.
        school: what it is called.
        audience: who may read this. For the public it is the plan only: nothing tells what was
            done, or what is late.
        day: the day that was looked at; for the public the first day of the month, so that the
            report changes once a month.
        items: what comes round, by the day by which it is due next.
    """

    slug: Id
    school: str
    audience: Visibility
    day: Date
    items: tuple[DueItem, ...]


class DueReports(Shape):
    """What is due at several schools, as `schoolpolicy due --format json` prints it."""

    schools: tuple[DueReport, ...]
