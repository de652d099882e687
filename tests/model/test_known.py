"""The ids that checks look for are there."""

from __future__ import annotations

import pytest

from schoolpolicy.model import known
from schoolpolicy.model.layer import LayerKind
from schoolpolicy.model.scope import ANY_TIME, ANYWHERE
from schoolpolicy.reading.project import Project
from schoolpolicy.reading.resolve import resolve
from tests.policies import oakfield
from tests.support import ROOT

PLACES = {ANYWHERE, known.ON_SITE, *known.WHERE_PUPILS_ARE, *known.HOMES} - {known.BOARDING_HOUSE}
IDS = [
    *(("places", each) for each in sorted(PLACES)),
    ("times", ANY_TIME),
    ("times", known.SCHOOL_DAY),
    ("roles", known.CHAIR),
    ("incidents", known.ABOUT_THE_HEAD),
    ("roles", known.ONLINE_SAFETY_GOVERNOR),
    ("reviews", known.WHOLE_POLICY),
    ("roles", known.HEAD),
    ("roles", known.SAFEGUARDING_LEAD),
    ("things", known.DEVICE),
    ("things", known.SCHOOL_DEVICE),
]


@pytest.mark.parametrize(("subject", "identity"), IDS)
def test_the_model_policy_has_it(subject: str, identity: str) -> None:
    assert identity in oakfield().subject(subject)
    layers = resolve(Project(ROOT), oakfield().slug).layers[subject, identity]
    assert layers[0].kind is LayerKind.MODEL


def test_the_boarding_school_has_boarding_houses() -> None:
    policy = resolve(Project(ROOT), "marlpit-heath").policy
    assert known.BOARDING_HOUSE in policy.subject("places")


def test_no_id_is_left_out() -> None:
    written = {
        each
        for name, value in vars(known).items()
        if name.isupper()
        for each in (value if isinstance(value, tuple) else (value,))
    }
    assert written == {name for _, name in IDS} - {ANYWHERE, ANY_TIME} | {known.BOARDING_HOUSE}
