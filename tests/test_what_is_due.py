"""The script of the monthly workflow, with a stand-in for `gh` that keeps issues in a file."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from tests.support import ROOT, SCHOOL, environment, program, replace_in
from tests.test_cli_due import EVIDENCE, OWN

if TYPE_CHECKING:
    from schoolpolicy.reading.project import Project

SCRIPT = ROOT / ".github" / "scripts" / "what-is-due.sh"
WORKFLOW = ROOT / ".github" / "workflows" / "what-is-due.yml"
TITLE = "Due this month: keeper of the lamps"
GH = '''#!/usr/bin/env python3
"""Does what `gh` does with labels and issues, as far as the script asks for it."""
import json, pathlib, sys

store = pathlib.Path("issues.json")
issues = json.loads(store.read_text()) if store.exists() else []
what, do, *rest = sys.argv[1:]
options = dict(zip(rest, rest[1:]))
with open("calls.txt", "a") as calls:
    calls.write(f"{what} {do}\\n")
if (what, do) == ("issue", "list"):
    assert options["--state"] == "all"
    found = [each for each in issues if options["--label"] in each["labels"]]
    wanted = options["--json"].split(",")
    print(json.dumps([{key: each[key] for key in wanted} for each in found]))
elif (what, do) == ("issue", "create"):
    body = pathlib.Path(options["--body-file"]).read_text()
    issues.append({"number": len(issues) + 1, "state": "OPEN", "title": options["--title"],
                   "labels": [options["--label"]], "body": body})
elif what == "issue":
    issue = next(each for each in issues if each["number"] == int(rest[0]))
    if do == "edit":
        issue["title"] = options["--title"]
        issue["body"] = pathlib.Path(options["--body-file"]).read_text()
    else:
        issue["state"] = {"close": "CLOSED", "reopen": "OPEN"}[do]
else:
    assert (what, do, rest[0]) == ("label", "create", "due") and "--force" in rest
store.write_text(json.dumps(issues))
'''


class Repository:
    """A project with a stand-in for `gh`, in which the script runs."""

    def __init__(self, project: Project, tools: Path) -> None:
        self.project = project
        self._tools = tools
        tools.mkdir()
        (tools / "gh").write_text(GH, encoding="utf-8")
        (tools / "gh").chmod(0o755)

    def run(self, *options: str) -> str:
        """Run the script, which must succeed, and return the last line that it says."""
        kept = environment()
        beside = Path(program("schoolpolicy")).parent
        done = subprocess.run(
            ["bash", str(SCRIPT), SCHOOL, *options],
            cwd=self.project.root,
            env={**kept, "PATH": f"{self._tools}:{beside}:{kept['PATH']}"},
            capture_output=True,
            text=True,
            check=False,
            timeout=600,
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout.splitlines()[-1]

    @property
    def issues(self) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = json.loads(
            (self.project.root / "issues.json").read_text(encoding="utf-8")
        )
        return found

    def of_the_lamps(self) -> dict[str, Any]:
        (found,) = (each for each in self.issues if each["title"] == TITLE)
        return found


@pytest.fixture
def repository(small_project: Project, tmp_path: Path) -> Repository:
    if shutil.which("jq") is None:
        pytest.skip("jq is not installed; the machines that run the workflow have it")
    folder = small_project.school(SCHOOL)
    # Something is due each month, whatever day it is when this runs.
    own = OWN.replace("1 week", "1 month")
    (folder / "own-roles.yml").write_text(own, encoding="utf-8")
    (folder / "evidence.yml").write_text(EVIDENCE, encoding="utf-8")
    return Repository(small_project, tmp_path / "tools")


def test_issues_are_opened_once_updated_and_closed(repository: Repository) -> None:
    repository.run()
    first = repository.issues
    assert repository.of_the_lamps()["state"] == "OPEN"
    assert repository.of_the_lamps()["labels"] == ["due"]
    assert len({each["title"] for each in first}) == len(first), "one for each role"
    assert "lilac" not in json.dumps(first)
    assert "last done" not in json.dumps(first)

    assert repository.run() == "Issues changed: 0."
    assert repository.issues == first

    roles = repository.project.school(SCHOOL) / "own-roles.yml"
    replace_in(roles, "Lights the lamps.", "Lights & trims the 'lamps' at $HOME.")
    assert repository.run() == "Issues changed: 1."
    assert "Lights &amp; trims the 'lamps' at $HOME." in repository.of_the_lamps()["body"]
    assert len(repository.issues) == len(first)

    replace_in(roles, "every: 1 month", "every: as it happens")
    replace_in(roles, "every: 1 term", "every: as it happens")
    replace_in(roles, "every: 1 year", "every: as it happens")
    (repository.project.school(SCHOOL) / "evidence.yml").unlink()
    assert repository.run() == "Issues changed: 1."
    assert repository.of_the_lamps()["state"] == "CLOSED"


def test_staff_are_told_more_only_if_somebody_asks_for_it(repository: Repository) -> None:
    repository.run("staff")
    body = repository.of_the_lamps()["body"]
    assert "last done 9 October 2026" in body
    assert "lilac" not in body


class TestTheWorkflow:
    def test_it_may_do_no_more_than_it_needs(self) -> None:
        found = yaml.safe_load(WORKFLOW.read_text(encoding="utf-8"))
        assert found["permissions"] == {"contents": "read", "issues": "write"}
        steps = found["jobs"]["issues"]["steps"]
        assert all(each["uses"].partition("@")[2][:1] == "v" for each in steps if "uses" in each)
        assert all("${{" not in each.get("run", "") for each in steps), "no text becomes a command"

    def test_it_is_for_the_public_unless_somebody_says_otherwise(self) -> None:
        found = yaml.safe_load(WORKFLOW.read_text(encoding="utf-8"))
        by_hand = found[True]["workflow_dispatch"]["inputs"]["audience"]
        assert by_hand["default"] == "public"
        last = found["jobs"]["issues"]["steps"][-1]
        assert last["env"]["AUDIENCE"].endswith("|| 'public' }}")
        assert last["run"].startswith(".github/scripts/what-is-due.sh ")
