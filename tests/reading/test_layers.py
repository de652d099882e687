"""Laying a school's files over the model policy."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from schoolpolicy.model.layer import LayerKind
from schoolpolicy.model.vocabulary import Level
from schoolpolicy.reading.project import NoProjectError, Project
from schoolpolicy.reading.resolve import NoSchoolError, PolicyError, resolve

SMALL = Path(__file__).parents[1] / "small"


@pytest.fixture
def small(tmp_path: Path) -> Project:
    shutil.copytree(SMALL, tmp_path / "small")
    return Project(tmp_path / "small")


def write(project: Project, name: str, text: str) -> None:
    (project.school("hill") / name).write_text(text, encoding="utf-8")


def rule_ids(project: Project) -> list[str]:
    return sorted(each.id for each in resolve(project, "hill").policy.rules)


def test_a_school_changes_only_the_fields_it_gives(small: Project) -> None:
    write(small, "rules.yml", "rules:\n- {id: no-phones, level: allowed}\n")
    rule = resolve(small, "hill").policy.get("rules", "no-phones")
    assert rule.level is Level.ALLOWED  # type: ignore[attr-defined]
    assert rule.because == "We learn best with no phones."  # type: ignore[attr-defined]


def test_a_school_adds_records(small: Project) -> None:
    write(small, "places.yml", "places:\n- {id: hall, title: Hall, within: anywhere}\n")
    assert [place.id for place in resolve(small, "hill").policy.places] == [
        "anywhere",
        "lessons",
        "hall",
    ]


def test_a_school_changes_one_duty_and_adds_another(small: Project) -> None:
    write(
        small,
        "roles.yml",
        "roles:\n- id: head\n  duties:\n  - {id: head-leads, every: 1 term}\n"
        "  - {id: head-asks, text: Asks., every: 1 year}\n",
    )
    (head,) = resolve(small, "hill").policy.roles
    assert [(duty.id, duty.every, duty.text) for duty in head.duties] == [
        ("head-leads", "1 term", "Keeps children safe."),
        ("head-asks", "1 year", "Asks."),
    ]


def test_a_school_removes_a_record_with_a_reason(small: Project) -> None:
    write(small, "places.yml", "places:\n- {id: lessons, remove: We teach outdoors.}\n")
    resolution = resolve(small, "hill")
    assert [place.id for place in resolution.policy.places] == ["anywhere"]
    (removal,) = resolution.removals
    assert (removal.id, removal.because) == ("lessons", "We teach outdoors.")
    assert str(removal.mark.place) == "schools/hill/places.yml:2:3"


def test_a_school_cannot_let_what_the_law_forbids(small: Project) -> None:
    crime = "- {id: hurting, thing: watch, place: lessons, level: illegal, because: The law.}\n"
    (small.data / "rules-of-law.yml").write_text(f"rules:\n{crime}")
    write(small, "rules.yml", "rules:\n- {id: hurting, level: allowed}\n")
    assert [str(each) for each in resolve(small, "hill").errors] == [
        'schools/hill/rules.yml:2:17: The law forbids what "hurting" is about: a school cannot '
        'make it "allowed". Delete this line. If the law has changed, remove the rule and say why.'
    ]
    write(small, "rules.yml", "rules:\n- {id: hurting, because: It is a crime.}\n")
    assert resolve(small, "hill").errors == ()


def test_an_empty_list_takes_the_place_of_what_was_there(small: Project) -> None:
    write(small, "roles.yml", "roles:\n- {id: head, duties: []}\n")
    assert [str(each) for each in resolve(small, "hill").errors] == [
        'schools/hill/roles.yml:2:22: "duties" is an empty list. Add at least one entry.'
    ]


def test_it_is_known_which_layers_wrote_a_record(small: Project) -> None:
    write(small, "rules.yml", "rules:\n- {id: no-phones, level: allowed}\n")
    layers = resolve(small, "hill").layers["rules", "no-phones"]
    assert [layer.kind for layer in layers] == [LayerKind.MODEL, LayerKind.SCHOOL]


def test_terms_are_filled_in_with_the_schools_words(small: Project) -> None:
    policy = resolve(small, "hill").policy
    assert policy.duty("head-leads").text == "Keeps children safe."
    assert policy.words["Pupils"] == "Children"
    assert policy.words["school_name"] == "Hill School"


def test_the_wording_of_the_schools_nation_is_picked(small: Project) -> None:
    write(small, "roles.yml", "roles:\n- id: head\n  title: {england: head, wales: pennaeth}\n")
    assert resolve(small, "hill").policy.roles[0].title == "head"


def test_template_syntax_that_is_no_term_stays_text(small: Project) -> None:
    text = "topics:\n- id: phones\n  intro: 'Seven {{ 7*7 }} {% raw %} <script>alert(1)</script>'\n"
    write(small, "topics.yml", text)
    topic = resolve(small, "hill").policy.get("topics", "phones")
    assert topic.intro == "Seven {{ 7*7 }} {% raw %} <script>alert(1)</script>"  # type: ignore[attr-defined]


def test_records_for_another_nation_are_left_out_and_so_is_what_names_them(small: Project) -> None:
    write(
        small,
        "citations.yml",
        "citations:\n- {id: phone-guidance, only: {nations: [wales]}}\n",
    )
    write(small, "rules.yml", "rules:\n- {id: no-phones, source: [phone-guidance]}\n")
    policy = resolve(small, "hill").policy
    assert policy.citations == ()
    assert policy.rules[0].source == ()


def test_a_record_that_cannot_stand_without_another_goes_with_it(small: Project) -> None:
    write(small, "things.yml", "things:\n- {id: phone, only: {choices: {byod: yes}}}\n")
    assert rule_ids(small) == ["watches"]


def test_a_rule_for_cohorts_that_are_left_out_does_not_come_to_mean_everybody(
    small: Project,
) -> None:
    write(small, "cohorts.yml", "cohorts:\n- {id: y2, only: {nations: [wales]}}\n")
    write(
        small,
        "rules.yml",
        "rules:\n- {id: no-phones, who: {audience: pupils, cohorts: [y2]}}\n",
    )
    assert "no-phones" not in rule_ids(small)


@pytest.mark.parametrize(
    ("subject", "record", "field"),
    [
        ("places", "{id: lessons}", "place: lessons"),
        ("times", "{id: break}", "time: break"),
        ("events", "{id: exam, title: In an exam}", "event: exam"),
        (
            "zones",
            "{id: green, title: Green, plain: The field., areas: [{places: [lessons]}]}",
            "zone: green",
        ),
        (
            "restrictions",
            "{id: limit, title: On a limit, text: No phone., who: {audience: pupils}, "
            "decided_by: head, review: 1 week, at_most: {school_days: 5}, log: In the log.}",
            "restriction: limit",
        ),
    ],
)
def test_a_rule_for_a_part_that_is_left_out_does_not_come_to_mean_the_whole(
    small: Project, subject: str, record: str, field: str
) -> None:
    write(small, "rules.yml", f"rules:\n- {{id: no-phones, {field}}}\n")
    write(small, f"{subject}.yml", f"{subject}:\n- {record}\n")
    assert "no-phones" in rule_ids(small)
    elsewhere = record.replace("{id:", "{only: {nations: [wales]}, id:", 1)
    write(small, f"{subject}.yml", f"{subject}:\n- {elsewhere}\n")
    assert "no-phones" not in rule_ids(small)


def test_what_lies_within_something_left_out_stays(small: Project) -> None:
    write(
        small,
        "places.yml",
        "places:\n- {id: hall, title: Hall, within: lessons}\n"
        "- {id: lessons, only: {nations: [wales]}}\n",
    )
    assert [each.id for each in resolve(small, "hill").policy.places] == ["anywhere", "hall"]


def test_approvals_and_evidence_are_read_with_the_school(small: Project) -> None:
    write(
        small,
        "approvals.yml",
        "approvals:\n- body: head\n  capacity: full board\n  date: 2026-09-20\n  edition: 2026-27\n"
        f"  fingerprint: {'a' * 64}\n  changes: First edition.\n",
    )
    assert resolve(small, "hill").policy.approvals[0].capacity == "full board"


def test_a_policy_with_mistakes_is_not_given_out(small: Project) -> None:
    write(small, "rules.yml", "rules:\n- {id: no-phones, level: maybe}\n")
    with pytest.raises(PolicyError, match="is not a level that we know"):
        _ = resolve(small, "hill").policy


def test_an_unknown_school_is_an_error_with_a_guess(small: Project) -> None:
    with pytest.raises(NoSchoolError) as raised:
        resolve(small, "hil")
    assert str(raised.value) == 'There is no school "hil" in schools/. Did you mean "hill"?'


def test_a_folder_that_is_no_project(tmp_path: Path) -> None:
    with pytest.raises(NoProjectError):
        Project.at(tmp_path)


def test_a_project_is_found_from_a_folder_inside_it(small: Project) -> None:
    assert Project.at(small.data).root == small.root.resolve()
    assert small.default_school() == "hill"


def test_law_of_another_nation_is_left_out(small: Project) -> None:
    write(small, "citations.yml", "citations:\n- {id: phone-guidance, nations: [wales]}\n")
    policy = resolve(small, "hill").policy
    assert policy.citations == ()
