"""The words a school uses, and the choices it makes."""

from __future__ import annotations

from pydantic import Field

from schoolpolicy.model.base import Record, RoleRef, Shape, Text
from schoolpolicy.model.vocabulary import Nation, Phase


class TermForms(Shape):
    """One word in singular and plural."""

    one: Text
    many: Text


class TermDefault(Shape):
    """The word used where a school of this nation or phase has not chosen."""

    nations: tuple[Nation, ...] = ()
    phases: tuple[Phase, ...] = ()
    use: Text


class Term(Record):
    """The school's own word for a thing.

    `placeholder` is what authors write between braces, in singular and plural;
    a school picks one of `options` by its plural or singular.
    """

    meaning: Text
    placeholder: TermForms
    options: tuple[TermForms, ...] = Field(min_length=1)
    defaults: tuple[TermDefault, ...] = ()


class ChoiceOption(Shape):
    """One answer to a choice."""

    value: str | bool
    label: Text


class Choice(Record):
    """A decision that switches parts of the policy on or off."""

    question: Text
    why: Text
    options: tuple[ChoiceOption, ...] = Field(min_length=2)
    decided_by: RoleRef
