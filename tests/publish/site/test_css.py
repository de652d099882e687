"""Words of the school in a style sheet."""

from __future__ import annotations

import pytest

from schoolpolicy.model.organisation import School
from schoolpolicy.publish.site.css import css_string, paper_footer
from tests.policies import HILL


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Page one", '"Page one"'),
        ('"}</style>', '"\\22 \\7d \\3c \\2f style\\3e "'),
        ("copïau", '"cop\\ef au"'),
    ],
)
def test_every_sign_that_could_mean_something_is_escaped(text: str, written: str) -> None:
    assert css_string(text) == written


def test_the_foot_of_a_sheet_holds_the_line_in_all_its_languages() -> None:
    school = School.model_validate({**HILL, "footer": {"en": "Ask us", "cy": "Holwch"}})
    assert paper_footer(school) == '"Ask us \\7c  Holwch"'


def test_a_school_without_a_line_has_none() -> None:
    assert paper_footer(School.model_validate(HILL)) is None
