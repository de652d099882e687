"""What is due, beside the pages of a site: as data and as a calendar to subscribe to."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from schoolpolicy.model.coverage import CoverageReport
from schoolpolicy.model.vocabulary import Visibility
from schoolpolicy.publish.due_feed import due_feed
from schoolpolicy.publish.views.due import due_report
from schoolpolicy.publish.views.links import Links

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from schoolpolicy.model.coverage import Coverage
    from schoolpolicy.model.policy import Policy
    from schoolpolicy.publish.site.book import SitePage

DATA = "review.json"
CALENDAR = "review.ics"


COVERAGE = "coverage.json"


def write_coverage(site: Path, coverage: Coverage, audience: Visibility) -> None:
    """Write how far the policy covers what is asked into the site of those who govern."""
    if audience is Visibility.GOVERNORS:
        report = CoverageReport(schools=(coverage,))
        (site / COVERAGE).write_text(report.model_dump_json(indent=1) + "\n", encoding="utf-8")


def write_feeds(
    site: Path, policy: Policy, pages: Iterable[SitePage], audience: Visibility
) -> None:
    """Write what is due into a site, as far as its audience may know it."""
    report = due_report(policy, audience, policy.day, Links(policy, pages).address)
    data = report.model_dump(mode="json", exclude_defaults=True)
    text = json.dumps(data, indent=1, ensure_ascii=False) + "\n"
    (site / DATA).write_text(text, encoding="utf-8")
    (site / CALENDAR).write_bytes(due_feed(policy, report))
