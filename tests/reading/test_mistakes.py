"""Every mistake in a school's files: what is said of it, and where."""

from __future__ import annotations

import inspect
import shutil
from pathlib import Path

import pytest
import yaml

from schoolpolicy.checks.pages import MacroShape
from schoolpolicy.checks.run import Theme, check_school
from schoolpolicy.reading.project import MAX_BYTES, Project
from tests.support import mistakes

SMALL = Path(__file__).parents[1] / "small"
CASES = yaml.safe_load((Path(__file__).parent / "mistakes.yml").read_text(encoding="utf-8"))


def role_page(role: str) -> None:
    """Stand for a macro that takes the id of a role."""


WATCHED = "roles.no-governance"
"""What any school with posts is told if it has no chair: the small one has none on purpose."""
MACROS = {"role_page": MacroShape("role_page", inspect.signature(role_page), {"role": "roles"}, "")}


@pytest.fixture
def small(tmp_path: Path) -> Project:
    folder = tmp_path / "small"
    shutil.copytree(SMALL, folder)
    return Project(folder)


def said(project: Project) -> list[str]:
    found = check_school(project, "hill", Theme(MACROS)).findings
    return mistakes(each for each in found if each.code != WATCHED)


def test_the_small_project_has_no_mistakes(small: Project) -> None:
    assert said(small) == []


@pytest.mark.parametrize("case", CASES, ids=[case["mistake"] for case in CASES])
def test_a_mistake_is_told_at_its_place(small: Project, case: dict[str, object]) -> None:
    path = small.root / str(case["file"])
    path.write_text(str(case["text"]), encoding="utf-8")
    assert sorted(said(small)) == sorted(case["says"])  # type: ignore[arg-type]


def test_all_mistakes_are_told_together_sorted_by_file_and_line(small: Project) -> None:
    (small.data / "topics.yml").write_text("topics:\n- {id: phones, owner: heda}\n")
    (small.data / "broken.yml").write_text("contacts: [\n")
    (small.docs / "index.md").write_text("Hello {{ pupilz }}.\n")
    lines = said(small)
    assert [line.split(": ")[0] for line in lines] == [
        "data/broken.yml:2:1",
        "data/topics.yml:2:3",
        "data/topics.yml:2:3",
        "data/topics.yml:2:3",
        "data/topics.yml:2:3",
        "data/topics.yml:2:23",
        "docs/index.md:1:10",
    ]


def test_a_broken_file_does_not_make_others_wrong(small: Project) -> None:
    text = (small.data / "roles.yml").read_text() + "  short: {{ oops\n"
    (small.data / "roles.yml").write_text(text)
    assert said(small) == [
        "data/roles.yml:9:10: A text that starts with {{ is not in quotes. "
        'Put the whole text in double quotes: "{{ pupils }} ...".'
    ]


def test_a_file_that_is_not_utf8(small: Project) -> None:
    (small.data / "topics.yml").write_bytes("topics:\n- {id: caf\xe9}\n".encode("latin-1"))
    assert (
        "data/topics.yml:2:11: This file is not UTF-8 text. "
        'Save it again with the encoding "UTF-8".'
    ) in said(small)


def test_a_file_that_is_too_large(small: Project) -> None:
    (small.data / "large.yml").write_text("# " + "x" * MAX_BYTES)
    assert said(small) == [
        "data/large.yml:1:1: This file has 512 kB; at most 512 kB are read. "
        "Split it into several files of the same kind."
    ]


def test_a_link_out_of_the_project(small: Project, tmp_path: Path) -> None:
    outside = tmp_path / "outside.yml"
    outside.write_text("roles: []\n")
    (small.data / "linked.yml").symlink_to(outside)
    assert said(small) == [
        "data/linked.yml:1:1: This is a link to a file outside the project. "
        "Copy the file into the project instead."
    ]


def test_a_link_to_nothing(small: Project) -> None:
    (small.data / "linked.yml").symlink_to(small.data / "gone.yml")
    assert said(small) == [
        "data/linked.yml:1:1: This file cannot be read: No such file or directory. "
        "Check that it exists and that you may open it."
    ]


def test_a_byte_order_mark_does_no_harm(small: Project) -> None:
    path = small.data / "topics.yml"
    path.write_text(path.read_text(), encoding="utf-8-sig")
    assert said(small) == []


def test_a_level_changed_without_its_words_is_told(small: Project) -> None:
    with (small.data / "rules.yml").open("a") as rules:
        rules.write("  plain: Leave phones at home.\n  condition: All day.\n")
    path = small.school("hill") / "rules.yml"
    path.write_text("rules:\n- {id: no-phones, level: allowed, condition: Off.}\n")
    assert said(small) == [
        'schools/hill/rules.yml:2:19: The level of "no-phones" is new, but its "plain" is not: '
        '"Leave phones at home." Write a line "plain: ..." that fits the new level.'
    ]


