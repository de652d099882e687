"""A trust or a council between the model policy and its schools."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from schoolpolicy.model.layer import LayerKind, TrustKind
from schoolpolicy.model.role import Role
from schoolpolicy.reading.project import Project
from schoolpolicy.reading.resolve import resolve

SMALL = Path(__file__).parents[1] / "small"
TRUST = """\
name: Sky Trust
kind: trust
every_school:
  type: academy
  terms: {learners: pupils}
  choices: {byod: yes}
  colour: "#334455"
locked: [terms.learners]
"""


@pytest.fixture
def small(tmp_path: Path) -> Project:
    """Hill School in Sky Trust, which settles its words, its colour and a choice."""
    shutil.copytree(SMALL, tmp_path / "small")
    project = Project(tmp_path / "small")
    write(project, "sky/trust.yml", TRUST)
    school = project.school("hill") / "school.yml"
    written = school.read_text().replace("terms: {learners: children}\n", "trust: sky\n")
    school.write_text(written.replace("choices: {byod: no}\n", ""))
    return project


def write(project: Project, name: str, text: str) -> None:
    path = project.schools / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")


def said(project: Project) -> list[str]:
    return [str(each) for each in resolve(project, "hill").findings]


def replace(project: Project, name: str, old: str, new: str) -> None:
    path = project.schools / name
    path.write_text(path.read_text().replace(old, new))


def test_a_trust_settles_fields_for_every_school(small: Project) -> None:
    policy = resolve(small, "hill").policy
    assert policy.words["Pupils"] == "Pupils"
    assert policy.school.choices == {"byod": True}
    assert policy.school.colour == "#334455"
    assert policy.school.nation == "england"
    assert policy.trust is not None
    assert (policy.trust.name, policy.trust.kind) == ("Sky Trust", TrustKind.TRUST)


def test_a_school_changes_what_its_trust_has_not_locked(small: Project) -> None:
    replace(small, "hill/school.yml", "trust: sky\n", "trust: sky\nchoices: {byod: no}\n")
    assert resolve(small, "hill").policy.school.choices == {"byod": False}


def test_a_school_cannot_change_what_its_trust_has_locked(small: Project) -> None:
    replace(small, "hill/school.yml", "trust: sky\n", "trust: sky\nterms: {learners: children}\n")
    assert said(small) == [
        'schools/hill/school.yml:7:9: "terms.learners" is settled for every school by Sky Trust '
        "(schools/sky/trust.yml, line 8). Delete this line, or ask Sky Trust to unlock it."
    ]


def test_a_trust_cannot_lock_what_it_does_not_give(small: Project) -> None:
    replace(small, "sky/trust.yml", "[terms.learners]", "[terms.head]")
    assert said(small) == [
        'schools/sky/trust.yml:8:10: "terms.head" is locked, but not given under "every_school". '
        "Give it there, or delete this line."
    ]


def test_the_records_of_a_trust_lie_between_the_model_and_the_school(small: Project) -> None:
    write(small, "sky/roles.yml", "roles:\n- {id: head, summary: Leads a school of the trust.}\n")
    write(
        small, "hill/roles.yml", "roles:\n- id: head\n  duties: [{id: head-leads, every: 1 term}]\n"
    )
    resolution = resolve(small, "hill")
    head = resolution.policy.find(Role, "head")
    assert head.summary == "Leads a school of the trust."
    assert head.duties[0].every == "1 term"
    assert [each.kind for each in resolution.layers["roles", "head"]] == [
        LayerKind.MODEL,
        LayerKind.TRUST,
        LayerKind.SCHOOL,
    ]
    assert [each.name for each in resolution.stack] == [
        "the model policy",
        "Sky Trust",
        "Hill School",
    ]


def test_a_trust_that_is_not_there_is_told_with_the_one_meant(small: Project) -> None:
    replace(small, "hill/school.yml", "trust: sky", "trust: skye")
    assert said(small)[0] == (
        'schools/hill/school.yml:6:8: There is no trust "skye": no file schools/skye/trust.yml. '
        'Did you mean "sky"?'
    )


def test_without_any_trust_it_is_told_how_to_make_one(small: Project) -> None:
    shutil.rmtree(small.schools / "sky")
    assert said(small)[0] == (
        'schools/hill/school.yml:6:8: There is no trust "sky": no file schools/sky/trust.yml. '
        "Write schools/sky/trust.yml, or delete this line."
    )


def test_a_school_is_no_trust(small: Project) -> None:
    write(small, "hill/trust.yml", "name: Hill Trust\n")
    assert said(small) == [
        "schools/hill/trust.yml:1:1: This is the folder of a school, and cannot be that of a trust "
        "too. Move trust.yml to a folder of its own, and name that in school.yml."
    ]


def test_a_mistake_in_the_file_of_a_trust_is_told_there(small: Project) -> None:
    replace(small, "sky/trust.yml", "kind: trust", "kind: chain")
    assert said(small) == [
        'schools/sky/trust.yml:2:7: "chain" is not a kind that we know. '
        "Choose one of: diocese, local-authority, trust."
    ]


def test_a_mistake_in_what_a_trust_settles_is_told_in_its_file(small: Project) -> None:
    replace(small, "sky/trust.yml", '"#334455"', "navy")
    (finding,) = said(small)
    assert finding.startswith('schools/sky/trust.yml:7:11: "navy"')


def test_an_empty_file_of_a_trust_is_told(small: Project) -> None:
    write(small, "sky/trust.yml", "")
    assert said(small)[0] == (
        'schools/sky/trust.yml:1:1: This file is empty. Begin with "name: ...".'
    )


def test_the_approvals_of_a_trust_hold_beside_those_of_the_school(small: Project) -> None:
    entry = (
        "approvals:\n- {{body: head, capacity: Board, date: {day}, edition: 2026-27, "
        f"fingerprint: {'0' * 64}, changes: New.}}}}\n"
    )
    write(small, "sky/approvals.yml", entry.format(day="2026-07-01"))
    write(small, "hill/approvals.yml", entry.format(day="2026-08-01"))
    days = sorted(str(each.date) for each in resolve(small, "hill").policy.approvals)
    assert days == ["2026-07-01", "2026-08-01"]


POSTS = "posts:\n- {id: leader, title: head of all schools, name: Alex Gray, holds: [head]}\n"


def test_the_posts_of_a_trust_hold_in_every_school_until_one_changes_them(small: Project) -> None:
    write(small, "sky/posts.yml", POSTS)
    (post,) = resolve(small, "hill").policy.posts
    assert (post.title, post.holds) == ("head of all schools", ("head",))
    write(small, "hill/posts.yml", "posts:\n- {id: leader, title: head of Hill}\n")
    (post,) = resolve(small, "hill").policy.posts
    assert (post.title, post.holds) == ("head of Hill", ("head",))


def test_a_trust_says_whether_the_names_of_those_who_hold_posts_are_shown(small: Project) -> None:
    write(small, "sky/posts.yml", POSTS)
    assert [each.name for each in resolve(small, "hill").policy.posts] == [None]
    assert any("has a name, which is shown nowhere" in each for each in said(small))
    replace(small, "sky/trust.yml", "every_school:\n", "every_school:\n  publish_names: yes\n")
    assert [each.name for each in resolve(small, "hill").policy.posts] == ["Alex Gray"]
    assert said(small) == []


def test_a_trust_allows_other_words_and_a_school_more_of_them(small: Project) -> None:
    path = small.data / "terms.yml"
    head = (
        "- id: head\n  meaning: who leads\n  placeholder: {one: leader, many: leaders}\n"
        "  options: [{one: head, many: heads}, {one: principal, many: principals}]\n"
    )
    path.write_text(path.read_text() + head)
    also = "every_school:\n  also_says: {learners: [children]}\n"
    replace(small, "sky/trust.yml", "every_school:\n", also)
    replace(
        small, "hill/school.yml", "trust: sky\n", "trust: sky\nalso_says: {head: [principal]}\n"
    )
    assert said(small) == []
    assert resolve(small, "hill").policy.school.also_says == {
        "learners": ("children",),
        "head": ("principal",),
    }


def test_a_word_that_a_trust_allows_must_be_one(small: Project) -> None:
    also = "every_school:\n  also_says: {learners: [scholars]}\n"
    replace(small, "sky/trust.yml", "every_school:\n", also)
    assert said(small) == [
        'schools/sky/trust.yml:4:26: "scholars" is not a word for the children the school '
        "teaches. Choose one of: children, pupils."
    ]
