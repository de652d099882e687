"""What is done to a site once its pages are written."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from schoolpolicy.publish.site.finish import finish
from tests.policies import policy, role, rule, site_page

if TYPE_CHECKING:
    from pathlib import Path

    from schoolpolicy.model.policy import Policy

DONE = {"duty": "head-acts", "date": "2026-10-01", "by": "head", "note": "Seen."}
APPROVED = {
    "body": "head",
    "capacity": "full board",
    "date": "2026-09-20",
    "edition": "1",
    "fingerprint": "a" * 64,
    "changes": "First.",
}
PAGES = (
    site_page("parents/topics/phones.md", keywords=["mobile", "smartphone"]),
    site_page("index.md"),
)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site of three search results and some files that nobody needs."""
    for name in ("search", "assets/javascripts/lunr/min"):
        (tmp_path / name).mkdir(parents=True)
    found = [
        {"location": "parents/topics/phones.html", "title": "Phones", "text": ""},
        {"location": "parents/topics/phones.html#why", "title": "Why", "text": ""},
        {"location": "parents/index.html", "title": "For parents", "text": ""},
        {"location": "report/x.html", "title": "Report", "text": ""},
    ]
    index = tmp_path / "search" / "search_index.json"
    index.write_text(json.dumps({"docs": found}), encoding="utf-8")
    (tmp_path / "assets" / "javascripts" / "lunr" / "min" / "lunr.da.js").touch()
    (tmp_path / "assets" / "javascripts" / "bundle.js").touch()
    (tmp_path / "assets" / "javascripts" / "bundle.js.map").touch()
    return tmp_path


def data(site: Path, whole: Policy) -> dict[str, Any]:
    finish(site, whole, PAGES)
    found: dict[str, Any] = json.loads((site / "policy.json").read_text(encoding="utf-8"))
    return found


def results(site: Path) -> list[dict[str, Any]]:
    finish(site, policy(), PAGES)
    index = json.loads((site / "search" / "search_index.json").read_text(encoding="utf-8"))
    found: list[dict[str, Any]] = index["docs"]
    return found


def test_the_policy_is_written_as_data_with_its_records(site: Path) -> None:
    found = data(site, policy(rule("phones"), roles=(role("head", title="café head"),)))
    assert found["slug"] == "hill"
    assert [each["title"] for each in found["roles"]] == ["café head"]
    assert found["rules"][0]["level"] == "not-allowed"


def test_approvals_and_evidence_are_not_in_it(site: Path) -> None:
    found = data(site, policy(approvals=(APPROVED,), evidence=(DONE,)))
    assert {"approvals", "evidence"} & set(found) == set()


def test_advice_to_authors_is_not_in_it_at_any_depth(site: Path) -> None:
    duties = [{"id": "d", "text": "Acts.", "every": "1 year", "note": "Hush."}]
    whole = policy(rule("phones", note="Hush."), roles=(role("head", duties=duties),))
    assert "Hush" not in json.dumps(data(site, whole))


def test_a_page_is_found_by_its_everyday_words(site: Path) -> None:
    assert [each.get("tags") for each in results(site)] == [
        ["mobile", "smartphone"],
        None,
        None,
        None,
    ]


def test_a_result_says_for_whom_its_page_is(site: Path) -> None:
    assert [each["title"] for each in results(site)] == [
        "Phones (for parents)",
        "Why",
        "For parents",
        "Report",
    ]


def test_what_no_reader_needs_is_dropped(site: Path) -> None:
    finish(site, policy(), PAGES)
    left = {path.name for path in (site / "assets").rglob("*") if path.is_file()}
    assert left == {"bundle.js"}


def test_a_site_without_a_search_is_finished_too(site: Path) -> None:
    (site / "search" / "search_index.json").unlink()
    finish(site, policy(), PAGES)
    assert (site / "policy.json").is_file()
