"""The rules for one group of readers, as short sentences by thing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from schoolpolicy.model.rule import Rule
from schoolpolicy.publish.views.rule_lines import RuleList, RuleSentence, rule_lists
from schoolpolicy.rules.answer import RuleBook
from tests.policies import (
    COHORTS,
    HILL,
    activity,
    oakfield,
    policy,
    restriction,
    role,
    rule,
    thing,
)

if TYPE_CHECKING:
    from schoolpolicy.model.vocabulary import Reader

STAFF = {"audience": "staff"}
VISITORS = {"audience": "visitors"}
OLDER = {"audience": "pupils", "cohorts": ["y6"]}


def lists(reader: Reader, *rules: Rule, **fields: Any) -> tuple[RuleList, ...]:
    return rule_lists(RuleBook(policy(*rules, roles=(role("head"),), **fields)), reader)


def sentences(found: RuleList) -> list[RuleSentence]:
    return [each for topic in found.first + found.rest for each in topic.rules]


def only(reader: Reader, *rules: Rule, **fields: Any) -> list[RuleSentence]:
    (found,) = lists(reader, *rules, **fields)
    return sentences(found)


def test_a_rule_is_told_in_the_words_of_the_band_that_reads_it() -> None:
    both = rule("ban", plain="No phones.", pupils={"ks2": "Leave it at home. Ask us."})
    assert [each.words for each in only("ks2", both)] == [("Leave it at home.", "Ask us.")]
    (plain,) = only("ks2", rule("ban", plain="No phones."))
    assert (plain.words, plain.look.word) == (("No phones.",), "Not allowed")


def test_a_rule_without_words_says_what_is_done_with_what() -> None:
    assert [each.words for each in only("ks2", rule("ban"))] == [("Using phone.",)]
    hacking = rule("no-hacking", "illegal", thing="hacking")
    (found,) = only("ks2", hacking, activities=(activity("hacking"),))
    assert found.words == ("Hacking.",)


def test_a_rule_that_wins_for_nobody_in_the_school_is_left_out() -> None:
    younger = {"audience": "pupils", "cohorts": ["y5"]}
    beaten = (
        rule("all", plain="All."),
        rule("five", who=younger, plain="Five."),
        rule("six", who=OLDER, plain="Six."),
    )
    assert [each.id for each in only("ks2", *beaten)] == ["five", "six"]
    assert lists("sixth-form", *beaten) == ()


def test_a_rule_says_for_whom_it_wins_if_not_for_all() -> None:
    found = only("ks2", rule("all", plain="No."), rule("older", "allowed", who=OLDER, plain="Yes."))
    assert [(each.words, each.who) for each in found] == [
        (("No.",), "Year 5"),
        (("Yes.",), "Year 6"),
    ]


def test_where_and_when_are_told_unless_the_words_say_so() -> None:
    (silent,) = only("ks2", rule("ban", plain="No phones.", place="lessons", time="break"))
    assert silent.where == "Lessons, break"
    (saying,) = only("ks2", rule("ban", plain="No phones in lessons.", place="lessons"))
    assert saying.where is None


def test_children_are_not_told_that_a_rule_is_for_the_whole_school() -> None:
    places = (
        {"id": "anywhere", "title": "Anywhere"},
        {"id": "care", "title": "In the school's care", "within": "anywhere"},
        {"id": "on-site", "title": "On the school site", "within": "care"},
        {"id": "lessons", "title": "In lessons", "within": "on-site"},
    )
    rules = (
        rule("care", plain="No.", place="care"),
        rule("site", "allowed", plain="Yes.", place="on-site"),
        rule("lessons", plain="Not now.", place="lessons"),
    )
    assert [each.where for each in only("ks2", *rules, places=places)] == [
        None,
        None,
        "In lessons",
    ]


def adults_read(one: Rule, **fields: Any) -> tuple[str, ...]:
    first, *_ = lists("parents", one, **fields)
    (sentence,) = sentences(first)
    return sentence.details


def test_adults_read_details_and_children_do_not() -> None:
    ask = rule("ask", "with-permission", by=["head"], plain="Ask first.", condition="In a bag")
    (child,) = only("ks2", ask)
    assert child.details == ()
    assert adults_read(ask) == ("Ask the head.", "In a bag.")


def test_only_what_the_words_say_in_full_is_left_out() -> None:
    form = {"id": "form", "kind": "form"}
    words = "Bring the form that 2 parents sign for you."
    said = rule("said", plain=words, needs=[{**form, "text": "Parents sign the form"}])
    assert adults_read(said) == ()
    most = rule("most", plain=words, needs=[{**form, "text": "3 parents sign the form"}])
    assert adults_read(most) == ("3 parents sign the form.",)


def test_what_a_rule_depends_on_is_never_left_out() -> None:
    words = "Use it at break, off and in a bag. Ask the head."
    bag = {"where": "bag", "text": "In a bag"}
    times = (
        {"id": "any-time", "title": "Any time"},
        {"id": "break", "title": "At break", "starts": "20:15", "ends": "20:45"},
    )
    timed = rule("timed", "set-times", at=["break"], plain=words, condition="Off", storage=bag)
    assert adults_read(timed, times=times) == (
        "At break (8:15pm to 8:45pm).",
        "Off.",
        "In a bag.",
    )
    asked = rule("asked", "with-permission", by=["head"], plain=words)
    assert adults_read(asked) == ("Ask the head.",)


def test_a_rule_that_ends_says_until_when() -> None:
    tried = rule("tried", plain="Lock it in a pouch.", effective_until="2027-02-12")
    assert adults_read(tried) == ("This holds until 12 February 2027.",)


def test_the_clock_times_of_a_rule_are_told_though_its_words_name_the_time() -> None:
    times = (
        {"id": "any-time", "title": "Any time"},
        {"id": "break", "title": "Break", "within": "any-time", "starts": "10:30", "ends": "10:45"},
    )
    (found,) = only("ks2", rule("ban", plain="No phones at break.", time="break"), times=times)
    assert found.where == "Break (10:30am to 10:45am)"


def test_the_same_sentence_is_told_once() -> None:
    same = {"plain": "Leave it at home."}
    found = only("ks2", rule("phones", **same), rule("watches", thing="watch", **same))
    assert [each.id for each in found] == ["phones"]


def test_things_stand_in_the_order_of_the_tree_with_what_lies_within_them() -> None:
    things = (thing("phone"), thing("smartphone", "phone"), thing("watch"))
    rules = (
        rule("w", thing="watch", plain="Watch."),
        rule("s", thing="smartphone", plain="Smart."),
        rule("p", plain="Phone."),
    )
    (found,) = lists("ks2", *rules, things=things)
    assert [(topic.title, [each.id for each in topic.rules]) for topic in found.rest] == [
        ("phone", ["s", "p"]),
        ("watch", ["w"]),
    ]


def test_what_holds_on_an_occasion_comes_after_what_holds_every_day() -> None:
    exam = {"id": "exam", "title": "During an exam"}
    rules = (rule("in-exam", event="exam", plain="No phones."), rule("ban", plain="No."))
    found = only("ks2", *rules, events=(exam,))
    assert [(each.id, each.where) for each in found] == [
        ("ban", None),
        ("in-exam", "During an exam"),
    ]


def test_a_thing_that_holds_many_is_a_heading_of_its_own() -> None:
    own = [thing(name, "own") for name in ("tag", "camera", "console")]
    things = (thing("device"), thing("own", "device"), *own)
    rules = (rule("device", thing="device"), rule("tag", thing="tag", plain="Ask."))
    (found,) = lists("ks2", *rules, things=things)
    assert [topic.title for topic in found.rest] == ["device", "own"]


def test_what_is_asked_most_comes_first() -> None:
    things = (thing("watch"), thing("mobile-phone"))
    rules = (rule("w", thing="watch"), rule("p", thing="mobile-phone"))
    (found,) = lists("ks2", *rules, things=things)
    assert [topic.id for topic in found.first] == ["mobile-phone"]
    assert [topic.id for topic in found.rest] == ["watch"]
    assert found.count == 2


def test_activities_stand_in_their_groups_after_the_things() -> None:
    acts = (activity("hacking", "Against the law"), activity("betting"))
    rules = (
        rule("b", thing="betting"),
        rule("h", "illegal", thing="hacking"),
        rule("p", plain="No."),
    )
    (found,) = lists("ks2", *rules, activities=acts)
    assert [(topic.id, topic.title) for topic in found.rest] == [
        ("phone", "phone"),
        ("against-the-law", "Against the law"),
        ("never", "Never"),
    ]


def test_small_children_read_only_what_has_words_for_them_and_of_no_law() -> None:
    y1 = {"id": "y1", "title": "Year 1", "audience": "pupils", "band": "eyfs-ks1"}
    hacking = rule("h", "illegal", thing="hacking", pupils={"eyfs_ks1": "Touch only your things."})
    (found,) = lists(
        "eyfs-ks1",
        hacking,
        rule("p", plain="No phones."),
        activities=(activity("hacking", "Against the law"),),
        cohorts=(*COHORTS, y1),
        school={**HILL, "cohorts": ["y1", "y5"]},
    )
    (topic,) = (*found.first, *found.rest)
    assert topic.title == "Being safe and kind"
    assert [(each.words, each.look.word) for each in topic.rules] == [
        (("Touch only your things.",), "Not allowed")
    ]


def test_parents_read_their_childs_rules_and_their_own() -> None:
    mine = rule("mine", "allowed", who={"audience": "parents"}, plain="You may.")
    found = lists("parents", rule("ban", plain="No phones."), mine)
    assert [(each.title, [line.id for line in sentences(each)]) for each in found] == [
        ("Your child", ["ban"]),
        ("You", ["mine"]),
    ]


def test_staff_read_their_own_rules_first_and_guests_by_what_they_are() -> None:
    rules = (rule("ban"), rule("own", who=STAFF), rule("guests", who=VISITORS))
    assert [each.title for each in lists("staff", *rules)] == ["You", "Pupils"]
    assert [each.title for each in lists("community", *rules)] == ["Visitors"]


def test_a_rule_about_the_thing_itself_is_told_to_everybody() -> None:
    night = Rule.model_validate(
        {"id": "night", "thing": "phone", "level": "not-allowed", "because": "It is off."}
    )
    assert [each.id for each in only("governors", night)] == ["night"]


def test_rules_for_one_person_under_a_restriction_are_told_to_nobody_else() -> None:
    held = rule("held", restriction="no-phone", plain="Hand it in.")
    free = rule("free", "allowed", plain="You may.")
    found = only("ks2", held, free, restrictions=(restriction("no-phone"),))
    assert [each.id for each in found] == ["free"]


def test_oakfields_readers_each_have_their_rules() -> None:
    book = RuleBook(oakfield())
    readers: tuple[Reader, ...] = (
        "parents", "staff", "governors", "community", "eyfs-ks1", "ks2",
    )  # fmt: skip
    for reader in readers:
        for each in rule_lists(book, reader):
            told = [line.says for line in sentences(each)]
            assert told
            assert len(told) == len(set(told))
