"""The guide to layers: what it shows of trusts, locks, pages and upgrades works as it says."""

from __future__ import annotations

import re
import shlex
from typing import TYPE_CHECKING

import pytest

from macros.calls import Calls
from schoolpolicy.checks.run import Checked, Theme, check_school
from schoolpolicy.model.agreement import Agreement
from schoolpolicy.model.layer import DepartureKind, TrustKind
from schoolpolicy.model.organisation import Cohort
from schoolpolicy.model.rule import Rule
from schoolpolicy.reading.orders import CHANGE, MOVE, REMOVE
from schoolpolicy.reading.page_layers import lay_pages
from tests.support import ROOT, SCHOOL, guide_examples, replace_in, run, squeeze

if TYPE_CHECKING:
    from schoolpolicy.model.policy import Policy
    from schoolpolicy.reading.project import Project

GUIDE = (ROOT / "guide" / "layers.md").read_text(encoding="utf-8")
TRUST = "kingfisher-trust"
EXAMPLES = guide_examples(GUIDE)
PAGES = re.findall(
    r"^```markdown\n<!-- schools/([\w-]+)/docs/(\S+\.md) -->\n(.*?)^```$",
    GUIDE,
    re.MULTILINE | re.DOTALL,
)
LOCKED_MESSAGE = re.findall(r"^```text\n(.*?)^```$", GUIDE, re.MULTILINE | re.DOTALL)[0]


@pytest.fixture
def kingfisher(school_project: Project) -> Project:
    """Oakfield as a school of the trust of the guide, with all that the guide writes."""
    for number, (slug, name, text) in enumerate(EXAMPLES):
        folder = school_project.school(slug)
        folder.mkdir(exist_ok=True)
        if name == "trust" and (folder / "trust.yml").exists():
            # Another way to fill in a field that stands there.
            replace_in(folder / "trust.yml", "  terms: {responsible-body: trusts}\n", _inner(text))
        elif name == "trust":
            (folder / "trust.yml").write_text(text, encoding="utf-8")
        elif name == "school":
            settings = folder / "school.yml"
            settings.write_text(settings.read_text(encoding="utf-8") + text, encoding="utf-8")
        else:
            (folder / f"{name}-{number}.yml").write_text(text, encoding="utf-8")
    for slug, name, text in PAGES:
        path = school_project.school(slug) / "docs" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    # What the trust locks, and what Oakfield has of its own about what the trust takes away.
    own = school_project.school(SCHOOL)
    replace_in(own / "school.yml", "  monitoring: software\n", "")
    rules = own / "rules.yml"
    kept, _, after = rules.read_text(encoding="utf-8").partition("- id: pupils-tracker-tags\n")
    rules.write_text(kept + after[after.index("# Phones of younger") :], encoding="utf-8")
    return school_project


def _inner(text: str) -> str:
    return text.removeprefix("every_school:\n")


@pytest.fixture
def checked(kingfisher: Project) -> Checked:
    return check_school(kingfisher, SCHOOL, Theme(Calls.shapes()))


@pytest.fixture
def guided(checked: Checked) -> Policy:
    assert checked.policy is not None, "\n".join(map(str, checked.errors))
    return checked.policy


def test_every_example_is_a_file_of_the_trust_or_of_a_school() -> None:
    assert len(EXAMPLES) == GUIDE.count("```yaml") == 6
    assert len(PAGES) == GUIDE.count("```markdown") == 2
    assert {slug for slug, _, _ in EXAMPLES} == {SCHOOL, TRUST}


def test_the_examples_together_have_no_mistakes(checked: Checked) -> None:
    assert [str(each) for each in checked.errors] == []


def test_the_trust_settles_what_the_school_leaves_to_it(guided: Policy) -> None:
    assert guided.school.choices["monitoring"] == "software"
    assert guided.school.footer == {
        "en": "A school of Kingfisher Trust. A printed copy may be out of date."
    }


def test_records_are_changed_moved_and_taken_away(guided: Policy) -> None:
    clauses = [each.id for each in guided.find(Agreement, "ks2-pupils").clauses]
    assert clauses.index("ks2-school-work") == clauses.index("ks2-new-apps") - 1
    assert "pupils-tracker-tags" not in guided.subject("rules")
    rule = guided.find(Rule, "staff-blogs")
    assert (rule.level, rule.by, rule.condition) == ("not-allowed", (), None)


def test_a_year_reads_with_the_younger_ones(guided: Policy) -> None:
    assert guided.find(Cohort, "y3").band == "eyfs-ks1"
    assert (guided.words["youngest"], guided.words["juniors"]) == ("up to Year 3", "Years 4 to 6")


def test_pages_are_added_and_take_the_place_of_others(
    kingfisher: Project, guided: Policy, checked: Checked
) -> None:
    laid = lay_pages(kingfisher, checked.resolution.stack, {})
    assert laid.findings == []
    assert "Ask your child's teacher" in laid.pages["parents/curriculum.md"].body
    kinds = {each.id: each.kind for each in laid.departures}
    assert kinds == {
        "parents/links.md": DepartureKind.ADDED,
        "parents/curriculum.md": DepartureKind.CHANGED,
    }


def test_a_lock_is_told_in_the_words_of_the_guide(kingfisher: Project) -> None:
    changed = "rules:\n- {id: staff-blogs, by: [head]}\n"
    (kingfisher.school(SCHOOL) / "rules.yml").write_text(changed, encoding="utf-8")
    found = check_school(kingfisher, SCHOOL, Theme(Calls.shapes())).findings
    (told,) = [str(each) for each in found if each.code == "read.locked"]
    number = next(i for i, each in enumerate(EXAMPLES) if "staff-blogs" in each[2])
    assert told.replace(f"rules-{number}.yml", "rules.yml") == squeeze(LOCKED_MESSAGE)


def test_it_names_each_order_and_each_kind_of_trust() -> None:
    orders = re.findall(r"^\| `(\w+): ", GUIDE, re.MULTILINE)
    assert orders == [CHANGE, REMOVE, MOVE, "lock"]
    for kind in TrustKind:
        assert f"`{kind}`" in GUIDE


def test_its_commands_run_and_upgrades_are_told(kingfisher: Project) -> None:
    done = run(kingfisher, "schoolpolicy", "changes", TRUST)
    assert done.returncode == 0, done.stderr
    assert "Why: The trust answers for what its schools publish." in done.stdout
    done = run(kingfisher, "schoolpolicy", "check", TRUST)
    assert (done.returncode, f"{SCHOOL}: 0 errors" in done.stdout) == (0, True)
    for line in re.findall(r"^schoolpolicy basis (.*)$", GUIDE, re.MULTILINE):
        done = run(kingfisher, "schoolpolicy", "basis", *shlex.split(line))
        assert done.returncode == 0, done.stderr
    done = run(kingfisher, "schoolpolicy", "check", SCHOOL, "--format", "json")
    assert "departure.not-noted" not in done.stdout
    replace_in(
        kingfisher.data / "rules" / "staff-services.yml",
        "plain: Staff ask before they",
        "plain: Ask before you",
    )
    done = run(kingfisher, "schoolpolicy", "check", SCHOOL, "--format", "json")
    assert "departure.look-again" in done.stdout


def test_explain_says_which_layer_wrote_a_field(project: Project) -> None:
    (command,) = re.findall(r"`schoolpolicy (explain [^`]+)`", GUIDE)
    done = run(project, "schoolpolicy", *command.split())
    assert done.returncode == 0, done.stderr
    assert "from Brightwater Learning Trust (schools/brightwater-trust): level" in done.stdout
