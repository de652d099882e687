"""Pages may call macros and use terms; they cannot run code, and cannot name what is not there."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from macros.calls import Calls
from schoolpolicy.checks.run import Theme, check_school
from tests.support import SCHOOL, add_page, replace_in, run

if TYPE_CHECKING:
    from schoolpolicy.reading.project import Project

ESCAPES = {
    "the classes of Python": "{{ ''.__class__.__mro__ }}",
    "all classes, called": "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "the globals of a template helper": "{{ cycler.__init__.__globals__.os.popen('touch X') }}",
    "the globals of a macro": "{{ role_page.__globals__ }}",
    "the object behind a macro": "{{ role_page.__self__.policy }}",
    "an attribute by name": "{{ ''|attr('__class__')|attr('__mro__') }}",
    "a format string": "{{ '{0.__class__.__mro__}'.format('') }}",
    "the bases of a term": "{{ pupils.__class__.__base__.__subclasses__() }}",
    "the settings": "{{ config }}",
    "the environment": "{{ environment }}",
    "another file": "{% include '/etc/passwd' %}",
    "another template": "{% import 'parts.html' as parts %}{{ parts }}",
}


def test_no_page_can_break_out_of_its_template(small_project: Project) -> None:
    """Most are refused when the pages are read; the rest when a page of theirs is made."""
    for number, text in enumerate(ESCAPES.values()):
        add_page(small_project, f"probe-{number}.md", f"# Probe\n\n{text}\n")
    findings = check_school(small_project, SCHOOL, Theme(Calls.shapes())).errors
    refused = {finding.place.file for finding in findings}
    for file in refused:
        (small_project.root / file).unlink()
        replace_in(small_project.root / "mkdocs.yml", f"- Added: {Path(file).name}\n", "")
    left = {f"docs/{path.name}" for path in small_project.docs.glob("probe-*.md")}
    assert left, "the sandbox itself is tried as well"

    done = run(small_project, "schoolpolicy", "build")
    assert done.returncode == 1, done.stdout
    assert {file for file in left if file in done.stderr} == left, done.stderr
    assert "Traceback" not in done.stderr
    assert not (small_project.site / SCHOOL).exists()
    assert not list(small_project.root.rglob("X"))


def test_an_undefined_name_stops_the_build_at_its_line(small_project: Project) -> None:
    add_page(small_project, "probe.md", "---\ntitle: Probe\n---\n# Probe\n\nAll {{ pupilz }}.\n")
    done = run(small_project, "schoolpolicy", "build")
    assert done.returncode == 1
    assert "docs/probe.md:6:8: " in done.stderr
    assert 'Did you mean "pupil' in done.stderr


def test_an_undefined_name_in_a_title_stops_the_build(small_project: Project) -> None:
    add_page(small_project, "probe.md", '---\ntitle: "{{ pupilz }}"\n---\nProbe.\n')
    done = run(small_project, "schoolpolicy", "build")
    assert done.returncode == 1
    assert "pupilz" in done.stderr


def test_a_computation_that_never_ends_is_refused(small_project: Project) -> None:
    add_page(small_project, "probe.md", "{% for x in range(999999999) %}{% endfor %}\n")
    done = run(small_project, "schoolpolicy", "build")
    assert done.returncode == 1
    assert "docs/probe.md:1:" in done.stderr
