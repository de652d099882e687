"""What is wrong with a record, in plain words, at its line and column."""

from __future__ import annotations

from typing import TYPE_CHECKING

from schoolpolicy.reading.fields import meant_field
from schoolpolicy.reading.paths import field_names, real_steps, shape_at
from schoolpolicy.reading.tellers import TELLERS, tell_wrong_type
from schoolpolicy.reading.values import shown, singular
from schoolpolicy.reading.wrong import Wrong

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic import BaseModel, ValidationError
    from pydantic_core import ErrorDetails

    from schoolpolicy.model.finding import Finding
    from schoolpolicy.reading import tree
    from schoolpolicy.reading.gone import Gone
    from schoolpolicy.reading.known import Known


_TOLD_ELSEWHERE = (("school", "choices"), ("school", "terms"))
"""Groups of fields whose entries are told of where the questions and the words are known."""


class Explainer:
    """Turns validation errors into findings."""

    def __init__(self, known: Known, gone: Gone) -> None:
        """Prepare for one school.

        Args:
            known: what may be named, for suggestions.
            gone: what is not there for a reason that is told elsewhere.
        """
        self.known = known
        self.gone = gone

    def explain(
        self, problem: ValidationError, node: tree.Mapping, subject: str, shape: type[BaseModel]
    ) -> Iterator[Finding]:
        """Yield a finding for each thing wrong with one record.

        Args:
            problem: what pydantic found.
            node: the record's tree, which knows the places.
            subject: the top-level key that the record belongs to.
            shape: the model it was checked against.
        """
        identity = node.text("id")
        name = (
            f"the {singular(subject)} {shown(identity)}"
            if identity
            else f"this {singular(subject)}"
        )
        details = problem.errors(include_url=False)
        wrong_id = any(each["loc"] == ("id",) and each["type"] != "missing" for each in details)
        wrongs = [self._wrong(detail, node, name, shape) for detail in details]
        # A field by another name is told once, not as missing too.
        meant = {
            (wrong.steps[:-1], guess)
            for wrong in wrongs
            if wrong.kind == "extra_forbidden"
            and (guess := meant_field(wrong.field, field_names(wrong.shape)))
        }
        for wrong in wrongs:
            if len(wrong.steps) > 1 and (subject, wrong.steps[0]) in _TOLD_ELSEWHERE:
                continue
            if wrong.kind == "too_short" and wrong.value:
                continue  # its entries are wrong, and said to be so
            if wrong.kind == "missing":
                if wrong_id and len(wrong.steps) == 1:
                    continue  # it may be there under the right id
                if (wrong.steps[:-1], wrong.steps[-1]) in meant:
                    continue
            if wrong.kind == "unknown_id" and self.gone.excuses(
                str(wrong.context["subject"]), str(wrong.context["value"]), name
            ):
                continue
            yield TELLERS.get(wrong.kind, tell_wrong_type)(wrong)

    def _wrong(
        self, detail: ErrorDetails, node: tree.Mapping, name: str, shape: type[BaseModel]
    ) -> Wrong:
        steps = real_steps(detail["loc"], node)
        return Wrong(detail, node, steps, name, shape_at(shape, steps), self.known)
