"""The answers about one thing: a section for each group of people, an entry for each rule."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from schoolpolicy.model.response import Response
from schoolpolicy.model.vocabulary import Audience, Level
from schoolpolicy.publish.views.can_i import After, Answers, Entry, Saying, Size, ThingGroup
from schoolpolicy.publish.views.links import GRIDS, Links
from schoolpolicy.rules.answer import RuleBook
from tests.policies import activity, grid, oakfield, policy, rule, site_page, thing

if TYPE_CHECKING:
    from schoolpolicy.model.rule import Rule


def answers(*rules: Rule, **fields: Any) -> Answers:
    return Answers(RuleBook(policy(*rules, **fields)))


def entries(found: Answers, thing: str) -> list[Entry]:
    return [entry for section in found.page(thing) for entry in section.entries]


def questions(found: Answers, thing: str) -> list[str]:
    return [entry.question for entry in entries(found, thing)]


def test_an_entry_says_who_what_and_where_and_the_answer() -> None:
    found = answers(rule("no-phones", place="lessons", because="We learn."))
    (entry,) = entries(found, "phone")
    assert entry.id == "no-phones"
    assert entry.question == "Can pupils use phone (lessons)?"
    assert entry.sentence == "No. You may not use phone (lessons)."
    assert entry.rule.because == "We learn."


def test_each_audience_has_its_section() -> None:
    found = answers(
        rule("pupils"), rule("staff", "allowed", who={"audience": "staff"}, place="school")
    )
    assert [(section.id, section.title) for section in found.page("phone")] == [
        ("for-pupils", "Pupils"),
        ("for-staff", "Staff"),
    ]


def test_audiences_with_the_same_answers_share_a_section() -> None:
    found = answers(
        rule("pupils"),
        rule("adults", who={"audience": "adults"}),
    )
    assert [section.title for section in found.page("phone")] == ["Pupils", "All adults"]
    assert questions(found, "phone") == ["Can pupils use phone?", "Can adults use phone?"]


def test_a_rule_for_all_is_told_once() -> None:
    found = answers(
        rule("all", thing="gambling", who={"audience": "everyone"}),
        activities=(activity("gambling"),),
    )
    (section,) = found.page("gambling")
    assert (section.title, section.audiences) == ("Everyone", tuple(Audience))
    assert questions(found, "gambling") == ["Gambling: the rule for everyone"]


def test_some_pupils_are_named_by_their_years() -> None:
    found = answers(
        rule("all"), rule("y6", "allowed", who={"audience": "pupils", "cohorts": ["y6"]})
    )
    assert questions(found, "phone") == [
        "Can pupils in Year 5 use phone?",
        "Can pupils in Year 6 use phone?",
    ]


def test_people_in_groups_have_the_names_of_their_groups() -> None:
    house = {"audience": "pupils", "kind": "boarding"}
    cohorts = (
        *policy().cohorts,
        {"id": "boarders", "title": "Boarders", **house},
        {"id": "day", "title": "Day pupils", "rest": True, **house},
    )
    school = {**policy().school.model_dump(), "cohorts": ["y5", "y6", "boarders", "day"]}
    who = {"audience": "pupils", "cohorts": ["y6", "boarders"]}
    found = answers(rule("all"), rule("b", "allowed", who=who), cohorts=cohorts, school=school)
    assert "Can boarders in Year 6 use phone?" in questions(found, "phone")


def test_what_most_people_ask_comes_first() -> None:
    found = answers(
        rule("photos", function="photograph", place="school"),
        rule("lessons", place="lessons"),
        rule("general"),
        rule("school", place="school"),
        things=(thing("phone").model_copy(update={"functions": ("photograph",)}),),
    )
    assert questions(found, "phone") == [
        "Can pupils use phone at school?",
        "Can pupils use phone (lessons)?",
        "Can pupils use phone anywhere else?",
        "Can pupils take photos with phone at school?",
    ]


def test_a_wide_rule_is_asked_about_at_school_and_says_how_far_it_holds() -> None:
    found = answers(rule("lessons", place="lessons"), rule("general", "allowed"))
    general, lessons = entries(found, "phone")
    assert general.question == "Can pupils use phone at school?"
    assert general.wider == "This holds wherever no other answer here says more."
    assert lessons.wider is None


def test_a_rule_about_a_wider_thing_is_told_in_short() -> None:
    found = answers(rule("phones"), rule("smart", "allowed", thing="smartphone", place="lessons"))
    sizes = {entry.rule.id: entry.size for entry in entries(found, "smartphone")}
    assert sizes == {"phones": Size.SHORT, "smart": Size.FULL}
    assert found.homes == {"phones": ("phone", "phones"), "smart": ("smartphone", "smart")}


def test_a_rule_told_before_is_a_line_with_an_address_of_its_own() -> None:
    found = answers(
        rule("both", who={"audience": ["pupils", "staff"]}),
        rule("staff", "allowed", who={"audience": "staff"}, place="lessons"),
    )
    assert [(entry.id, entry.size) for entry in entries(found, "phone")] == [
        ("both", Size.FULL),
        ("both--staff", Size.LINE),
        ("staff", Size.FULL),
    ]


def test_a_rule_to_come_is_announced() -> None:
    found = answers(rule("now"), rule("later", place="lessons", effective_from="2027-01-01"))
    assert [(entry.rule.id, str(entry.begins)) for entry in entries(found, "phone")] == [
        ("now", "None"),
        ("later", "2027-01-01"),
    ]


def test_a_rule_that_ended_is_not_told() -> None:
    found = answers(rule("now"), rule("past", place="lessons", effective_until="2026-01-01"))
    assert [entry.rule.id for entry in entries(found, "phone")] == ["now"]


def test_pupils_are_told_in_their_own_words() -> None:
    found = answers(rule("r", plain="No phones.", pupils={"ks2": "Leave it at home."}))
    assert entries(found, "phone")[0].sayings == (Saying(None, "Leave it at home."),)
    everyone = answers(
        rule("r", who={"audience": "everyone"}, plain="No phones.", pupils={"ks2": "Not here."})
    )
    assert entries(everyone, "phone")[0].sayings == (
        Saying(None, "No phones."),
        Saying("Years 3 to 6", "Not here."),
    )


def ladder(**fields: Any) -> Response:
    given: dict[str, Any] = {
        "id": "ladder",
        "title": "Phones",
        "plain": "We keep it safe.",
        "who": {"audience": "pupils"},
        "about": ["phone"],
        "discretion": "head",
        "fair": "Age.",
        "steps": [{"id": "first", "time": 1, "text": "We keep it.", "by": "head", "log": "Log."}],
    }
    return Response.model_validate({**given, **fields})


def test_what_happens_if_not_follows_what_is_forbidden() -> None:
    found = answers(rule("no"), rule("yes", "allowed", place="lessons"), responses=(ladder(),))
    after = {entry.rule.id: entry.after for entry in entries(found, "phone")}
    assert after == {"no": (After("ladder", (Saying(None, "We keep it safe."),)),), "yes": ()}


def test_nothing_happens_after_a_request() -> None:
    found = answers(rule("please", strength="request"), responses=(ladder(),))
    assert entries(found, "phone")[0].after == ()


def test_things_stand_in_the_groups_in_which_people_look() -> None:
    found = answers(
        things=(
            thing("device"),
            thing("own", "device"),
            thing("phone", "own"),
            thing("watch", "own"),
            thing("service"),
            thing("mail", "service"),
        ),
        activities=(activity("hacking", "Never"), activity("games", "Sometimes")),
    )
    assert found.groups() == (
        ThingGroup("own", "devices", ("own", "phone", "watch")),
        ThingGroup("Other device", "devices", ("device",)),
        ThingGroup("service", "devices", ("service", "mail")),
        ThingGroup("Never", "web", ("hacking",)),
        ThingGroup("Sometimes", "web", ("games",)),
    )


def test_a_rule_is_linked_to_its_answer_and_on_request_to_its_grid() -> None:
    found = answers(rule("no-phones"), grids=(grid(),))
    pages = [
        site_page("can-i/phone.md", for_each="things"),
        site_page("policy/grids/grid.md", for_each="grids"),
    ]
    links = Links(found.policy, pages, {"no-phones": "grid"}, lambda: found.homes)
    assert links.address("rules", "no-phones") == "can-i/phone.html#no-phones"
    assert links.address("rules", "no-phones", GRIDS) == "policy/grids/grid.html#rule-no-phones"
    assert links.address("activities", "gambling") == "can-i/gambling.html"


class TestOakfield:
    """Every rule of the example has its answer, and every question on a page is another."""

    found = Answers(RuleBook(oakfield()))

    def test_every_rule_that_wins_has_an_address(self) -> None:
        winning = {rule.id for region in self.found.regions for rule in region.answer.rules}
        assert winning - set(self.found.homes) == set()

    def test_no_page_asks_the_same_twice_on_one_day(self) -> None:
        for name in oakfield().subject("things"):
            asked = [(each.question, each.begins, each.ends) for each in entries(self.found, name)]
            assert len(set(asked)) == len(asked), name

    def test_addresses_on_a_page_differ(self) -> None:
        for name in oakfield().subject("things"):
            ids = [each.id for each in entries(self.found, name)]
            assert len(set(ids)) == len(ids), name

    def test_a_sentence_agrees_with_its_level(self) -> None:
        for name in oakfield().subject("things"):
            for entry in entries(self.found, name):
                if entry.rule.level in {Level.NOT_ALLOWED, Level.ILLEGAL}:
                    assert entry.sentence.startswith(("No.", "Please do not.", "Better not."))
