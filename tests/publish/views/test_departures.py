"""How the changes of a school to the model policy are told."""

from __future__ import annotations

from schoolpolicy.model.layer import Departure, DepartureKind, FieldChange, Layer, LayerKind
from schoolpolicy.publish.views.departures import departures_view, told_fields, what

TRUST = Layer(kind=LayerKind.TRUST, folder="schools/sky", name="Sky Trust")
SCHOOL = Layer(kind=LayerKind.SCHOOL, folder="schools/hill", name="Hill School")


def departure(
    identity: str,
    layer: Layer = SCHOOL,
    kind: DepartureKind = DepartureKind.CHANGED,
    **fields: object,
) -> Departure:
    given = {"subject": "rules", "title": "Phones", "file": "x.yml", "line": 1, **fields}
    return Departure.model_validate({**given, "id": identity, "kind": kind, "layer": layer})


def test_they_stand_by_layer_and_then_by_kind_those_that_matter_most_first() -> None:
    view = departures_view(
        [
            departure("a", kind=DepartureKind.ADDED),
            departure("b", TRUST),
            departure("c", kind=DepartureKind.COMPLETED),
            departure("d"),
            departure("e", kind=DepartureKind.REMOVED),
        ]
    )
    assert [
        (each.layer.name, [(group.heading, group.brief) for group in each.groups]) for each in view
    ] == [
        ("Sky Trust", [("Changed", False)]),
        (
            "Hill School",
            [("Changed", False), ("Left out", False), ("Added", True), ("Filled in", True)],
        ),
    ]


def test_those_to_look_at_again_are_counted() -> None:
    (layer,) = departures_view([departure("a", look_again=True), departure("b")])
    assert layer.look_again == 1


def test_a_record_is_named_by_its_kind_and_its_title() -> None:
    assert what(departure("a")) == "Rule: Phones"
    assert what(departure("a", subject="pages", title="Clubs")) == "Page: Clubs"


def test_each_field_is_told_with_what_it_was_and_the_authors_business_is_not() -> None:
    fields = (
        FieldChange(field="level", before="not-allowed", after="allowed"),
        FieldChange(field="duties.asks", before=None, after="Asks."),
        FieldChange(field="duties.leads", before="Leads.", after=None),
        FieldChange(field="note", before=None, after="Think about it."),
    )
    assert told_fields(departure("a", fields=fields)) == (
        "level: “allowed”, before “not-allowed”",
        "duties.asks: “Asks.”, new",
        "duties.leads: left out, before “Leads.”",
    )
