"""The ways from one page to another that readers are sure to need."""

from __future__ import annotations

import pytest

from tests.support import ROOT


@pytest.mark.parametrize("area", ["parents", "staff", "governors", "community"])
def test_each_area_of_adults_leads_to_what_is_allowed(area: str) -> None:
    folder = ROOT / "docs" / area
    assert (folder / "rules.md").is_file()
    assert "](rules.md)" in (folder / "index.md").read_text(encoding="utf-8")
