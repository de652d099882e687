"""Nothing in the files of a school tells of one person: records, comments, pages, pictures."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from schoolpolicy.checks.run import Theme, check_school
from schoolpolicy.reading.project import Project

SMALL = Path(__file__).parents[2] / "small"
POSTS = "posts:\n- id: office\n  title: office\n  holds: [head]\n"


@pytest.fixture
def small(tmp_path: Path) -> Project:
    shutil.copytree(SMALL, tmp_path / "small")
    return Project(tmp_path / "small")


def said(project: Project, *codes: str) -> list[str]:
    findings = check_school(project, "hill", Theme({})).findings
    return [
        f"{each} [{each.severity.value}]"
        for each in findings
        if each.code.startswith(codes or "privacy.")
    ]


def write(project: Project, file: str, text: str = "") -> None:
    path = project.root / file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def test_a_school_without_personal_details(small: Project) -> None:
    write(small, "schools/hill/posts.yml", POSTS)
    assert said(small) == []


def test_a_detail_in_a_record_is_told_with_the_record_and_masked(small: Project) -> None:
    write(
        small,
        "schools/hill/posts.yml",
        f"{POSTS}- {{id: it, title: help with devices (07123 456 789), holds: []}}\n",
    )
    assert said(small) == [
        'schools/hill/posts.yml:5:37: What stands under the post "it" has what looks like a mobile '
        "number: 07*** ***789. Write the number of the office. If the phone belongs to the "
        "school, accept this and say so. [warning]"
    ]


def test_a_detail_in_a_comment(small: Project) -> None:
    write(
        small, "schools/hill/posts.yml", f"# Ask Jane Doe.\n{POSTS}  # mail ann.doe@hill.example\n"
    )
    assert said(small) == [
        "schools/hill/posts.yml:1:7: A comment, which all who see the files can read, has what "
        "looks like a person's name: J*** D***. Write what the job is called, whoever does it. "
        "[warning]",
        'schools/hill/posts.yml:6:10: A comment under the post "office", which all who see the '
        "files can read, has what looks like a person's own mailbox: a***@.... Write a shared "
        "mailbox, which whoever comes next reads too. [warning]",
    ]


def test_a_detail_in_the_schools_own_file(small: Project) -> None:
    path = small.school("hill") / "school.yml"
    path.write_text(f"{path.read_text(encoding='utf-8')}office: {{phone: '07123 456789'}}\n")
    assert said(small) == [
        'schools/hill/school.yml:13:18: What stands under "office" has what looks like a mobile '
        "number: 07*** ***789. Write the number of the office. If the phone belongs to the "
        "school, accept this and say so. [warning]"
    ]


def test_a_school_accepts_the_phone_of_its_office_with_a_reason(small: Project) -> None:
    path = small.school("hill") / "school.yml"
    path.write_text(
        f"{path.read_text(encoding='utf-8')}office: {{phone: '07123 456789'}}\n"
        "accepted:\n- {finding: privacy.mobile, about: office, because: The phone is ours.}\n"
    )
    (told,) = said(small)
    assert told.endswith("The school accepts it: The phone is ours. [info]")
    assert said(small, "accepted.") == []


def test_details_on_pages_and_in_files_beside_them(small: Project) -> None:
    write(small, "docs/staff/index.md", "---\ntitle: Staff\n---\nSigned by Jane Doe.\n")
    write(small, "schools/hill/docs/trip.md", "![Jane on a hill](hill.jpg)\n")
    write(small, "schools/hill/docs/list.csv", "born,name\n,\nborn 3/5/2015\n")
    write(small, "docs/form.txt", "H801200001001\n")
    assert said(small) == [
        'docs/form.txt:1:1: The file "form" has what looks like the number of a pupil: ***. '
        "Delete it: a policy needs no details of one person. [warning]",
        'docs/staff/index.md:4:11: The page "staff" has what looks like a person\'s name: '
        "J*** D***. Write what the job is called, whoever does it. [warning]",
        'schools/hill/docs/list.csv:3:1: The file "list" has what looks like a date of birth: ***. '
        "Delete it: a policy needs no details of one person. [warning]",
        'schools/hill/docs/trip.md:1:3: The page "trip" has what looks like the name of a person: '
        'J***. Say what the picture shows without it, such as "A pupil with a tablet". [warning]',
    ]


def test_a_picture_named_after_a_child(small: Project) -> None:
    write(small, "schools/hill/docs/parents/jane-doe-y4.jpg")
    write(small, "schools/hill/docs/parents/reading-corner.jpg")
    assert said(small) == [
        "schools/hill/docs/parents/jane-doe-y4.jpg:1:1: The file name of this picture has what "
        "looks like the name of a person: j***-d***. Name the picture after what it shows, such "
        'as "reading-corner.jpg". [warning]'
    ]


def test_names_of_those_who_hold_posts_are_told_once_or_published(small: Project) -> None:
    write(small, "schools/hill/posts.yml", f"{POSTS}  name: Jane Doe\n")
    write(small, "docs/staff.md", "Ask Mrs Doe, or Mrs Shah.\n")
    both = ["docs/staff.md:1:5", "docs/staff.md:1:17"]
    assert [each.split(": ")[0] for each in said(small)] == both
    assert len(said(small, "read.personal")) == 1
    path = small.school("hill") / "school.yml"
    path.write_text(f"{path.read_text(encoding='utf-8')}publish_names: yes\n")
    assert [each.split(": ")[0] for each in said(small)] == both[1:]
    assert said(small, "read.personal") == []


def test_a_mailbox_that_was_told_with_its_post_is_not_told_again(small: Project) -> None:
    write(small, "schools/hill/posts.yml", f"{POSTS}  email: ann.doe@hill.example\n")
    assert said(small) == []
    assert len(said(small, "read.personal")) == 1
