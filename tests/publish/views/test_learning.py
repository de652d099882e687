"""What a school's own pupils learn."""

from __future__ import annotations

from schoolpolicy.model.learning import Strand
from schoolpolicy.publish.views.learning import curriculum_view, pupils_words
from schoolpolicy.rules.answer import RuleBook
from tests.policies import policy


def strand(name: str, **stages: str) -> Strand:
    taught = [{"cohorts": [cohort], "learn": [text]} for cohort, text in stages.items()]
    given = {"id": name, "title": name.capitalize(), "about": f"About {name}.", "icon": "star"}
    return Strand.model_validate({**given, "stages": taught})


TRUTH = strand("truth", y5="Ask who made it.", y6="Compare two sources.")
RIGHTS = strand("rights", y6="Name who owns a picture.")
BOOK = RuleBook(policy(curriculum=(TRUTH, RIGHTS)))


def test_lessons_are_told_by_year_the_youngest_first() -> None:
    assert [
        (stage.who, [(each.id, learn) for each, learn in stage.strands])
        for stage in curriculum_view(BOOK)
    ] == [
        ("Year 5", [("truth", ("Ask who made it.",))]),
        (
            "Year 6",
            [("truth", ("Compare two sources.",)), ("rights", ("Name who owns a picture.",))],
        ),
    ]


def test_years_that_the_school_does_not_teach_are_left_out() -> None:
    only_five = policy(
        curriculum=(TRUTH, RIGHTS), school={**BOOK.policy.school.model_dump(), "cohorts": ["y5"]}
    )
    # The only year is all of its pupils.
    assert [stage.who for stage in curriculum_view(RuleBook(only_five))] == ["Pupils"]


def test_pupils_are_named_by_their_years_or_all_together() -> None:
    assert pupils_words(BOOK, ["y6"]) == "Year 6"
    assert pupils_words(BOOK, ["y5", "y6"]) == "Pupils"
    assert pupils_words(BOOK, []) == "Pupils"
