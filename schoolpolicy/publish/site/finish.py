"""What is done to a site once its pages are written."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from schoolpolicy.model.policy import Policy
    from schoolpolicy.publish.site.book import SitePage

PRIVATE = {"approvals", "evidence"}
ADVICE = "note"
"""The field in which authors advise each other; it is not part of the policy."""


def finish(site: Path, policy: Policy, pages: Iterable[SitePage]) -> None:
    """Write the policy as data, teach the search everyday words, drop what no reader needs."""
    data = policy.model_dump(mode="json", by_alias=True, exclude=PRIVATE, exclude_defaults=True)
    (site / "policy.json").write_text(
        json.dumps(_without_advice(data), indent=1, ensure_ascii=False), encoding="utf-8"
    )
    _add_keywords(site / "search" / "search_index.json", pages)
    for unneeded in site.rglob("*.map"):
        unneeded.unlink()
    # The stemmers of other languages: English uses none.
    shutil.rmtree(site / "assets" / "javascripts" / "lunr", ignore_errors=True)


def _without_advice(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _without_advice(inner) for key, inner in value.items() if key != ADVICE}
    return [_without_advice(inner) for inner in value] if isinstance(value, list) else value


def _add_keywords(index: Path, pages: Iterable[SitePage]) -> None:
    """Put the pages' keywords into the search index as tags."""
    if not index.is_file():
        return
    data = json.loads(index.read_text(encoding="utf-8"))
    keywords = {page.path.removesuffix(".md") + ".html": page.keywords for page in pages}
    for entry in data["docs"]:
        words = keywords.get(entry["location"])
        if words:
            entry["tags"] = list(words)
    index.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
