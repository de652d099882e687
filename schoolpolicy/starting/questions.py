"""The questions that a new school is asked, one after the other."""

from __future__ import annotations

from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING

from schoolpolicy.checks.nations import ENGLAND_ONLY, no_such_type
from schoolpolicy.model.base import UNDECIDED
from schoolpolicy.model.term import written
from schoolpolicy.model.vocabulary import Nation, Phase, SchoolType
from schoolpolicy.reading.nations import WRITTEN_FOR, not_written_for
from schoolpolicy.reading.terms import Setting, choosable, resolve_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from schoolpolicy.model.term import Choice
    from schoolpolicy.starting.model_policy import ModelPolicy

TRUST = "trust"
NO_TRUST = "none"
"""The answer of a school that stands by itself."""
WORDS = ("learners", "head", "governors")
"""The terms that are asked for; the others have good defaults."""
CHOICES = ("byod", "pupil-ai", "managed-service")
"""The choices that switch most of the policy; the others wait in the file."""
YEARS: Mapping[Phase, str] = MappingProxyType(
    {
        Phase.NURSERY: "nursery",
        Phase.INFANT: "reception-y2",
        Phase.JUNIOR: "y3-y6",
        Phase.PRIMARY: "reception-y6",
        Phase.MIDDLE: "y5-y8",
        Phase.SECONDARY: "y7-y11",
        Phase.ALL_THROUGH: "reception-y13",
        Phase.SPECIAL: "reception-y11",
        Phase.PRU: "y7-y11",
    }
)
"""The years that a school of a phase most often teaches; it may have others."""


@dataclass(frozen=True)
class Option:
    """One answer, as it is written and as it is explained."""

    value: str
    label: str = ""


@dataclass(frozen=True)
class Question:
    """One question.

    Attributes:
        key: the name of the answer, in a file of answers too.
        ask: the question.
        why: why it matters.
        options: the answers; none means that any words will do.
        default: the answer of who just presses Enter.
        phase: the ages that the school teaches, where the answer has to fit them.
        refused: answers that people give and that will not do, with the reason.
    """

    key: str
    ask: str
    why: str
    options: tuple[Option, ...] = ()
    default: str = UNDECIDED
    phase: Phase | None = None
    refused: Mapping[str, str] = field(default_factory=dict)


def questions(model: ModelPolicy, slug: str, answers: dict[str, str]) -> Iterator[Question]:
    """Yield the questions; those that come later look at the answers to the earlier ones.

    What the school's trust has settled is not asked, but answered.

    Args:
        model: what there is to choose from.
        slug: the school's folder.
        answers: the answers so far, by key; the caller adds one after each question.
    """
    for question in _all(model, slug, answers):
        name = settled_name(model, answers, question.key)
        if name is None:
            yield question
        else:
            answers[question.key] = settled_by_trust(model, answers)[name]


def settled_name(model: ModelPolicy, answers: Mapping[str, str], key: str) -> str | None:
    """Return the field by which the trust that was chosen settles a question; None if it is open.

    Args:
        model: what there is to choose from.
        answers: the answers so far.
        key: the question's.
    """
    settled = settled_by_trust(model, answers)
    names = (key, f"terms.{key}", f"choices.{key}")
    return next((each for each in names if each in settled), None)


def settled_by_trust(model: ModelPolicy, answers: Mapping[str, str]) -> Mapping[str, str]:
    """Return what the trust that was chosen settles for every school; nothing without one."""
    return model.trusts.get(answers.get(TRUST, ""), {})


def _all(model: ModelPolicy, slug: str, answers: Mapping[str, str]) -> Iterator[Question]:
    yield Question(
        "name",
        "What is the school called?",
        "The name stands on every page and every agreement.",
        default=slug.replace("-", " ").title(),
    )
    if model.trusts:
        yield Question(
            TRUST,
            "Does it share a policy with a trust or a council?",
            "What they settle holds here too, and need not be answered again.",
            (
                *(Option(each, model.trust_names[each]) for each in model.trusts),
                Option(NO_TRUST, "It stands by itself"),
            ),
            default=NO_TRUST,
        )
    yield Question(
        "nation",
        "In which nation is it?",
        "Law, guidance, helplines and some roles differ.",
        tuple(Option(each.value) for each in WRITTEN_FOR),
        refused={
            each.value: not_written_for(each)[0] for each in Nation if each not in WRITTEN_FOR
        },
        default=Nation.ENGLAND.value,
    )
    wales = answers["nation"] == Nation.WALES
    yield Question(
        "phase",
        "Which ages does it teach?",
        "Rules, agreements and lessons are written for each age.",
        tuple(Option(each.value) for each in Phase),
        default=Phase.PRIMARY.value,
    )
    yield Question(
        "type",
        "Who runs it?",
        "The body that the school answers to, and some duties, follow from it.",
        tuple(Option(each.value) for each in SchoolType if not (wales and each in ENGLAND_ONLY)),
        default=SchoolType.MAINTAINED.value,
        refused={each.value: no_such_type(Nation.WALES) for each in ENGLAND_ONLY if wales},
    )
    phase = Phase(answers["phase"])
    yield Question(
        "years",
        "Which years, from the youngest to the oldest?",
        "Pages and agreements are made only for children whom the school has.",
        default=YEARS[phase],
        phase=phase,
    )
    setting = Setting(Nation(answers["nation"]), phase, SchoolType(answers["type"]))
    yield from _words(model, setting)
    known = {each.id: each for each in model.choices_for(setting)}
    yield from (_choice(known[each]) for each in CHOICES if each in known)


def _words(model: ModelPolicy, setting: Setting) -> Iterator[Question]:
    default, _ = resolve_words(model.terms, setting, None, None, "")
    for term in model.terms:
        if term.id in WORDS:
            placeholder = choosable(term, term.placeholder)
            yield Question(
                term.id,
                f"What do you call {term.meaning}?",
                "Every page uses the school's own word.",
                tuple(
                    Option(choosable(term, each))
                    for each in term.options
                    if not each.nations or setting.nation in each.nations
                ),
                default=default[placeholder],
            )


def _choice(choice: Choice) -> Question:
    return Question(
        choice.id,
        choice.question,
        choice.why,
        (
            *(Option(written(each.value), each.label) for each in choice.options),
            Option(UNDECIDED, "We shall decide later"),
        ),
    )