def test_a_file_of_a_school_in_a_folder_too_deep(small: Project) -> None:
    folder = small.school("hill") / "more"
    folder.mkdir()
    (folder / "school.yml").write_text("name: Other School\n")
    assert said(small) == [
        "schools/hill/more/school.yml:1:1: This file does not lie where the file of a school "
        "does. Move it to schools/NAME/school.yml, or delete it."
    ]


def test_a_term_that_a_school_spoils_is_still_there_for_all_texts(small: Project) -> None:
    (small.school("hill") / "terms.yml").write_text(
        "terms:\n- {id: learners, options: [young people]}\n"
    )
    assert [line for line in said(small) if "school.yml" not in line] == [
        "schools/hill/terms.yml:2:28: Each word of a term has a singular and a plural. Write "
        "{one: young people, many: young peoples}."
    ]


def test_a_term_of_a_schools_own_that_is_wrong_is_told_once(small: Project) -> None:
    (small.school("hill") / "terms.yml").write_text(
        "terms:\n- {id: hall, placeholder: {one: hall, many: halls}, options: [{one: h, many: h}]}"
        "\ntopics:\n- {id: phones, intro: 'Not in {{ the_hall }}.'}\n"
    )
    assert said(small) == [
        'schools/hill/terms.yml:2:3: The term "hall" has no "meaning". Add a line "meaning: ...".'
    ]


def test_a_term_that_is_removed_is_told_once_with_what_needs_it(small: Project) -> None:
    (small.data / "more.yml").write_text(
        "terms:\n- {id: hall, meaning: A room, placeholder: {one: hall, many: halls}, "
        "options: [{one: hall, many: halls}]}\n"
        "glossary:\n- {id: bell, word: Bell, means: 'It rings in {{ the_hall }}.'}\n"
    )
    (small.school("hill") / "terms.yml").write_text("terms:\n- {id: hall, remove: None.}\n")
    (small.docs / "index.md").write_text("---\ntitle: Home\n---\nAll {{ halls }}.\n")
    assert said(small) == [
        'schools/hill/terms.yml:2:3: The term "hall" is removed here, but 1 text and 1 page '
        "still name it. Change or remove those too, or delete these lines and keep the term."
    ]


def test_a_record_that_is_removed_is_told_once_with_the_pages_that_need_it(
    small: Project,
) -> None:
    (small.data / "more.yml").write_text(
        "roles:\n- {id: lead, title: lead, kind: leadership, audience: staff, summary: Leads., "
        "duties: [{id: lead-acts, text: Acts., every: always}]}\n"
        "posts:\n- {id: chief, title: chief, holds: [head], "
        "delegates: [{duty: lead-acts, to: head}]}\n"
    )
    for name in ("index", "other"):
        (small.docs / f"{name}.md").write_text('---\ntitle: A\n---\n{{ role_page("lead") }}\n')
    (small.school("hill") / "roles.yml").write_text("roles:\n- {id: lead, remove: None.}\n")
    assert [line for line in said(small) if "menu" not in line] == [
        'schools/hill/roles.yml:2:3: The role "lead" is removed here, but the post "chief" and '
        "2 pages still name it or its duties. Change or remove those too, or delete these lines "
        "and keep the role."
    ]


def test_a_page_is_not_blamed_for_a_record_that_is_wrong(small: Project) -> None:
    (small.docs / "index.md").write_text('---\ntitle: A\n---\n{{ role_page("head") }}\n')
    (small.school("hill") / "roles.yml").write_text("roles:\n- {id: head, kind: leader}\n")
    assert [line.split(":")[0] for line in said(small)] == ["schools/hill/roles.yml"]


def test_a_link_that_leads_to_itself(small: Project) -> None:
    path = small.data / "linked.yml"
    path.symlink_to(path)
    assert said(small) == [
        "data/linked.yml:1:1: This is a link that leads to itself. Delete it, or write a file."
    ]


def test_a_folder_named_like_a_file(small: Project) -> None:
    (small.data / "more.yml").mkdir()
    assert said(small) == [
        "data/more.yml:1:1: This is a folder or a device, not a file. Give it another name."
    ]


def test_a_number_longer_than_python_reads_is_text(small: Project) -> None:
    (small.school("hill") / "topics.yml").write_text(
        f"topics:\n- {{id: phones, intro: {'9' * 5000}}}\n"
    )
    assert said(small) == []


def test_a_long_text_is_told_in_short(small: Project) -> None:
    (small.school("hill") / "topics.yml").write_text(
        f"topics:\n- {{id: phones, owner: {'x' * 500}}}\n"
    )
    (line,) = said(small)
    assert len(line) < 250


def test_a_file_that_cannot_be_opened_is_the_only_thing_told(small: Project) -> None:
    path = small.data / "roles.yml"
    path.write_bytes(path.read_bytes() + b"# \xe9\n")
    assert said(small) == [
        'data/roles.yml:9:3: This file is not UTF-8 text. Save it again with the encoding "UTF-8".'
    ]
