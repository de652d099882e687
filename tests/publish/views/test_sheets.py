"""What people print and sign."""

from __future__ import annotations

from typing import Any

import pytest

from schoolpolicy.model.vocabulary import Band
from schoolpolicy.publish.views.sheets import (
    STAR,
    Mention,
    checklist_groups,
    clause_groups,
    item_groups,
    notice_text,
    one_role,
    origins,
    poster,
    signers,
)
from tests.policies import (
    agreement,
    checklist,
    citation,
    duty,
    incident,
    oakfield,
    policy,
    post,
    requirement,
    role,
    statement,
    topic,
)

HILL = policy(
    roles=(
        role("head", title="headteacher", duties=[duty("head-leads")]),
        role("staff", title="all staff", duties=[duty("staff-care")]),
        role("chair"),
    ),
    topics=(topic("phones", title="Phones and watches"),),
    statements=(statement("lock"),),
    incidents=(incident("bullying"),),
    agreements=(agreement("staff", {"id": "a", "text": "I agree."}, title="staff promises"),),
    requirements=(requirement("phone-free"), requirement("no-short", "act")),
    citations=(citation("guidance", short="Phone guidance"), citation("act", title="The Act")),
)


HEADINGS = [{"title": "A", "icon": "shield"}, {"title": "B", "icon": "star"}]


def clause(name: str, group: str | None = None) -> dict[str, Any]:
    return {"id": name, "text": f"I {name}.", "group": group}


def item(name: str, group: str | None = None, **origin: str) -> dict[str, Any]:
    return {
        "id": name,
        "text": f"Check {name}.",
        "group": group,
        "from": origin or {"duty": "head-leads"},
    }


def test_clauses_stand_under_their_headings_and_are_numbered_through() -> None:
    found = clause_groups(
        agreement(
            "mine",
            clause("a", "Help"),
            clause("b", "Help"),
            clause("c", "Phones"),
            headings=[{"title": name, "icon": "star"} for name in ("Help", "Phones")],
        )
    )
    assert [(each.title, each.start, len(each.clauses)) for each in found] == [
        ("Help", 1, 2),
        ("Phones", 3, 1),
    ]


def test_clauses_without_a_heading_stand_in_one_group() -> None:
    (group,) = clause_groups(agreement("mine", clause("a"), clause("b")))
    assert (group.title, group.start, group.icon) == (None, 1, None)


def test_a_heading_has_the_icon_that_the_agreement_gives_it() -> None:
    headings = [{"title": "Pictures", "icon": "camera"}]
    (group,) = clause_groups(agreement("mine", clause("a", "Pictures"), headings=headings))
    assert group.icon == "camera"


def test_items_stand_under_their_headings_with_the_role_of_the_list_or_their_own() -> None:
    listed = checklist("c", item("a", "First"), {**item("b", "First"), "role": "staff"}, item("d"))
    assert [
        (title, [(each.line.id, each.line.role) for each in items])
        for title, items in item_groups(HILL, listed)
    ] == [("First", [("a", "head"), ("b", "staff")]), (None, [("d", "head")])]


@pytest.mark.parametrize(
    ("origin", "mention"),
    [
        ({"duty": "head-leads"}, Mention("duties", "head-leads", "Duty of the headteacher")),
        ({"duty": "staff-care"}, Mention("duties", "staff-care", "Duty of all staff")),
        ({"statement": "lock"}, Mention("statements", "lock", "Policy: Phones and watches")),
        (
            {"incident": "bullying"},
            Mention("incidents", "bullying", "What to do: Someone does bullying"),
        ),
        ({"agreement": "staff"}, Mention("agreements", "staff", "Staff promises")),
        ({"requirement": "phone-free"}, Mention("requirements", "phone-free", "Phone guidance")),
        ({"requirement": "no-short"}, Mention("requirements", "no-short", "The Act")),
        ({"review": "rules"}, Mention("reviews", "rules", "Review schedule")),
        ({"training": "new"}, Mention("training", "new", "Training plan")),
    ],
)
def test_an_item_says_where_it_comes_from(origin: dict[str, str], mention: Mention) -> None:
    listed = checklist("c", item("a", **origin))
    assert origins(HILL, listed.items[0].origin, "staff") == (mention,)


def test_an_item_may_come_from_several_places() -> None:
    listed = checklist(
        "c", item("a", requirement="phone-free", duty="head-leads", statement="lock")
    )
    assert [each.subject for each in origins(HILL, listed.items[0].origin, "staff")] == [
        "duties",
        "statements",
        "requirements",
    ]


def test_one_signature_where_the_same_role_fills_in_and_signs() -> None:
    assert signers(HILL, checklist("c", item("a"))) == ("Filled in by: headteacher",)


def test_two_signatures_where_another_role_signs() -> None:
    listed = checklist("c", item("a"), signed_by="chair")
    assert signers(HILL, listed) == ("Filled in by: headteacher", "Signed by: chair")


def test_the_signer_may_have_another_name_on_the_sheet() -> None:
    listed = checklist("c", item("a"), signed_by="staff", signed_as="new member of staff")
    assert signers(HILL, listed)[1] == "Signed by: new member of staff"


def test_every_item_of_oakfields_checklists_says_where_it_comes_from() -> None:
    whole = oakfield()
    for listed in whole.checklists:
        for _, items in item_groups(whole, listed):
            assert all(each.origins for each in items)
            assert all(each.line.role in whole.subject("roles") for each in items)


