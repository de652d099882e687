"""What is wrong with a record, in plain words, at its line and column."""

from __future__ import annotations

from typing import TYPE_CHECKING

from schoolpolicy.reading.paths import real_steps, shape_at
from schoolpolicy.reading.tellers import TELLERS, tell_wrong_type
from schoolpolicy.reading.values import shown, singular
from schoolpolicy.reading.wrong import Wrong

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from pydantic import BaseModel, ValidationError

    from schoolpolicy.model.finding import Finding
    from schoolpolicy.reading import tree


class Explainer:
    """Turns validation errors into findings."""

    def __init__(self, ids: Mapping[str, Collection[str]]) -> None:
        """Prepare with the known ids of each subject, for suggestions."""
        self.ids = ids

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
        for detail in details:
            if detail["type"] == "too_short" and detail["input"]:
                continue  # its entries are wrong, and said to be so
            if detail["type"] == "missing" and wrong_id and len(detail["loc"]) == 1:
                continue  # it may be there under the right id
            steps = real_steps(detail["loc"], node)
            told = TELLERS.get(detail["type"], tell_wrong_type)
            yield told(Wrong(detail, node, steps, name, shape_at(shape, steps), self.ids))
