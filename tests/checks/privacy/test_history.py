"""What was ever committed can be read for ever: the history of real repositories."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from schoolpolicy.checks.privacy.commits import added_lines
from schoolpolicy.reading.project import Project
from tests.support import ROOT, environment, program, run

SMALL = Path(__file__).parents[2] / "small"
WHO = {
    f"GIT_{who}_{what}": said
    for who in ("AUTHOR", "COMMITTER")
    for what, said in (
        *(("NAME", "Jane Doe"), ("EMAIL", "jane.doe@gmail.com")),
        ("DATE", "2025-03-01T12:00:00Z"),
    )
}
GONE = (
    "It is no longer there. All who can read the repository can still read it. Tell the data "
    "protection lead, and ask IT to take it out of the history (git-filter-repo does that). "
    "[warning]"
)
STILL = (
    "It is still there. Take it out of the file. The history keeps it all the same: tell the data "
    "protection lead, and ask IT to take it out there too (git-filter-repo does that). [warning]"
)


def git(project: Project, *words: str) -> str:
    return subprocess.run(
        ["git", "-C", str(project.root), "-c", "commit.gpgsign=false", *words],
        env={**os.environ, **WHO},
        capture_output=True,
        text=True,
        check=True,
    ).stdout.strip()


def write(project: Project, file: str, text: str) -> None:
    path = project.root / file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def commit(project: Project) -> str:
    """Commit everything, and return the commit's short name."""
    git(project, "add", "--all")
    git(project, "commit", "--quiet", "--message", "A change by Jane Doe")
    return git(project, "rev-parse", "--short", "HEAD")


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A small project in a repository with one commit."""
    shutil.copytree(SMALL, tmp_path / "small")
    project = Project(tmp_path / "small")
    git(project, "init", "--quiet", "--initial-branch=main")
    commit(project)
    return project


def told(project: Project, *words: str) -> list[str]:
    done = run(project, "schoolpolicy", "check", "--history", *words)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout.splitlines()


def test_a_history_without_details_whoever_wrote_it(project: Project) -> None:
    assert told(project) == ["history: 0 warnings"]


def test_what_was_deleted_is_told_with_the_commit_that_brought_it(project: Project) -> None:
    write(project, "docs/help.md", "# Help\n\nText 07123 456 789.\n")
    name = commit(project)
    write(project, "docs/help.md", "# Help\n\nAsk the office.\n")
    commit(project)
    assert told(project) == [
        "docs/help.md:1:1: In the history, this file has what looks like a mobile number: "
        f"07*** ***789 (commit {name} of 2025-03-01, line 3). {GONE}",
        "history: 1 warning",
    ]


def test_what_still_stands_is_told_where_it_stands_now_and_once(project: Project) -> None:
    write(project, "docs/help.md", "Ask Jane Doe.\n")
    name = commit(project)
    write(project, "docs/help.md", "# Help\n\nPlease ask Jane Doe.\n")
    commit(project)
    assert told(project) == [
        "docs/help.md:3:12: In the history, this file has what looks like a person's name: "
        f"J*** D*** (commit {name} of 2025-03-01, line 1). {STILL}",
        "history: 1 warning",
    ]


def test_a_picture_is_told_after_it_was_renamed_and_its_name_is_not_said(project: Project) -> None:
    write(project, "schools/hill/docs/jane-doe-y4.jpg", "not a real picture\0")
    name = commit(project)
    git(project, "mv", "schools/hill/docs/jane-doe-y4.jpg", "schools/hill/docs/robot.jpg")
    commit(project)
    lines = told(project)
    assert lines == [
        "schools/hill/docs/j***-d***-y4.jpg:1:1: In the history, the file name of a picture has "
        "what looks like the name of a person: j***-d*** "
        f"(commit {name} of 2025-03-01). {GONE}",
        "history: 1 warning",
    ]


def test_other_branches_and_merges_are_part_of_the_history(project: Project) -> None:
    git(project, "checkout", "--quiet", "-b", "draft")
    write(project, "docs/draft.md", "Ask Jane Doe.\n")
    commit(project)
    git(project, "checkout", "--quiet", "main")
    write(project, "docs/other.md", "Ask.\n")
    commit(project)
    git(project, "merge", "--quiet", "--no-commit", "draft")
    write(project, "docs/merged.md", "Ask Priya Shah.\n")
    commit(project)
    git(project, "checkout", "--quiet", "-b", "aside", "HEAD~1")
    write(project, "docs/aside.md", "Ask Tom Doe.\n")
    commit(project)
    git(project, "checkout", "--quiet", "main")
    assert [line.split(":")[0] for line in told(project)] == [
        "docs/aside.md",
        "docs/draft.md",
        "docs/merged.md",
        "history",
    ]


def test_one_school_with_its_trust(project: Project) -> None:
    write(project, "docs/help.md", "Ask Jane Doe.\n")
    write(project, "schools/hill/posts.yml", "# Ask Priya Shah.\n")
    commit(project)
    assert [line.split(":")[0] for line in told(project, "hill")] == [
        "schools/hill/posts.yml",
        "history",
    ]
    done = run(project, "schoolpolicy", "check", "--history", "hil")
    assert done.returncode == 2
    assert done.stderr == ('Error: There is no school "hil" in schools/. Did you mean "hill"?\n')


def test_names_that_a_school_publishes_are_passed_over(project: Project) -> None:
    posts = "posts:\n- {id: office, title: office, holds: [head], name: Jane Doe}\n"
    write(project, "schools/hill/posts.yml", posts)
    commit(project)
    assert len(told(project)) == 2
    own = project.school("hill") / "school.yml"
    own.write_text(f"{own.read_text(encoding='utf-8')}publish_names: yes\n", encoding="utf-8")
    assert told(project) == ["history: 0 warnings"]


def test_as_json_and_for_github(project: Project) -> None:
    write(project, "docs/help.md", "Ask Jane Doe.\n")
    commit(project)
    (finding,) = json.loads("\n".join(told(project, "--format", "json")))
    assert (finding["code"], finding["severity"]) == ("privacy.history", "warning")
    assert finding["place"] == {"file": "docs/help.md", "line": 1, "column": 5}
    (line,) = told(project, "--format", "github")
    assert line.startswith("::warning file=docs/help.md,line=1,col=5,title=privacy.history::")


def test_a_copy_with_the_last_commits_only_says_so(project: Project, tmp_path: Path) -> None:
    write(project, "docs/help.md", "Ask Jane Doe.\n")
    commit(project)
    write(project, "docs/help.md", "Ask.\n")
    commit(project)
    source = project.root.as_uri()
    git(project, "clone", "--quiet", "--depth=1", source, str(tmp_path / "copy"))
    done = run(Project(tmp_path / "copy"), "schoolpolicy", "check", "--history")
    assert done.returncode == 2
    assert done.stdout == "the last commits, not the whole history: 0 warnings\n"
    assert done.stderr == (
        "Error: Only the last commits are in this copy, so only these were looked through. "
        'Type "git fetch --unshallow", and try again.\n'
    )


def test_no_repository(tmp_path: Path) -> None:
    shutil.copytree(SMALL, tmp_path / "small")
    done = run(Project(tmp_path / "small"), "schoolpolicy", "check", "--history")
    assert done.returncode == 2
    assert done.stderr == ("Error: This project is in no git repository, so it has no history.\n")


def test_no_git(project: Project, tmp_path: Path) -> None:
    done = subprocess.run(
        [program("schoolpolicy"), "check", "--history"],
        cwd=project.root,
        env={**environment(), "PATH": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert done.stderr == ("Error: git is not installed, and only git can read the history.\n")


def test_a_repository_without_commits(tmp_path: Path) -> None:
    shutil.copytree(SMALL, tmp_path / "small")
    project = Project(tmp_path / "small")
    git(project, "init", "--quiet")
    assert told(project) == ["history: 0 warnings"]


def test_settings_of_git_and_unusual_files_do_not_disturb(project: Project) -> None:
    for setting in ("diff.noprefix", "diff.mnemonicPrefix", "log.showSignature"):
        git(project, "config", setting, "true")
    git(project, "config", "color.ui", "always")
    git(project, "config", "diff.external", "false")
    text = '++ b/no.md\n-- a\n@@ -1 +1 @@\ndiff --git x x\nAsk Jane Doe.\r\n"no end'
    write(project, 'docs/a "b" é.md', text)
    write(project, "docs/c d.md", "x\n")
    name = commit(project)
    added = list(added_lines(project.root, ["docs"]))[-4:]
    assert [(each.commit, each.file, each.line) for each in added] == [
        (name, 'docs/a "b" é.md', 1),
        (name, 'docs/a "b" é.md', 1),
        (name, "docs/c d.md", 1),
        (name, "docs/c d.md", 1),
    ]
    assert [each.text for each in added] == ["", text.replace("\r", ""), "", "x"]


def test_a_project_in_a_folder_of_a_repository(tmp_path: Path) -> None:
    shutil.copytree(SMALL, tmp_path / "whole" / "policy")
    whole, inside = Project(tmp_path / "whole"), Project(tmp_path / "whole" / "policy")
    git(whole, "init", "--quiet")
    write(inside, "docs/help.md", "Ask Jane Doe.\n")
    write(whole, "docs/help.md", "Ask Priya Shah.\n")
    commit(whole)
    assert [line.split(":")[0] for line in told(inside)] == ["docs/help.md", "history"]


def test_this_projects_own_files_have_none(project: Project) -> None:
    for part in ("data", "docs", "schools"):
        shutil.copytree(ROOT / part, project.root / part, dirs_exist_ok=True)
    commit(project)
    assert told(project) == ["history: 0 warnings"]
