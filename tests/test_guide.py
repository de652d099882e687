"""The guide to rules: what it shows works as it says."""

from __future__ import annotations

import json
import re
import shlex
from typing import TYPE_CHECKING, Any

import pytest

from macros.calls import Calls
from schoolpolicy.checks.run import Checked, Theme, check_school
from schoolpolicy.model.response import Response
from schoolpolicy.model.rule import PrerequisiteKind, Rule, StorageKind
from schoolpolicy.model.scope import Zone
from schoolpolicy.model.vocabulary import Function, Level
from schoolpolicy.publish.site.components import icon_names
from schoolpolicy.rules.answer import RuleBook
from schoolpolicy.rules.asking import Words, understand
from schoolpolicy.rules.space import Space
from schoolpolicy.rules.telling import tell
from tests.support import ROOT, SCHOOL, guide_examples, mistakes, replace_in, run

if TYPE_CHECKING:
    from schoolpolicy.model.policy import Policy
    from schoolpolicy.reading.project import Project

GUIDE = (ROOT / "guide" / "rules.md").read_text(encoding="utf-8")
EXAMPLES = guide_examples(GUIDE)


@pytest.fixture
def checked(school_project: Project) -> Checked:
    """Oakfield with all that the guide writes into its files, together."""
    for number, (slug, name, text) in enumerate(EXAMPLES):
        folder = school_project.root / "schools" / slug
        if name == "school":
            settings = folder / "school.yml"
            old = re.search(r"^cohorts: .*\n", settings.read_text(encoding="utf-8"), re.M)
            assert old is not None
            replace_in(settings, old[0], text)
        else:
            (folder / f"{name}-{number}.yml").write_text(text, encoding="utf-8")
    return check_school(school_project, SCHOOL, Theme(Calls.shapes(), icon_names()))


@pytest.fixture
def guided(checked: Checked) -> Policy:
    assert checked.policy is not None, "\n".join(map(str, checked.errors))
    return checked.policy


def answered(policy: Policy, *who: str, **words: Any) -> str:
    """Return the rule that answers a question in words."""
    space = Space(policy)
    asked = understand(policy, space, Words(who, **words))
    (told,) = tell(RuleBook(policy, asked.day, space), asked)
    (rule,) = told.answer.rules
    return rule.id


def test_every_example_is_a_file_of_a_school() -> None:
    assert len(EXAMPLES) == GUIDE.count("```yaml") > 8
    assert {slug for slug, _, _ in EXAMPLES} == {SCHOOL}


def test_the_examples_together_have_no_mistakes_of_their_own(checked: Checked) -> None:
    ours = mistakes(each for each in checked.findings if re.search(r"-\d+\.yml", each.place.file))
    assert [str(each) for each in checked.errors] == []
    assert ours == []


def test_a_changed_list_of_exceptions_is_added_to(guided: Policy) -> None:
    unless = [each.id for each in guided.find(Rule, "pupils-earbuds").unless]
    assert unless == ["medical", "disability", "young-carer", "new-here", "noise"]


def test_a_zone_an_event_and_a_ladder_answer_as_it_says(guided: Policy) -> None:
    reader = {"thing": "reader"}
    assert answered(guided, "y5,choir", **reader) == "pupils-own-devices"
    assert answered(guided, "y5,choir", **reader, place="woods", when="friday 10:35") == (
        "reading-corner-e-readers"
    )
    assert answered(guided, "y5,choir", **reader, place="woods", when="monday 10:35") == (
        "pupils-own-devices"
    )
    assert answered(guided, "y2,choir", **reader, during="book day") == "book-day-e-readers"
    assert guided.find(Zone, "reading-corner").title == "Reading corner"
    assert guided.find(Response, "pupils-e-readers").about == ("e-reader",)


def test_it_lists_all_levels_uses_and_stores() -> None:
    levels = re.findall(r"^\| `([\w-]+)` \|", GUIDE.split("## Levels")[1].split("##")[0], re.M)
    assert levels[1:] == [each.value for each in Level]
    words = set(re.findall(r"`([\w-]+)`", GUIDE))
    assert {each.value for each in Function} - {"any"} <= words
    assert {each.value for each in (*StorageKind, *PrerequisiteKind)} <= words


def test_its_questions_are_understood_and_answered(school_project: Project) -> None:
    commands = re.findall(r"^schoolpolicy can (.*)$", GUIDE, re.MULTILINE)
    assert len(commands) == 6
    for command in commands:
        done = run(school_project, "schoolpolicy", "can", *shlex.split(command))
        assert done.returncode == 0, f"{command}: {done.stdout}{done.stderr}"


def test_it_names_every_key_of_an_answer_as_json(school_project: Project) -> None:
    done = run(
        school_project, *("schoolpolicy", "can", "--who", "y6", "--thing", "phone"), "--format=json"
    )
    told = json.loads(done.stdout)
    (answer,) = told["answers"]
    (rule,) = answer["rules"]
    described = GUIDE.split("`--format json`")[1].split("## ")[0]
    assert [
        key for key in (*told, *told["question"], *answer, *rule) if f"`{key}`" not in described
    ] == []


def test_what_the_readme_asks_is_answered(school_project: Project) -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    (command,) = re.findall(r"^.venv/bin/schoolpolicy can (.*)$", readme, re.MULTILINE)
    done = run(school_project, "schoolpolicy", "can", *shlex.split(command))
    assert done.returncode == 0
    assert "at school" in done.stdout
    assert "At other places or times:" in done.stdout
