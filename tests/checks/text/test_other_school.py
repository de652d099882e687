"""The name of another school is not left in a text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from schoolpolicy.checks.text.other_school import check_other_school
from tests.checks.text.support import Small
from tests.policies import HILL

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a folder with three schools, of which two belong to one trust, and a council."""
    files = {
        "hill/school.yml": "name: Hill School\ntrust: vale-trust\nterms:\n  learners: pupils\n",
        "dale/school.yml": "name: Dale School\ntrust: vale-trust\n",
        "brook/school.yml": "name: Brook School\nnation: [not, read\n",
        "vale-trust/trust.yml": "name: Vale Trust\n",
        "moor/trust.yml": 'name: "Moor Council"\n',
    }
    for name, text in files.items():
        path = tmp_path / "schools" / name
        path.parent.mkdir(parents=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path


def found(school: Small, **fields: Any) -> list[str]:
    whole = school.has(school={**HILL, **fields}).policy
    return [str(each) for each in check_other_school(school.project, whole, school.prose)]


def test_another_school_is_told_where_it_stands(root: Path) -> None:
    school = Small(root).says("At Brook School we ask.").shows("Moor Council asks.")
    assert found(school, trust="vale-trust") == [
        'data/statements.yml:3:12: The statement "ask", under "text", names "Brook School", which '
        'is another school. Did you mean "Hill School"?',
        'docs/staff/index.md:4:1: This page names "Moor Council", which is another school. '
        'Did you mean "Hill School"?',
    ]


def test_a_school_may_name_itself_its_trust_and_the_schools_of_it(root: Path) -> None:
    school = Small(root).says("Hill School, Dale School and Vale Trust ask at the brook.")
    assert found(school, trust="vale-trust") == []


def test_a_school_on_its_own_is_told_of_every_other(root: Path) -> None:
    school = Small(root).says("Dale School and Vale Trust ask.")
    assert len(found(school)) == 2


def test_a_name_within_its_own_name_is_its_own(root: Path) -> None:
    school = Small(root).says("Brook School asks.")
    assert found(school, name="Brook School (first draft)") == []
