"""Leaving out what does not apply, at any depth."""

from __future__ import annotations

from schoolpolicy.model.vocabulary import Nation
from schoolpolicy.reading.restrict import restrict
from tests.policies import policy, role, statement, topic

WALES = {"nations": ["wales"]}
POINTS = [
    {"id": "screens", "text": "screens", "only": WALES},
    {
        "id": "doors",
        "text": "doors",
        "points": [{"id": "front", "text": "in front"}, {"id": "back", "text": "x", "only": WALES}],
    },
]


def test_entries_of_lists_within_lists_apply_or_not() -> None:
    made = policy(
        roles=(role("head"),),
        topics=(topic("phones"),),
        statements=(statement("lock", points=POINTS),),
    )
    kept = restrict(made, lambda each: Nation.WALES not in each.only.nations)
    (lock,) = kept.statements
    assert [each.id for each in lock.points] == ["doors"]
    assert [each.id for each in lock.points[0].points] == ["front"]
