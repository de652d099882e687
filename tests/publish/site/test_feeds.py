"""What is due, beside the pages of a site."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import jsonschema

from schoolpolicy.model.vocabulary import Visibility
from schoolpolicy.publish.schemas import schemas
from schoolpolicy.publish.site.feeds import write_feeds
from tests.policies import duty, policy, role, site_page

if TYPE_CHECKING:
    from pathlib import Path

DONE = {"duty": "reads", "date": "2026-10-09", "by": "head", "note": "By the lilac door."}
PAGES = (site_page("policy/roles/each.md", for_each="roles"),)
DUTIES = [duty("reads", every="1 week"), duty("locks", every="1 week", visibility="staff")]


def written(site: Path, audience: Visibility) -> tuple[dict[str, Any], str]:
    made = policy(roles=(role("head", duties=DUTIES),), evidence=(DONE,))
    write_feeds(site, made, PAGES, audience)
    data: dict[str, Any] = json.loads((site / "review.json").read_text(encoding="utf-8"))
    return data, (site / "review.ics").read_text(encoding="utf-8")


def test_the_public_gets_the_plan(tmp_path: Path) -> None:
    data, calendar = written(tmp_path, Visibility.PUBLIC)
    jsonschema.validate(data, dict(schemas())["review"])
    (item,) = data["items"]
    assert (item["id"], item["page"]) == ("duty:reads", "policy/roles/head.html#reads")
    assert {"last_done", "missed"} & set(item) == set()
    for text in (json.dumps(data), calendar):
        assert not any(each in text for each in ("lilac", "2026-10-09", "20261009", "locks"))
        assert not any(each in text.lower() for each in ("overdue", "last done", "no record"))


def test_staff_learn_what_was_done_but_read_no_notes(tmp_path: Path) -> None:
    data, calendar = written(tmp_path, Visibility.STAFF)
    jsonschema.validate(data, dict(schemas())["review"])
    assert [each["id"] for each in data["items"]] == ["duty:reads", "duty:locks"]
    assert (data["items"][0]["status"], data["items"][0]["last_done"]) == ("overdue", "2026-10-09")
    assert "Overdue: Does reads" in calendar
    assert "lilac" not in json.dumps(data) + calendar
