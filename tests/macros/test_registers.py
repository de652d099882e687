"""What stands beside the policy, as pages show it."""

from __future__ import annotations

import re
from typing import Any

from macros.calls import Calls
from schoolpolicy.model.document import Tool
from schoolpolicy.publish.site.components import Components
from tests.policies import policy, role
from tests.support import ROOT


def tool(name: str, **fields: Any) -> Tool:
    given = {
        "title": name.capitalize(),
        "use": "Finds rhymes.",
        "audience": ["pupils"],
        "age_limit": "From 8.",
        "data": "None.",
        "watched": "A teacher types.",
        "decided_by": "head",
        "assessed_on": "2026-10-05",
        "next_review": "2027-07-01",
    }
    return Tool.model_validate({"id": name, **given, **fields})


def shown(*tools: Tool) -> str:
    """Return the text of the register, with single spaces."""
    whole = policy(tools=tools, roles=(role("head", title="headteacher"),))
    html = Calls(whole, Components(ROOT / "overrides", {}), []).ai_tools()
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def test_a_school_that_has_assessed_no_tool_says_so() -> None:
    assert shown() == (
        "The school has not assessed any AI tool yet. "
        "Until it has, nobody uses one for school work."
    )


def test_a_tool_says_who_uses_it_and_when_it_was_decided() -> None:
    text = shown(tool("rhymes", cohorts=["y6"], audience=["pupils", "staff"]))
    assert "Who uses it Year 6 and staff" in text
    assert "Headteacher, 5 October 2026. Looked at again by 1 July 2027." in text


def test_pupils_whom_the_school_does_not_have_are_not_named() -> None:
    text = shown(tool("rhymes", cohorts=["y12"], audience=["pupils", "staff"]))
    assert "Who uses it Staff" in text


def test_what_was_refused_stands_apart() -> None:
    text = shown(tool("rhymes"), tool("chatter", allowed=False, data="It keeps every word."))
    allowed, refused = text.split("Tools that we said no to")
    assert "Rhymes" in allowed
    assert "Chatter" not in allowed
    assert "It keeps every word." in refused
