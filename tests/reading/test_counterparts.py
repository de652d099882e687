"""Law and guidance of the school's own nation in the place of another nation's."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from schoolpolicy.model.source import Requirement
from schoolpolicy.reading.applies import Applies
from schoolpolicy.reading.counterparts import stand_in
from schoolpolicy.reading.restrict import restrict
from tests.policies import (
    HILL,
    checklist,
    citation,
    duty,
    policy,
    requirement,
    role,
    statement,
    topic,
)

if TYPE_CHECKING:
    from schoolpolicy.model.policy import Policy

ENGLISH = citation("english-guide")
WELSH = citation("welsh-guide", nations=["wales"], stands_for=["english-guide"])
COMMON = citation("common-law", nations=["england", "wales"])


def asked(name: str, citation: str, nation: str, *stands_for: str) -> Requirement:
    given = requirement(name, citation).model_dump()
    only = {"nations": [nation]}
    return Requirement.model_validate({**given, "only": only, "stands_for": stands_for})


def in_wales(**fields: Any) -> Policy:
    return resolved("wales", **fields)


def resolved(nation: str, **fields: Any) -> Policy:
    given = {
        "citations": (ENGLISH, WELSH, COMMON),
        "roles": (role("head"),),
        "topics": (topic("phones"),),
        **fields,
    }
    whole = policy(school={**HILL, "nation": nation}, **given)
    applies = Applies(whole.school)
    return restrict(stand_in(whole, applies), applies)


def test_a_source_of_england_becomes_that_of_wales_in_wales() -> None:
    trained = statement("train", source=("english-guide", "common-law"))
    assert in_wales(statements=(trained,)).statements[0].source == ("welsh-guide", "common-law")


def test_in_england_nothing_changes() -> None:
    trained = statement("train", source=("english-guide", "common-law"))
    found = resolved("england", statements=(trained,))
    assert found.statements[0].source == ("english-guide", "common-law")


def test_it_holds_at_any_depth() -> None:
    head = role("head", duties=[duty("head-leads", source=("english-guide",))])
    assert in_wales(roles=(head,)).duty("head-leads").source == ("welsh-guide",)


def test_a_source_is_named_once_however_many_it_stands_for() -> None:
    other = citation("english-advice")
    welsh = WELSH.model_copy(update={"stands_for": ("english-guide", "english-advice")})
    trained = statement("train", source=("english-guide", "english-advice", "welsh-guide"))
    found = in_wales(citations=(ENGLISH, other, welsh), statements=(trained,))
    assert found.statements[0].source == ("welsh-guide",)


def test_what_holds_in_both_nations_stays_though_something_stands_for_it() -> None:
    act = citation("welsh-act", nations=["wales"], stands_for=["common-law"])
    trained = statement("train", source=("common-law",))
    found = in_wales(citations=(COMMON, act), statements=(trained,))
    assert found.statements[0].source == ("common-law",)


def test_several_may_stand_for_one() -> None:
    act = citation("welsh-act", nations=["wales"], stands_for=["english-guide"])
    trained = statement("train", source=("english-guide",))
    found = in_wales(citations=(ENGLISH, WELSH, act), statements=(trained,))
    assert found.statements[0].source == ("welsh-guide", "welsh-act")


class TestRequirement:
    """What a nation asks, in the place of what another asks."""

    ASKED = (
        asked("train-staff", "english-guide", "england"),
        asked("wales-train-staff", "welsh-guide", "wales", "train-staff"),
    )

    def test_what_covers_the_one_covers_the_other(self) -> None:
        trained = statement("train", covers=("train-staff",))
        found = in_wales(requirements=self.ASKED, statements=(trained,))
        assert found.statements[0].covers == ("wales-train-staff",)
        assert [each.id for each in found.requirements] == ["wales-train-staff"]

    def test_a_single_reference_turns_too(self) -> None:
        item = {"id": "look", "text": "Look.", "from": {"requirement": "train-staff"}}
        lists = (checklist("list", item),)
        found = in_wales(requirements=self.ASKED, checklists=lists)
        assert found.checklists[0].items[0].origin.requirement == "wales-train-staff"

    def test_what_it_stood_for_is_gone_with_the_other_nation(self) -> None:
        found = in_wales(requirements=self.ASKED)
        assert found.requirements[0].stands_for == ()
        assert found.citations[0].stands_for == ()