def test_who_signs_is_named_as_the_sheet_calls_them() -> None:
    whole = policy(roles=(role("head"), role("staff")))
    item = {"id": "a", "text": "A.", "from": {"duty": "head-acts"}}
    both = checklist("arrival", item, role="staff", signed_by="staff", signed_as="visitor")
    apart = checklist("induction", item, signed_by="staff", signed_as="new colleague")
    assert signers(whole, both) == ("Filled in by: visitor",)
    assert signers(whole, apart) == ("Filled in by: head", "Signed by: new colleague")


def test_one_person_signs_for_a_role_named_for_many() -> None:
    words = {"class_teacher": "class teacher", "class_teachers": "class teachers"}
    whole = policy(words=words, roles=(role("head"), role("teachers", title="class teachers")))
    item = {"id": "a", "text": "A.", "from": {"duty": "head-acts"}}
    listed = checklist("c", item, role="head", signed_by="teachers")
    assert signers(whole, listed) == ("Filled in by: head", "Signed by: class teacher")


def test_items_name_no_role_where_one_does_everything() -> None:
    own = {"id": "a", "text": "A.", "from": {"duty": "head-acts"}}
    assert one_role(HILL, checklist("arrival", own))
    assert not one_role(HILL, checklist("arrival", own, {**own, "id": "b", "role": "dsl"}))
    staff = [{"id": "more", "roles": ["staff"]}]
    assert not one_role(HILL, checklist("arrival", own, takes=staff))


def test_what_a_list_takes_stands_under_the_role_with_its_origin() -> None:
    listed = checklist("c", item("a"), takes=[{"id": "more", "roles": ["staff"]}])
    (_, _), (title, (line,)) = item_groups(HILL, listed)
    assert title == "All staff"
    assert line.line.text == "Does staff-care."
    assert line.origins == (Mention("duties", "staff-care", "Duty of all staff"),)


def test_checklists_stand_under_how_often_they_come_round() -> None:
    rounds = {
        "weekly": "1 week",
        "termly": "2 terms",
        "halfly": "1 half-term",
        "yearly": "1 year",
        "starter": "on joining",
        "incident": "as it happens",
        "app": "before use",
    }
    lists = tuple(checklist(name, item("one"), every=every) for name, every in rounds.items())
    assert [
        (title, [each.id for each in some])
        for title, some in checklist_groups(policy(checklists=lists))
    ] == [
        ("Each time it comes up", ["incident", "app"]),
        ("Each day, week or month", ["weekly"]),
        ("Each term or half-term", ["termly", "halfly"]),
        ("Each year", ["yearly"]),
        ("When people join or leave", ["starter"]),
    ]


def test_who_fills_in_a_sheet_may_have_another_name_there() -> None:
    sheet = checklist("self", item("one"), role="staff", filled_in_as="you")
    assert signers(HILL, sheet) == ("Filled in by: you", "Signed by: headteacher")


def test_an_agreement_has_pictures_if_each_of_its_promises_has_one() -> None:
    pictured = agreement("young", {**clause("kind"), "icon": "heart"})
    assert [each.pictures for each in clause_groups(pictured)] == [True]
    mixed = agreement(
        "young", {**clause("kind", "A"), "icon": "heart"}, clause("true", "B"), headings=HEADINGS
    )
    assert [each.pictures for each in clause_groups(mixed)] == [False, False]


def test_a_poster_has_the_promises_of_a_band_that_hang_on_the_wall() -> None:
    young = agreement(
        "young",
        {**clause("kind", "A"), "icon": "heart", "poster": True},
        {**clause("true", "A"), "poster": True},
        {**clause("free"), "poster": True},
        clause("long", "A"),
        band="ks2",
        headings=HEADINGS,
        contacts=["childline"],
    )
    older = agreement("older", {**clause("calm"), "poster": True}, band="ks3-4")
    found = poster(policy(agreements=(young, older)), Band.KS2)
    assert found.lines == (("heart", "I kind."), ("shield", "I true."), (STAR, "I free."))
    assert found.contacts == ("childline",)


def test_a_notice_at_log_on_is_plain_text_with_numbers() -> None:
    made = agreement(
        "notice",
        {"id": "own", "text": "Use only your own account."},
        {"id": "kind", "text": "Be kind."},
        title="before you log on",
        acceptance="log-on",
        signatures=(),
        declining="You ask the office.",
    )
    assert notice_text(made) == (
        "Before you log on",
        "Read this.",
        "1. Use only your own account.",
        "2. Be kind.",
    )


def test_an_item_says_who_does_the_work_of_a_duty_that_is_handed_on() -> None:
    clerk = post("clerk", "staff")
    leader = post("leader", "head", delegates=[{"duty": "head-leads", "to_post": "clerk"}])
    whole = HILL.model_copy(update={"posts": (leader, clerk)})
    (from_head,) = checklist("c", item("a", duty="head-leads")).items
    assert [each.text for each in origins(whole, from_head.origin, "head")] == [
        "Duty of the headteacher, done by the clerk"
    ]
    assert [each.text for each in origins(whole, from_head.origin, "staff")] == [
        "Duty of the headteacher"
    ], "others see to this item"
