"""The answers about one thing: a section for each group of people, an entry for each rule."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from macros.calls import Calls
from schoolpolicy.checks.run import Theme, check_school
from schoolpolicy.model.vocabulary import Audience, Level
from schoolpolicy.publish.views.answer_page import NO_OTHER
from schoolpolicy.publish.views.answer_shapes import After, Entry, Saying, Size
from schoolpolicy.publish.views.answer_words import NO_ANSWER
from schoolpolicy.publish.views.can_i import Answers
from schoolpolicy.publish.views.links import GRIDS, Links
from schoolpolicy.publish.views.thing_groups import ThingGroup
from schoolpolicy.reading.project import Project
from schoolpolicy.rules.answer import RuleBook
from tests.policies import activity, grid, oakfield, policy, response, rule, site_page, thing
from tests.support import ROOT

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
        (
            "for-parents-governors-volunteers-visitors-community",
            "Parents, governors, volunteers, visitors and people from the community",
        ),
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


SAFE = response("ladder", plain="We keep it safe.")


def test_what_happens_if_not_follows_what_is_forbidden() -> None:
    found = answers(
        rule("no"),
        rule("yes", "allowed", place="lessons"),
        responses=(SAFE,),
    )
    after = {entry.rule.id: entry.after for entry in entries(found, "phone")}
    assert after == {"no": (After("ladder", None, (Saying(None, "We keep it safe."),)),), "yes": ()}


def test_nothing_happens_after_a_request() -> None:
    found = answers(
        rule("please", strength="request"),
        responses=(SAFE,),
    )
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


Y6 = {"audience": "pupils", "cohorts": ["y6"]}


def buts(found: Answers, thing: str = "phone") -> dict[str, str | None]:
    return {entry.rule.id: entry.but for entry in entries(found, thing)}


class TestWhatIsClaimed:
    """An entry names only those for whom its rule wins where it is asked, and those uses."""

    def test_those_for_whom_another_rule_comes_first_are_not_named(self) -> None:
        found = answers(rule("all", "allowed"), rule("y6", who=Y6))
        asked = {entry.rule.id: entry.question for entry in entries(found, "phone")}
        assert asked == {
            "all": "Can pupils in Year 5 use phone?",
            "y6": "Can pupils in Year 6 use phone?",
        }

    def test_those_for_whom_it_wins_elsewhere_are_asked_about_there(self) -> None:
        found = answers(rule("all", "allowed"), rule("y6", who=Y6, place="school"))
        assert questions(found, "phone") == [
            "Can pupils in Year 5 use phone at school?",
            "Can pupils in Year 6 use phone at school?",
            "Can pupils in Year 6 use phone anywhere else?",
        ]

    def test_a_use_that_a_narrower_rule_takes_is_not_named(self) -> None:
        found = answers(
            rule("both", function=["call", "photograph"]), rule("calls", "allowed", function="call")
        )
        assert questions(found, "phone") == [
            "Can pupils make calls with phone?",
            "Can pupils take photos with phone?",
        ]

    def test_a_use_that_the_thing_is_not_made_for_is_not_named(self) -> None:
        camera = thing("camera").model_copy(update={"functions": ("photograph",)})
        found = answers(
            rule("both", thing="camera", function=["call", "photograph"]), things=(camera,)
        )
        assert questions(found, "camera") == ["Can pupils take photos with camera?"]

    def test_uses_may_differ_from_person_to_person(self) -> None:
        found = answers(
            rule("both", function=["call", "photograph"]),
            rule("calls", "allowed", function="call", who=Y6),
        )
        assert questions(found, "phone") == [
            "Can pupils in Year 5 make calls or take photos with phone?",
            "Can pupils in Year 6 make calls with phone?",
            "Can pupils in Year 6 take photos with phone?",
        ]

    def test_a_yes_names_the_times_at_which_another_answer_comes_first(self) -> None:
        found = answers(rule("all", "allowed"), rule("break", time="break"))
        assert buts(found) == {"all": "Another answer comes first (break).", "break": None}

    def test_a_yes_names_the_zone_in_which_another_answer_comes_first(self) -> None:
        green = {
            "id": "green",
            "title": "Green zone",
            "plain": "The hall.",
            "areas": [{"places": ["lessons"], "times": ["break"]}],
        }
        found = answers(rule("all", "allowed"), rule("z", zone="green"), zones=(green,))
        assert buts(found) == {"all": "Another answer comes first in the green zone.", "z": None}

    def test_the_same_answer_needs_no_word(self) -> None:
        found = answers(rule("all"), rule("break", time="break"))
        assert buts(found) == {"all": None, "break": None}

    def test_of_many_other_answers_it_says_that_there_are_some(self) -> None:
        times = [{"id": "any-time", "title": "Any time"}]
        times += [{"id": f"t{n}", "title": f"T{n}", "within": "any-time"} for n in range(4)]
        found = answers(
            rule("all", "allowed"), *(rule(f"r{n}", time=f"t{n}") for n in range(4)), times=times
        )
        assert buts(found)["all"] == "Other answers here come first at some places or times."


def test_each_use_for_which_a_rule_wins_has_its_ladder() -> None:
    pictures = response("pictures", functions=["photograph"])
    found = answers(rule("no"), responses=(response("phones"), pictures))
    (entry,) = entries(found, "phone")
    assert [(each.response, each.about) for each in entry.after] == [
        ("phones", None),
        ("pictures", "take photos with it"),
    ]


def test_a_ladder_for_some_says_for_whom_it_is() -> None:
    older = response("older", who=Y6)
    found = answers(rule("no"), responses=(response("phones"), older))
    (entry,) = entries(found, "phone")
    assert [(each.response, each.about) for each in entry.after] == [
        ("phones", "pupils in Year 5"),
        ("older", "pupils in Year 6"),
    ]


class TestDates:
    """What comes, and what comes back, is announced with its day."""

    def test_a_rule_that_comes_back_after_another_one_is_announced(self) -> None:
        found = answers(
            rule("usual", place="school"),
            rule("a", "allowed", place="school", who=Y6, effective_until="2026-12-31"),
        )
        assert [(e.question, str(e.begins), str(e.ends)) for e in entries(found, "phone")] == [
            ("Can pupils in Year 6 use phone at school?", "None", "2026-12-31"),
            ("Can pupils in Year 5 use phone at school?", "None", "None"),
            ("Can pupils in Year 6 use phone at school?", "2027-01-01", "None"),
        ]

    def test_it_has_a_home_though_it_wins_nowhere_today(self) -> None:
        found = answers(
            rule("usual", who=Y6),
            rule(
                "now", "allowed", who={**Y6, "audience": ["pupils"]}, effective_until="2026-12-31"
            ).model_copy(update={"firm": True}),
        )
        assert found.homes["usual"] == ("phone", "usual")


class TestGaps:
    """Where no rule answers, the page says so."""

    def test_people_without_any_answer_have_a_section(self) -> None:
        found = answers(rule("pupils"))
        pupils, others = found.page("phone")
        assert (pupils.title, pupils.gap) == ("Pupils", None)
        assert (others.title, others.entries, others.gap) == ("All adults", (), NO_ANSWER)

    def test_people_without_some_answers_are_told_so(self) -> None:
        found = answers(rule("lessons", place="lessons", who={"audience": "everyone"}))
        (everyone,) = found.page("phone")
        assert len(everyone.entries) == 1
        assert everyone.gap == NO_OTHER


class TestTheYoungest:
    """They read of an activity only what is written for them."""

    def sayings(self, **words: str) -> tuple[Saying, ...]:
        told = rule("r", thing="hacking", plain="Never hack.", pupils=words)
        infants = {"id": "y1", "title": "Year 1", "audience": "pupils", "band": "eyfs-ks1"}
        found = answers(
            told,
            activities=(activity("hacking"),),
            cohorts=(*policy().cohorts, infants),
            school={**policy().school.model_dump(), "cohorts": ["y1", "y6"]},
        )
        return entries(found, "hacking")[0].sayings

    def test_plain_is_for_the_others(self) -> None:
        assert self.sayings() == (Saying("Years 3 to 6", "Never hack."),)

    def test_they_have_words_of_their_own(self) -> None:
        assert self.sayings(eyfs_ks1="Ask us.") == (
            Saying("Years 3 to 6", "Never hack."),
            Saying("Up to Year 2", "Ask us."),
        )


def asked_again(found: Answers) -> list[str]:
    """Return the entries whose rule is not that which answers what they ask."""
    wrong = []
    books = {None: found.book}
    for name in found.policy.subject("things"):
        for entry in entries(found, name):
            if entry.begins not in books:
                books[entry.begins] = RuleBook(found.policy, entry.begins, found.space)
            for question in entry.asked.questions():
                right = books[entry.begins].answer(question).rule
                if right is None or right.id != entry.rule.id:
                    wrong.append(f"{name}: {entry.question} {question}")
    return wrong


@pytest.mark.parametrize("slug", ["oakfield-primary", "marlpit-heath"])
def test_every_entry_is_the_answer_to_what_it_asks(slug: str) -> None:
    checked = check_school(Project(ROOT), slug, Theme(Calls.shapes()))
    assert checked.policy is not None, checked.errors
    assert asked_again(Answers(RuleBook(checked.policy))) == []


class TestOakfield:
    """Every rule of the example has its answer, and every question on a page is another."""

    found = Answers(RuleBook(oakfield()))

    def test_every_rule_that_wins_has_an_address(self) -> None:
        winning = {rule.id for region in self.found.book.regions for rule in region.answer.rules}
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
