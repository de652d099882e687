"""Hill School with requirements of its own."""

from __future__ import annotations

import datetime as dt
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from schoolpolicy.checks.run import Checked, Theme, check_school
from schoolpolicy.reading.project import Project

if TYPE_CHECKING:
    from schoolpolicy.model.coverage import Asked

SMALL = Path(__file__).parents[2] / "small"
DAY = dt.date(2026, 11, 22)
ASKED = """\
requirements:
- id: phone-rules
  citation: phone-guidance
  text: The school has rules for phones, and somebody sees to them.
  strength: statutory
  how: Write a rule for phones, and give the head the duty.
  evidence: the rules
  sure: high
"""
POSTS = "posts:\n- {id: headteacher, title: headteacher, holds: [head]}\n"
SAYS = """\
rules:
- {id: no-phones, covers: [phone-rules]}
"""
DOES = """\
roles:
- id: head
  duties:
  - {id: head-leads, covers: [phone-rules]}
"""


def hill(tmp_path: Path, files: dict[str, str], *, day: dt.date = DAY) -> Checked:
    """Check Hill School with some more files: its own, by name, or the model's under `data/`."""
    project = Project(tmp_path / "small")
    shutil.copytree(SMALL, project.root)
    for name, text in {"posts.yml": POSTS, **files}.items():
        path = (project.root if name.startswith("data/") else project.school("hill")) / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return check_school(project, "hill", Theme({}), day=day)


def asked(checked: Checked, wanted: str = "phone-rules") -> Asked:
    """Return what the report says of one requirement."""
    assert checked.coverage is not None, [str(each) for each in checked.findings]
    return next(each for each in checked.coverage.asked if each.requirement == wanted)


def told(checked: Checked, *families: str) -> list[str]:
    """Return the findings of some families, with their codes."""
    return [
        f"{each.code}: {each.problem} {each.remedy}"
        for each in checked.findings
        if each.code.startswith(families)
    ]
