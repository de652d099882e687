"""All questions answered at once, against asking each of them, and against reading the files."""

from __future__ import annotations

from bench.measure import ROOT, print_table, take_turns
from schoolpolicy.checks.rules import check_rules
from schoolpolicy.reading.project import Project
from schoolpolicy.reading.resolve import Resolution, resolve
from schoolpolicy.rules.answer import RuleBook
from schoolpolicy.rules.space import Question
from schoolpolicy.rules.survey import survey

ROUNDS = 10
STEP = 50
"""One question of so many is asked alone; asking all takes seconds."""


def main() -> None:
    """Measure each school of the project and print."""
    project = Project(ROOT)
    for slug in project.slugs():
        compare(project, slug, resolve(project, slug))


def compare(project: Project, slug: str, resolution: Resolution) -> None:
    """Measure one school and print."""
    policy = resolution.policy
    book = RuleBook(policy)
    count = sum(region.size for region in survey(book))
    asked = every_question(book)[::STEP]

    def ask_each() -> None:
        for question in asked:
            book.answer(question)

    at_once = "all questions at once: check_rules()"
    timings = take_turns(
        {
            at_once: lambda: list(check_rules(policy, resolution.places)),
            f"every {STEP}th question asked alone": ask_each,
            "resolve() again, files unchanged": lambda: resolve(project, slug),
        },
        ROUNDS,
    )
    print_table(f"{slug}: {len(book.rules)} rules, {count:,} questions", timings, at_once)


def every_question(book: RuleBook) -> list[Question]:
    """Return every question of the school's people."""
    return [
        Question(person, *use, *setting)
        for person in book.people.present
        for use in book.space.uses
        for setting in book.space.settings
    ]


if __name__ == "__main__":
    main()
