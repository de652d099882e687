"""Following the path of a validation error through a record's tree and its model."""

from __future__ import annotations

from typing import get_origin

from pydantic import BaseModel

from schoolpolicy.model.subjects import SUBJECTS
from schoolpolicy.reading.tree import Mapping, Mark, Node, Scalar, Sequence


def real_steps(loc: tuple[str | int, ...], node: Node) -> tuple[str | int, ...]:
    """Drop the steps that only pydantic sees, such as the members of a union."""
    steps: list[str | int] = []
    here: Node | None = node
    for index, step in enumerate(loc):
        last = index == len(loc) - 1
        if isinstance(here, Mapping) and isinstance(step, str):
            if step in here.fields:
                here = here.fields[step]
            elif not last:
                continue
            else:
                here = None
            steps.append(step)
        elif isinstance(here, Sequence) and isinstance(step, int) and step < len(here.items):
            here = here.items[step]
            steps.append(step)
    return tuple(steps)


def find(node: Node, steps: tuple[str | int, ...]) -> Mark:
    """Return the place of the innermost part of the path that exists."""
    here = node
    for step in steps:
        if isinstance(here, Mapping) and isinstance(step, str) and step in here.fields:
            here = here.fields[step]
        elif isinstance(here, Sequence) and isinstance(step, int) and step < len(here.items):
            here = here.items[step]
        else:
            break
    if isinstance(here, Scalar) and here.value is None:
        return key_mark(node, steps)
    return here.mark


def record_mark(node: Node, steps: tuple[str | int, ...]) -> Mark:
    """Return the place of the part that holds the last step of the path."""
    return find(node, steps[:-1])


def key_mark(node: Node, steps: tuple[str | int, ...]) -> Mark:
    """Return the place of the key that the path ends with."""
    here = node
    for step in steps[:-1]:
        if isinstance(here, Mapping) and isinstance(step, str):
            here = here.fields.get(step, here)
        elif isinstance(here, Sequence) and isinstance(step, int) and step < len(here.items):
            here = here.items[step]
    last = steps[-1] if steps else ""
    if isinstance(here, Mapping) and isinstance(last, str) and last in here.keys:
        return here.keys[last]
    return here.mark


def shape_at(shape: type[BaseModel], steps: tuple[str | int, ...]) -> type[BaseModel] | None:
    """Return the model that holds the last step of the path."""
    here: type[BaseModel] | None = shape
    named = [step for step in steps if isinstance(step, str)]
    by_name = False
    for step in named[:-1]:
        if by_name:  # the step is a name that the school gave, not one of a field
            by_name = False
            continue
        if here is None:
            break
        fields = {info.alias or name: info for name, info in here.model_fields.items()}
        annotation = fields[step].annotation if step in fields else None
        here, by_name = model_in(annotation), get_origin(annotation) is dict
    return here


def model_in(annotation: object) -> type[BaseModel] | None:
    """Return the first model that a field's type mentions."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    for part in getattr(annotation, "__args__", ()):
        found = model_in(part)
        if found:
            return found
    return None


def field_names(shape: type[BaseModel] | None) -> list[str]:
    """Return the fields of a model as files write them; the subjects where there is none."""
    if shape is None:
        return list(SUBJECTS)
    return [info.alias or name for name, info in shape.model_fields.items()]
