"""`schoolpolicy new`: from a dozen questions to a school that builds."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml

from macros.calls import Calls
from schoolpolicy.checks.run import Checked, Theme, check_school
from schoolpolicy.reading.resolve import resolve
from tests.support import ROOT, copy_project, environment, program
from tests.support import run as run_program

if TYPE_CHECKING:
    from schoolpolicy.reading.project import Project


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return copy_project(ROOT, tmp_path / "project")


def new(project: Project, slug: str, answers: str | None) -> subprocess.CompletedProcess[str]:
    """Start a school from a file of answers; None asks for the usual ones."""
    if answers is None:
        return run_program(project, "schoolpolicy", "new", slug, "--no-input")
    (project.root / "answers.yml").write_text(answers, encoding="utf-8")
    return run_program(project, "schoolpolicy", "new", slug, "--answers", "answers.yml")


def check(project: Project, slug: str) -> Checked:
    return check_school(project, slug, Theme(Calls.shapes()))


def asked(project: Project, slug: str, *said: str) -> subprocess.CompletedProcess[str]:
    """Start a school by answering at the keyboard."""
    return subprocess.run(
        [program("schoolpolicy"), "new", slug],
        cwd=project.root,
        env=environment(),
        input="\n".join(said) + "\n",
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


def test_a_new_school_has_no_mistakes_and_everything_undecided(project: Project) -> None:
    done = new(project, "hill-primary", None)
    assert done.returncode == 0, done.stderr
    checked = check(project, "hill-primary")
    assert [each for each in checked.findings if each.severity != "info"] == []
    assert checked.policy is not None
    assert checked.policy.school.name == "Hill Primary"
    assert set(checked.policy.school.choices.values()) == {"undecided"}
    assert f'{len(checked.undecided)} things still "undecided".' in done.stdout
    assert "schoolpolicy build hill-primary --final" in done.stdout


@pytest.mark.parametrize(
    "answers",
    [
        "phase: infant\n",
        "phase: secondary\ntype: academy\n",
        "phase: all-through\ntype: free\n",
        "phase: special\n",
        "phase: nursery\n",
        "phase: pru\n",
        "nation: wales\nphase: primary\n",
        "nation: wales\nphase: secondary\n",
    ],
)
def test_every_kind_of_school_starts_without_mistakes(project: Project, answers: str) -> None:
    done = new(project, "hill", answers)
    assert done.returncode == 0, done.stderr
    found = check(project, "hill").findings
    assert [str(each) for each in found if each.severity != "info"] == []


def test_a_new_school_builds_at_once_and_is_refused_as_final(project: Project) -> None:
    new(project, "hill", "name: Hill\nphase: junior\n")
    draft = run_program(project, "schoolpolicy", "build", "hill")
    assert draft.returncode == 0, draft.stderr
    final = run_program(project, "schoolpolicy", "build", "hill", "--final")
    assert final.returncode == 1
    assert "Not decided yet" in final.stderr


def test_answers_are_written_as_they_were_given(project: Project) -> None:
    new(
        project,
        "hill",
        'name: "Hill: a school"\nnation: wales\nphase: secondary\nyears: [y7-y9, Year 10]\n'
        "learners: students\nbyod: staff\npupil-ai: no\n",
    )
    school = resolve(project, "hill").policy.school
    assert (school.name, school.nation, school.phase) == ("Hill: a school", "wales", "secondary")
    assert school.cohorts == ("y7", "y8", "y9", "y10")
    assert school.terms["learners"] == "students"
    assert (school.choices["byod"], school.choices["pupil-ai"]) == ("staff", False)
    assert school.choices["managed-service"] == "undecided"


def test_each_choice_stands_with_its_question_and_its_answers(project: Project) -> None:
    new(project, "hill", None)
    text = (project.school("hill") / "school.yml").read_text()
    for choice in resolve(project, "hill").policy.choices:
        assert f"  # {choice.question}\n" in text
        assert f"  {choice.id}: undecided\n" in text


def test_wrong_answers_are_told_all_at_once_and_nothing_is_written(project: Project) -> None:
    done = new(project, "hill", "nam: Hill\nnation: scotland\nyears: y9-y7\nbyod: maybe\n")
    assert done.returncode == 1
    assert done.stderr.splitlines() == [
        'answers.yml:1:1: No question is called "nam". Did you mean "name"?',
        "answers.yml:2:9: The model policy is written for England and Wales, and not for Scotland: "
        "the law, the guidance and the helplines there are others. Answers: england, wales.",
        'answers.yml:3:8: "y9-y7" runs backwards. Write "y7-y9".',
        'answers.yml:4:7: "maybe" is not an answer here. Answers: no, older, staff, undecided, '
        "yes.",
        "Nothing was written.",
    ]
    assert not project.school("hill").exists()


@pytest.mark.parametrize(
    ("phase", "years", "told"),
    [
        (
            "secondary",
            "nursery-y6",
            "A secondary school has no nursery to y6. Write years from y7 to y13, or change "
            '"phase".',
        ),
        (
            "primary",
            "y6, y7-y8",
            'A primary school has no y7 to y8. Write years from nursery to y6, or change "phase".',
        ),
    ],
)
def test_years_that_no_school_of_the_phase_has_are_refused(
    project: Project, phase: str, years: str, told: str
) -> None:
    done = new(project, "hill", f"phase: {phase}\nyears: {years}\n")
    assert done.stderr.splitlines() == [f"answers.yml:2:8: {told}", "Nothing was written."]


@pytest.mark.parametrize(
    ("answers", "told"),
    [
        ("- name\n", "answers.yml:1:1: This is no file of answers."),
        ("name:\n", "answers.yml:1:6: This is no answer."),
        ("name: [\n", "answers.yml:"),
    ],
)
def test_what_is_no_file_of_answers_is_told(project: Project, answers: str, told: str) -> None:
    done = new(project, "hill", answers)
    assert done.returncode == 1
    assert done.stderr.startswith(told)
    assert not project.school("hill").exists()


def test_a_file_of_answers_that_is_not_there_is_told(project: Project) -> None:
    done = run_program(project, "schoolpolicy", "new", "hill", "--answers", "nothing.yml")
    assert (done.returncode, done.stderr) == (2, 'Error: There is no file "nothing.yml".\n')


def test_a_school_that_is_there_stays_as_it_is(project: Project) -> None:
    before = (project.school("oakfield-primary") / "school.yml").read_text()
    done = new(project, "oakfield-primary", None)
    assert done.returncode == 2
    assert done.stderr == (
        "Error: schools/oakfield-primary/ is there already. Nothing was changed.\n"
    )
    assert (project.school("oakfield-primary") / "school.yml").read_text() == before


@pytest.mark.parametrize("slug", ["Hill", "hill_school", "../hill", "hill school"])
def test_a_name_that_is_no_folder_is_refused(project: Project, slug: str) -> None:
    done = new(project, slug, None)
    assert done.returncode == 2
    assert "cannot name a folder. Use small letters, digits and single hyphens" in done.stderr


def test_at_the_keyboard_a_number_or_a_word_will_do(project: Project) -> None:
    done = asked(
        project,
        "hill",
        *("Hill", "none", "2", "secondary", "", "", "students", "", "", "4", "", "undecided"),
    )
    assert done.returncode == 0, done.stdout + done.stderr
    school = resolve(project, "hill").policy.school
    assert (school.nation, school.phase, school.terms["learners"]) == (
        *("wales", "secondary", "students"),
    )
    assert school.choices["byod"] is False
    assert "Why it matters: Law, guidance, helplines and some roles differ." in done.stdout


def test_at_the_keyboard_a_wrong_answer_is_told_and_asked_again(project: Project) -> None:
    done = asked(project, "hill", "Hill", "", "englnd", "england", *[""] * 9)
    assert done.returncode == 0, done.stdout + done.stderr
    assert '"englnd" is not an answer here. Did you mean "england"?' in done.stdout


def test_at_the_keyboard_a_capital_and_a_trusts_name_will_do(project: Project) -> None:
    said = ("Hill", "None", "England", "Secondary", "Academy", "", "Students", "Principal")
    done = asked(project, "hill", *said, *[""] * 4)
    assert done.returncode == 0, done.stdout + done.stderr
    school = resolve(project, "hill").policy.school
    assert (school.nation, school.phase, school.type) == ("england", "secondary", "academy")
    assert (school.terms["learners"], school.terms["head"]) == ("students", "principal")
    assert "brightwater-trust: Brightwater Learning Trust" in done.stdout


def test_what_a_nation_or_a_year_cannot_be_is_told_as_check_tells_it(project: Project) -> None:
    done = new(project, "hill", "nation: wales\ntype: academy\nyears: all\n")
    assert done.stderr.splitlines() == [
        "answers.yml:2:7: There are no academies or free schools in Wales. "
        "Answers: maintained, independent, non-maintained-special.",
        'answers.yml:3:8: "all" is not a year. The years are: nursery, reception, y1, y2, y3, y4, '
        "y5, y6, y7, y8, y9, y10, y11, y12, y13.",
        "Nothing was written.",
    ]


def test_who_decides_stands_in_words_in_the_file(project: Project) -> None:
    new(project, "hill", "head: principal\n")
    text = (project.school("hill") / "school.yml").read_text()
    assert (
        "  # To be decided by: senior leader for filtering and monitoring\n"
        "  filtering-levels: undecided\n"
    ) in text
    assert "  #   head: The principal, with a second person\n" in text


def test_the_next_commands_are_printed_as_they_can_be_typed(project: Project) -> None:
    here = project.root / ".venv" / "bin" / "schoolpolicy"
    here.parent.mkdir(parents=True)
    here.write_text(Path(program("schoolpolicy")).read_text())
    here.chmod(0o755)
    done = subprocess.run(
        [here, "new", "hill", "--no-input"],
        cwd=project.root,
        env=environment(),
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    assert "\n  .venv/bin/schoolpolicy serve hill\n" in done.stdout


def test_a_start_that_is_broken_off_leaves_nothing(project: Project) -> None:
    done = asked(project, "hill", "Hill")
    assert done.returncode == 1
    assert done.stderr == "\nThe questions were broken off. Nothing was written.\n"
    assert not project.school("hill").exists()
    assert not list(project.schools.glob(".hill*"))


def test_what_a_trust_settles_is_neither_asked_nor_written(project: Project) -> None:
    trust = project.schools / "sky" / "trust.yml"
    trust.parent.mkdir()
    trust.write_text(
        "name: Sky Trust\nevery_school:\n  nation: england\n  type: academy\n"
        "  terms: {head: principal}\n  choices: {byod: staff}\nlocked: [terms.head]\n"
    )
    done = new(project, "hill", "trust: sky\nphase: secondary\n")
    assert done.returncode == 0, done.stderr
    written = yaml.safe_load((project.school("hill") / "school.yml").read_text())
    assert written["trust"] == "sky"
    assert "nation" not in written
    assert "head" not in written["terms"]
    assert "byod" not in written["choices"]
    policy = resolve(project, "hill").policy
    assert policy.words["head"] == "principal"
    assert policy.school.choices["byod"] == "staff"


def test_answers_that_a_trust_has_settled_are_told_in_one_line(project: Project) -> None:
    (project.schools / "sky").mkdir()
    (project.schools / "sky" / "trust.yml").write_text(
        "name: Sky Trust\nevery_school:\n  phase: primary\n  terms: {head: principal}\n"
    )
    refused = new(project, "dale", "trust: sky\nphase: secondary\nhead: principal\nnam: Dale\n")
    assert refused.stderr.splitlines() == [
        "answers.yml:2:1: phase and head are settled by sky (schools/sky/trust.yml). Delete these "
        "lines.",
        'answers.yml:4:1: No question is called "nam". Did you mean "name"?',
        "Nothing was written.",
    ]
