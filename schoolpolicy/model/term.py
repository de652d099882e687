"""The words a school uses, and the choices it makes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from schoolpolicy.model.base import Answer, Record, RoleRef, Shape, Text
from schoolpolicy.model.vocabulary import Nation, Phase, SchoolType

if TYPE_CHECKING:
    from collections.abc import Iterable


class TermForms(Shape):
    """One word in singular and plural."""

    one: Text
    many: Text


class TermOption(TermForms):
    """One word that a school may choose, with what cannot be worked out from its letters."""

    possessive: Text | None = None
    """Whose something is, in the singular, where it is not "word's" (or "words'" after an s)."""
    possessive_many: Text | None = None
    """The same in the plural."""
    article: Literal["a", "an", "none"] | None = None
    """Where the first letter does not tell: "a user", "an hour"; a name has none: "Hwb"."""
    nations: tuple[Nation, ...] = ()
    """Where it may be chosen; none means everywhere."""
    watched: tuple[Text, ...] = ()
    """Words that no text may have at a school that chose another option: "pupil", "pupils".
    Not those that mean something else every day, such as "child" and "family"."""
    apart_from: tuple[Text, ...] = ()
    """Phrases in which a watched word means something else: "the school day"."""


class TermDefault(Shape):
    """The word used where a school has not chosen: one of this nation, phase and type."""

    nations: tuple[Nation, ...] = ()
    phases: tuple[Phase, ...] = ()
    types: tuple[SchoolType, ...] = ()
    words: dict[str, Text] = Field(default_factory=dict)
    """What other terms say there, by term id: "directors" where there is a board of them."""
    use: Text


class Term(Record):
    """The school's own word for a thing.

    `placeholder` is what authors write between braces, in singular and plural;
    a school picks one of `options` by its plural or singular.
    """

    meaning: Text
    placeholder: TermForms
    options: tuple[TermOption, ...] = Field(min_length=1)
    defaults: tuple[TermDefault, ...] = ()
    """Of those that fit, the first counts; if none does, the first option."""


class ChoiceOption(Shape):
    """One answer to a choice."""

    value: Answer
    label: Text


class Choice(Record):
    """A decision that switches parts of the policy on or off."""

    question: Text
    why: Text
    options: tuple[ChoiceOption, ...] = Field(min_length=2)
    decided_by: RoleRef
    suggested: Answer | None = None
    """The answer that the model policy advises, where it advises one."""

    @model_validator(mode="after")
    def _options_differ(self) -> Self:
        for number, option in enumerate(self.options):
            if any(_same(option.value, each.value) for each in self.options[:number]):
                raise PydanticCustomError(
                    "option_twice",
                    'the choice "{choice}" has the answer "{answer}" twice',
                    {"choice": self.id, "answer": written(option.value)},
                )
        return self

    @model_validator(mode="after")
    def _suggests_an_option(self) -> Self:
        if self.suggested is not None and not any(
            _same(each.value, self.suggested) for each in self.options
        ):
            raise PydanticCustomError(
                "suggests_none",
                'the answer suggested for "{choice}" is none of its options',
                {"choice": self.id},
            )
        return self

    def labels(self, answers: Iterable[Answer]) -> tuple[str, ...]:
        """Return what some answers are called."""
        wanted = tuple(answers)
        return tuple(
            each.label
            for each in self.options
            if any(_same(each.value, answer) for answer in wanted)
        )


def written(answer: Answer) -> str:
    """Return an answer as files have it: `yes`, `older`."""
    return answer if isinstance(answer, str) else "yes" if answer else "no"


def _same(one: Answer, other: Answer) -> bool:
    """Return True if two answers are one: `yes` is not the text "True"."""
    return type(one) is type(other) and one == other
