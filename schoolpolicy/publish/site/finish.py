"""What is done to a site once its pages are written."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING, Any

from schoolpolicy.model.vocabulary import Audience
from schoolpolicy.rules.words import audience_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from schoolpolicy.model.policy import Policy
    from schoolpolicy.publish.site.book import SitePage

LEFT_OUT: dict[str, Any] = {
    **dict.fromkeys(("approvals", "day", "evidence", "markers", "superseded"), True),
    "checklists": {"__all__": {"takes": True}},
    "school": {"accepted": True, "severities": True},
}
"""What is private or for authors, and the day, which would make every build another one."""
READERS = {
    "governors": "for {governors}",
    "parents": "for parents",
    "policy": "formal policy",
    "pupils": "for {pupils}",
    "staff": "for staff",
}
"""By the folder of a page: whom its results in the search are for."""
ADVICE = "note"
"""The field in which authors advise each other; it is not part of the policy."""


def finish(site: Path, policy: Policy, pages: Iterable[SitePage]) -> None:
    """Write the policy as data, teach the search everyday words, drop what no reader needs."""
    data = policy.model_dump(mode="json", by_alias=True, exclude=LEFT_OUT, exclude_defaults=True)
    (site / "policy.json").write_text(
        json.dumps(_without_advice(data), indent=1, ensure_ascii=False), encoding="utf-8"
    )
    words = {each.value: audience_words(policy, each) for each in Audience}
    readers = {folder: said.format_map(words) for folder, said in READERS.items()}
    _enrich_search(site / "search" / "search_index.json", pages, readers)
    for unneeded in site.rglob("*.map"):
        unneeded.unlink()
    # The stemmers of other languages: English uses none.
    shutil.rmtree(site / "assets" / "javascripts" / "lunr", ignore_errors=True)


def _without_advice(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _without_advice(inner) for key, inner in value.items() if key != ADVICE}
    return [_without_advice(inner) for inner in value] if isinstance(value, list) else value


def _enrich_search(index: Path, pages: Iterable[SitePage], whose: Mapping[str, str]) -> None:
    """Give each page in the search index its keywords as tags, and its readers in the title.

    The same topic has a page for each kind of reader; without this their results look alike.
    """
    if not index.is_file():
        return
    data = json.loads(index.read_text(encoding="utf-8"))
    keywords = {page.path.removesuffix(".md") + ".html": page.keywords for page in pages}
    for entry in data["docs"]:
        location = entry["location"]
        if keywords.get(location):
            entry["tags"] = list(keywords[location])
        readers = whose.get(location.split("/", maxsplit=1)[0])
        if readers and "#" not in location and "index.html" not in location:
            entry["title"] = f"{entry['title']} ({readers})"
    index.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
