"""Pages that a school adds, replaces and takes away, in a real build."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.support import SCHOOL, build, run, write_page

if TYPE_CHECKING:
    from pathlib import Path

    from schoolpolicy.reading.project import Project


def own(project: Project, name: str, text: str) -> None:
    path = project.school(SCHOOL) / "docs" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def test_an_added_page_stands_in_the_menu_with_its_pictures(small_project: Project) -> None:
    own(
        small_project,
        "policy/roles/thanks.md",
        "---\ntitle: Thanks\n---\n# Thanks\n\n![Oak](oak.svg)\n",
    )
    own(small_project, "policy/roles/oak.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>")
    site = build(small_project)
    assert "<h1" in (site / "policy/roles/thanks.html").read_text()
    assert (site / "policy/roles/oak.svg").is_file()
    assert 'href="thanks.html"' in (site / "policy/roles/head.html").read_text()


def test_a_picture_that_lies_outside_the_project_is_refused(
    small_project: Project, tmp_path: Path
) -> None:
    (tmp_path / "private.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>")
    own(small_project, "policy/roles/oak.md", "---\ntitle: Oak\n---\n# Oak\n")
    link = small_project.school(SCHOOL) / "docs" / "policy" / "roles" / "oak.svg"
    link.symlink_to(tmp_path / "private.svg")
    done = run(small_project, "schoolpolicy", "build")
    assert done.returncode == 1
    assert (
        "schools/oakfield-primary/docs/policy/roles/oak.svg: This is a link to a file outside the "
        "project. Copy the file into the project instead." in done.stderr
    )
    assert not small_project.site.joinpath(SCHOOL).exists()


def test_a_page_says_behind_which_it_stands(small_project: Project) -> None:
    own(small_project, "news.md", "---\ntitle: News\nafter: index.md\n---\n# News\n")
    home = (build(small_project) / "index.html").read_text()
    assert 'href="news.html"' in home


def test_a_page_without_a_place_in_the_menu_is_refused(small_project: Project) -> None:
    own(small_project, "clubs/index.md", "# Clubs\n")
    done = run(small_project, "schoolpolicy", "build")
    assert done.returncode == 1
    assert (
        "schools/oakfield-primary/docs/clubs/index.md:1:1: The menu has no place for this page. "
        'Add a line "after: ..." above the text, with a page of the menu, or move the file into '
        "one of the folders: policy." in done.stderr
    )


def test_a_replaced_page_shows_the_schools_text_with_its_words(small_project: Project) -> None:
    own(
        small_project,
        "index.md",
        "---\nchange: Ours greets.\n---\n# Welcome\n\nHello {{ pupils }}.\n",
    )
    home = (build(small_project) / "index.html").read_text()
    assert "Hello pupils." in home
    assert "Ours greets" not in home


def test_a_pattern_can_be_replaced_too(small_project: Project) -> None:
    own(
        small_project,
        "policy/roles/each.md",
        "---\nfor_each: roles\nchange: Shorter.\n---\nOur {{ item }}.\n",
    )
    page = (build(small_project) / "policy/roles/head.html").read_text()
    assert "Our head." in page
    assert "Shorter" not in page


def test_a_page_that_is_taken_away_is_not_built(small_project: Project) -> None:
    own(small_project, "policy/roles/each.md", "---\nremove: We show no roles.\n---\n")
    site = build(small_project)
    assert not (site / "policy").exists()


def test_a_mistake_in_an_own_page_names_its_file(small_project: Project) -> None:
    own(small_project, "policy/roles/thanks.md", "---\ntitle: Thanks\n---\nHello {{ pupilz }}.\n")
    done = run(small_project, "schoolpolicy", "build")
    assert (
        'schools/oakfield-primary/docs/policy/roles/thanks.md:4:10: "pupilz" is not a term. '
        'Did you mean "pupil"?' in done.stderr
    )


def test_governors_read_what_was_changed_and_why_and_nobody_else(small_project: Project) -> None:
    write_page(small_project, "governors/own-changes.md", "# Changes\n\n{{ departures() }}\n")
    config = small_project.root / "mkdocs.yml"
    config.write_text(config.read_text() + "- governors/own-changes.md\n")
    (small_project.school(SCHOOL) / "roles.yml").write_text(
        "roles:\n- {id: head, summary: Leads., change: We say it <i>short</i>.}\n"
    )
    public = build(small_project)
    assert "We say it" not in (public / "governors/own-changes.html").read_text()
    build(small_project, "--for", "governors")
    page = small_project.site / f"{SCHOOL}--governors" / "governors/own-changes.html"
    text = page.read_text()
    assert "We say it &lt;i&gt;short&lt;/i&gt;." in text
    assert "summary: “Leads.”, before “" in text
