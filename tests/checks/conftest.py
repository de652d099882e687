"""What several tests of checks ask for."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from schoolpolicy.reading.project import Project
from tests.support import ROOT

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def stale_hill(tmp_path: Path) -> Project:
    """Hill School, that lets phones be used without a new text: this is a warning."""
    shutil.copytree(ROOT / "tests" / "small", tmp_path / "small")
    project = Project(tmp_path / "small")
    (project.data / "more.yml").write_text(
        "rules:\n- {id: bells, who: {audience: staff}, thing: phone, level: not-allowed, "
        "condition: Never., because: Noise.}\n"
    )
    (project.school("hill") / "rules.yml").write_text("rules:\n- {id: bells, level: allowed}\n")
    return project
