"""What the checks for sense say about the example school."""

from __future__ import annotations

import time

from schoolpolicy.checks.sense.families import check_sense
from schoolpolicy.checks.surveyed import survey_periods
from schoolpolicy.checks.written import Writings
from schoolpolicy.reading.project import Project
from tests.policies import checked_oakfield, oakfield
from tests.support import ROOT

FAST = 0.5
"""In seconds. It takes a tenth of that on a quiet machine."""


def test_oakfields_policy_makes_sense() -> None:
    found = [each for each in checked_oakfield().findings if each.code.startswith("sense.")]
    assert [str(each) for each in found] == []


def test_it_is_told_fast() -> None:
    policy, places = oakfield(), checked_oakfield().resolution.places
    surveys = survey_periods(policy)
    writings = Writings(Project(ROOT), policy, places, checked_oakfield().pages)
    begun = time.process_time()
    list(check_sense(policy, places, surveys, writings.spot_of))
    assert time.process_time() - begun < FAST
