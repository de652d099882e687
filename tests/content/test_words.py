"""The model policy speaks each school's own words, on every page."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

import pytest

from schoolpolicy.reading.terms import article
from tests.policies import oakfield
from tests.support import ROOT, SCHOOL, copy_project, run, squeeze

if TYPE_CHECKING:
    from pathlib import Path

    from schoolpolicy.reading.project import Project

ACADEMY = """
name: Quayside
nation: england
phase: all-through
type: academy
cohorts: [nursery, reception, y1, y2, y3, y4, y5, y6, y7, y8, y9, y10, y11, y12, y13]
terms:
  learners: students
  head: principal
  governors: board of directors
  school: academy
  class-teacher: tutors
  parents: parents and guardians
  agreement: acceptable use policy
  online-safety-lead: online safety officer
  senior-leaders: senior management team
  it-manager: network manager
  it-provider: managed service provider
  learning-platform: Google Classroom
  online-safety-group: online safety committee
"""
WELSH = """
name: Ysgol Bryn
nation: wales
phase: secondary
type: maintained
cohorts: [y7, y8, y9, y10, y11, y12, y13]
terms: {online-safety-lead: Digital Competence Framework coordinators}
"""
WRONG = {
    ACADEMY: (
        r"pupils?|learners?|headteachers?|governing bod(y|ies)|governors?|trustees?"
        r"|parents? (and|or) carers?|class teachers?|form tutors?|acceptable use agreements?"
        r"|online safety (lead|group|coordinator)|senior leadership team|IT (manager|provider)"
        r"|learning platform|the Google Classroom"
        r"|([Tt]he|[Oo]ur|[Tt]his) school(?! (bus|day|gates?|holidays|play|year))"
    ),
    WELSH: (
        r"pupils?|students?|safeguarding leads?|special educational needs|form teachers?"
        r"|online safety (lead|coordinator)|[Kk]ey [Ss]tages?|academ(y|ies)|trustees?"
    ),
}
NAMED = re.compile(r"AUA or AUP.*?BYOD|acceptable use agreement A short list")
"""Where the glossary explains a word, whoever says it."""
UNREAD = re.compile(r"<(script|style)\b.*?</\1>|<!--.*?-->", re.DOTALL)
SAID = re.compile(r'\b(?:alt|title|aria-label|content)="([^"]*)"')
ARTICLE = re.compile(r"(?<![\w'’-])an? \{\{ (\w+) \}\}", re.IGNORECASE)


def read(page: Path) -> str:
    """Return all that people see or hear of a page."""
    text = UNREAD.sub(" ", page.read_text(encoding="utf-8"))
    seen = re.sub(r"<[^>]*>", " ", text)
    return NAMED.sub("", squeeze(html.unescape(f"{seen} | {' | '.join(SAID.findall(text))}")))


@pytest.fixture(scope="module", params=[ACADEMY, WELSH], ids=["academy", "welsh"])
def built(
    request: pytest.FixtureRequest, project: Project, tmp_path_factory: pytest.TempPathFactory
) -> tuple[str, Path]:
    """A school with words of its own and Oakfield's choices, and its site, without notes."""
    trial = copy_project(project.root, tmp_path_factory.mktemp("words") / "project")
    folder = trial.school("trial")
    folder.mkdir()
    example = (project.school(SCHOOL) / "school.yml").read_text(encoding="utf-8")
    choices = re.search(r"^choices:.*?(?=^\w)", example, re.MULTILINE | re.DOTALL)
    assert choices is not None
    review = (
        "review: {edition: 2026-27, effective_from: 2026-09-01, next_review: 2027-07-01, "
        "approved_by: governors}\n"
    )
    (folder / "school.yml").write_text(request.param + choices[0] + review, encoding="utf-8")
    contacts = (project.school(SCHOOL) / "contacts.yml").read_text(encoding="utf-8")
    (folder / "contacts.yml").write_text(contacts, encoding="utf-8")
    done = run(trial, "schoolpolicy", "build", "trial", "--for", "governors", "--final")
    assert done.returncode == 0, done.stdout + done.stderr
    return request.param, trial.site / "trial--governors"


def test_no_page_mixes_words(built: tuple[str, Path]) -> None:
    school, site = built
    wrong = re.compile(rf"\b(?:{WRONG[school]})\b")
    found = [
        f"{page.relative_to(site)}: {text[max(0, each.start() - 40) : each.end() + 20]}"
        for page in sorted(site.rglob("*.html"))
        for text in [read(page)]
        for each in wrong.finditer(text)
    ]
    assert found == []


def test_the_menu_says_the_schools_words_and_keeps_its_addresses(built: tuple[str, Path]) -> None:
    school, site = built
    home = read(site / "index.html")
    pupils, board = ("Students", "Directors") if school is ACADEMY else ("Learners", "Governors")
    assert f" {pupils} Staff " in home
    assert f" Staff {board} " in home
    assert (site / "pupils" / "index.html").is_file()


def test_articles_stand_only_before_words_that_all_begin_alike() -> None:
    begin = {
        term.placeholder.one: {each.article or article(each.one) for each in term.options}
        for term in oakfield().terms
    }
    sources = [*(ROOT / "data").rglob("*.yml"), *(ROOT / "docs").rglob("*.md")]
    sources = [path for path in sources if path.name != "terms.yml"]
    found = [
        f"{path.relative_to(ROOT)}: {match[0]}"
        for path in sources
        for match in ARTICLE.finditer(path.read_text(encoding="utf-8"))
        if len(begin.get(match[1][:1].lower() + match[1][1:], {1})) > 1
    ]
    assert found == [], "write {{ a_school }} or {{ A_school }}"


def test_nobody_adds_an_ending_to_a_placeholder_by_hand() -> None:
    hand_made = re.compile(r"\{\{ \w+ \}\} ?(?:['’]s\b|(?<=s \}\})['’] )")
    sources = [*(ROOT / "data").rglob("*.yml"), *(ROOT / "docs").rglob("*.md")]
    sources += [*(ROOT / "schools").rglob("*.yml"), *(ROOT / "schools").rglob("*.md")]
    found = [
        f"{path.relative_to(ROOT)}: {match[0]}"
        for path in sources
        for match in hand_made.finditer(path.read_text(encoding="utf-8"))
    ]
    assert found == [], "write {{ pupil_possessive }} or {{ pupils_possessive }}"
