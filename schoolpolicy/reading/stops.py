"""When a ladder of responses is the wrong thing: words that the incident lends to ladders."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from schoolpolicy.reading.shared import change_entries
from schoolpolicy.reading.tree import Mapping, Node, Scalar, error

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Mapping as MappingType

    from schoolpolicy.model.finding import Finding
    from schoolpolicy.reading.gone import Gone
    from schoolpolicy.reading.merge import Merged


def lend_words(merged: Merged, gone: Gone) -> Iterator[Finding]:
    """Give each `stop_if` without a text the words of its incident; yield those without either.

    Args:
        merged: the records of all layers.
        gone: what is not there for a reason that is told elsewhere.
    """
    incidents = merged.records.get("incidents", {})
    responses = merged.records.get("responses", {})
    for identity, response in responses.items():
        for stop in response.records("stop_if"):
            incident = incidents.get(stop.text("incident") or "")
            if incident is None or _has(stop, "text") or _has(incident, "stop"):
                continue  # an incident that is not there is told with the rest of the record
            name = incident.text("id") or ""
            if not gone.excuses("incidents", name, f'the response "{identity}"'):
                yield error(
                    "read.stop-without-words",
                    stop.mark,
                    f'The response "{identity}" stops for the incident "{name}", '
                    "but neither says when and what comes first.",
                    f'Add a line "text: ..." here, or "stop: ..." to the incident "{name}".',
                )
        responses[identity] = change_entries(response, "stop_if", partial(_with_words, incidents))


def _has(record: Mapping, field: str) -> bool:
    node = record.fields.get(field)
    return node is not None and not (isinstance(node, Scalar) and node.value is None)


def _with_words(incidents: MappingType[str, Mapping], stop: Node) -> Node:
    if not isinstance(stop, Mapping) or _has(stop, "text"):
        return stop
    incident = incidents.get(stop.text("incident") or "")
    if incident is None or not _has(incident, "stop"):
        return stop
    fields = {**stop.fields, "text": incident.fields["stop"]}
    return Mapping(fields, {**stop.keys, "text": incident.keys["stop"]}, stop.mark)
