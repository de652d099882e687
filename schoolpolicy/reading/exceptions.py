"""Exceptions that rules share: their words stand once, under the key `exceptions`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from schoolpolicy.reading.examples import own_exception
from schoolpolicy.reading.merge import overlay
from schoolpolicy.reading.suggest import remedy
from schoolpolicy.reading.tree import Mapping, Node, Scalar, Sequence, error
from schoolpolicy.reading.values import shown

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator

    from schoolpolicy.model.finding import Finding
    from schoolpolicy.reading.gone import Gone
    from schoolpolicy.reading.merge import Merged

FIELD = "unless"


def spell_out(trees: Iterable[Mapping]) -> Iterator[Mapping]:
    """Yield files in which each exception is a group of fields, so that layers merge by id.

    `unless: [medical]` is short for `unless: [{id: medical}]`.
    """
    for tree in trees:
        rules = tree.fields.get("rules")
        if isinstance(rules, Sequence):
            items = tuple(_changed(rule, _named) for rule in rules.items)
            yield Mapping(
                {**tree.fields, "rules": Sequence(items, rules.mark)}, tree.keys, tree.mark
            )
        else:
            yield tree


def share_exceptions(merged: Merged, salvaged: Collection[str], gone: Gone) -> Iterator[Finding]:
    """Give each exception that is named like a shared one its words; yield unknown names.

    Args:
        merged: the records of all layers.
        salvaged: ids in files that cannot be read; nobody is blamed for naming them.
        gone: what is not there for a reason that is told elsewhere.
    """
    shared = merged.records.get("exceptions", {})
    rules = merged.records.get("rules", {})
    for identity, rule in rules.items():
        for item in rule.records(FIELD):
            name = item.text("id") or ""
            if set(item.fields) != {"id"} or name in {*shared, *salvaged}:
                continue
            if not gone.excuses("exceptions", name, f'the rule "{identity}"'):
                yield error(
                    "read.unknown-id",
                    item.fields["id"].mark,
                    f"There is no exception {shown(name)}.",
                    own_exception(name) if " " in name else remedy(name, shared),
                )
        whole = _changed(rule, lambda item: _with_words(item, shared))
        if isinstance(whole, Mapping):
            rules[identity] = whole


def _changed(rule: Node, change: Callable[[Node], Node | None]) -> Node:
    """Return a rule with each of its exceptions changed, or left out where that gives none."""
    if not isinstance(rule, Mapping):
        return rule
    unless = rule.fields.get(FIELD)
    if not isinstance(unless, Sequence):
        return rule
    items = tuple(new for item in unless.items if (new := change(item)) is not None)
    return Mapping({**rule.fields, FIELD: Sequence(items, unless.mark)}, rule.keys, rule.mark)


def _named(item: Node) -> Node:
    if isinstance(item, Scalar) and isinstance(item.value, str):
        return Mapping({"id": item}, {"id": item.mark}, item.mark)
    return item


def _with_words(item: Node, shared: dict[str, Mapping]) -> Node | None:
    """Return an exception with its words; None if it has none, which has been told."""
    if not isinstance(item, Mapping):
        return item
    words = shared.get(item.text("id") or "")
    if words is not None:
        return overlay(words, item)
    return None if set(item.fields) == {"id"} else item
