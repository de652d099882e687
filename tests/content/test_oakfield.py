"""What the first edition of Oakfield's policy must say, whoever edits it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest
from pydantic import BaseModel

from schoolpolicy.checks.sense.image_words import handles_images
from schoolpolicy.model.base import EVENTS, Record
from schoolpolicy.model.subjects import SUBJECTS
from schoolpolicy.model.vocabulary import Audience, Band, Function, Level, Nation, Sureness
from schoolpolicy.publish.views.people import people_tree
from schoolpolicy.rules.answer import RuleBook
from schoolpolicy.rules.space import Question
from schoolpolicy.rules.trees import Tree
from tests.policies import checked_oakfield, oakfield

if TYPE_CHECKING:
    from collections.abc import Iterator

    from schoolpolicy.model.agreement import Agreement
    from schoolpolicy.model.incident import Incident
    from schoolpolicy.model.policy import Policy
    from schoolpolicy.model.role import Duty
    from schoolpolicy.model.source import Citation, Contact
    from schoolpolicy.model.statement import Topic

ROLES = (
    "governors", "chair-of-governors", "online-safety-governor",
    "head", "senior-leaders", "assistant-head", "filtering-lead", "line-manager", "hr-adviser",
    "dsl", "deputy-dsl", "online-safety-lead", "senco", "nominated-contact",
    "online-safety-group", "dpo", "siro", "information-asset-owners",
    "it-manager", "it-provider", "account-issuer", "licence-owner",
    "staff", "class-teachers", "volunteers", "visitors", "community-users", "parents", "pupils",
)  # fmt: skip
OUTSIDE = {"visitors", "community-users", "parents", "pupils"}
"""Those who answer to nobody in the school."""
INCIDENTS = (
    "illegal-material", "nude-images", "grooming-and-sextortion", "online-bullying",
    "harmful-content", "extremism", "hacking-and-data-loss", "staff-misuse", "head-as-subject",
    "harm-outside-school",
)  # fmt: skip
BANDS = (Band.EYFS_KS1, Band.KS2)
LOOKED_FOR = ("markers", "superseded")
"""Subjects that hold what checks look for in texts. No reader sees them."""


class Said(NamedTuple):
    """One text of the policy, and where it stands."""

    where: str
    field: str
    text: str


def texts(shape: BaseModel, where: str) -> Iterator[Said]:
    """Yield every text of a record and of what is inside it."""
    for name in type(shape).model_fields:
        value = getattr(shape, name)
        for inner in value if isinstance(value, tuple) else (value,):
            if isinstance(inner, BaseModel):
                inside = f"{where}/{inner.id}" if isinstance(inner, Record) else where
                yield from texts(inner, f"{inside}.{name}" if name == "never" else inside)
            elif isinstance(inner, str):
                yield Said(where, name, inner)


def all_texts() -> list[Said]:
    """Return all texts of the model policy and of Oakfield, whether they apply to it or not."""
    whole = checked_oakfield().resolution.complete
    assert whole is not None
    return [
        said
        for subject in SUBJECTS
        if subject not in LOOKED_FOR
        for record in getattr(whole, subject)
        for said in texts(record, f"{subject}/{record.id}")
    ]


def sentences(text: str) -> list[str]:
    return re.split(r"(?<=[.!?])\s+", text)


def ids(records: tuple[Any, ...]) -> list[str]:
    return [each.id for each in records]


@pytest.fixture
def policy() -> Policy:
    return oakfield()


def test_it_has_no_mistakes() -> None:
    assert [str(each) for each in checked_oakfield().findings] == []


class TestRoles:
    """Who does what."""

    @pytest.mark.parametrize("name", ROLES)
    def test_a_role_exists_and_has_duties(self, policy: Policy, name: str) -> None:
        role = next(each for each in policy.roles if each.id == name)
        assert role.duties
        assert role.summary.endswith(".")

    @pytest.mark.parametrize("duty", oakfield().duty_roles)
    def test_a_duty_says_how_often(self, policy: Policy, duty: str) -> None:
        every = policy.duty(duty).every
        assert every in EVENTS or re.match(r"^\d+ [a-z-]+", every)

    def test_what_is_done_at_set_times_leaves_evidence(self, policy: Policy) -> None:
        bare = self.without_evidence(policy)
        assert {each.every for each in bare} <= {"always", "as it happens", "before use"}

    def test_few_duties_leave_no_evidence(self, policy: Policy) -> None:
        assert len(self.without_evidence(policy)) <= len(policy.duty_roles) / 5

    def without_evidence(self, policy: Policy) -> list[Duty]:
        found = [policy.duty(each) for each in policy.duty_roles]
        return [each for each in found if each.evidence is None]

    def test_all_who_work_here_answer_up_to_one_body(self, policy: Policy) -> None:
        (top,) = people_tree(policy)
        assert top.id == "governors"
        found, waiting = [], [top]
        while waiting:
            person = waiting.pop()
            found.append(person.id)
            waiting += person.answering
        assert sorted(found) == sorted(set(ids(policy.roles)) - OUTSIDE)

    def test_nobody_stands_in_for_themselves_or_answers_to_themselves(self, policy: Policy) -> None:
        for role in policy.roles:
            assert role.id not in {role.deputy, role.reports_to, *role.may_combine_with}

    def test_no_two_roles_may_and_may_not_be_one_person(self, policy: Policy) -> None:
        roles = {each.id: each for each in policy.roles}
        wrong = [
            (role.id, other)
            for role in policy.roles
            for other in role.may_combine_with
            if other in role.never_combine_with or role.id in roles[other].never_combine_with
        ]
        assert wrong == []


class TestTopics:
    """What the policy says, and to whom."""

    @pytest.mark.parametrize("topic", oakfield().topics, ids=ids(oakfield().topics))
    def test_a_topic_has_statements_that_are_sentences(self, policy: Policy, topic: Topic) -> None:
        about = [each for each in policy.statements if each.topic == topic.id]
        assert len(about) >= 4
        assert all(each.text.endswith((".", "?")) for each in about)

    def test_the_four_areas_of_risk(self, policy: Policy) -> None:
        assert ids(policy.risks) == ["content", "contact", "conduct", "commerce"]
        assert all(each.risks for each in policy.risks)

    def test_every_risk_is_lowered_by_a_topic(self, policy: Policy) -> None:
        assert [risk.id for area in policy.risks for risk in area.risks if not risk.topics] == []


class TestFacts:
    """Facts from outside: checked on a day, and honest about doubt."""

    @pytest.mark.parametrize("citation", oakfield().citations, ids=ids(oakfield().citations))
    def test_a_citation_was_checked_and_says_what_is_in_doubt(self, citation: Citation) -> None:
        assert citation.checked_on >= oakfield().school.review.effective_from
        assert citation.sure is Sureness.HIGH or citation.doubt

    @pytest.mark.parametrize("contact", oakfield().contacts, ids=ids(oakfield().contacts))
    def test_a_contact_was_checked_and_says_what_is_in_doubt(self, contact: Contact) -> None:
        assert contact.verified_on >= oakfield().school.review.effective_from
        assert contact.sure is Sureness.HIGH or contact.doubt
        assert contact.phone or contact.email or contact.url
        assert Nation.ENGLAND in contact.nations

    @pytest.mark.parametrize("contact", oakfield().contacts, ids=ids(oakfield().contacts))
    def test_a_contact_is_a_service_and_no_person(self, contact: Contact) -> None:
        assert re.fullmatch(r"[\d ]+", contact.phone or "999")
        mailbox = (contact.email or "help@").split("@")[0]
        assert mailbox in {"help", "helpline", "info", "office", "report"}

    def test_the_schools_own_mailbox_and_number_are_the_offices(self, policy: Policy) -> None:
        office = policy.school.office
        assert (office.email or "").split("@")[0] == "office"
        assert re.fullmatch(r"[\d ]+", office.phone or "")

    def test_nobody_is_named(self) -> None:
        title = re.compile(r"\b(Mrs?|Ms|Miss|Mx|Dr|Sir|Dame)\.? [A-Z]")
        assert [said for said in all_texts() if title.search(said.text)] == []

    def test_no_other_mailbox_or_number_stands_in_a_text(self) -> None:
        hidden = re.compile(r"\S@\S|\b0\d{3,4} ?\d{3}")
        elsewhere = [said for said in all_texts() if said.field not in {"phone", "email"}]
        assert [said for said in elsewhere if hidden.search(said.text)] == []


class TestIncidents:
    """What to do when something goes wrong."""

    def test_all_incidents_are_there(self, policy: Policy) -> None:
        assert sorted(ids(policy.incidents)) == sorted(INCIDENTS)

    @pytest.mark.parametrize("incident", oakfield().incidents, ids=ids(oakfield().incidents))
    def test_an_incident_says_all_that_it_must(self, incident: Incident) -> None:
        assert incident.never
        assert incident.steps[0].within == "at once"
        assert incident.contacts
        assert incident.told.parents
        for band in Band:
            assert incident.told.pupils.told(band), band

    @pytest.mark.parametrize("incident", oakfield().incidents, ids=ids(oakfield().incidents))
    def test_every_step_has_a_time_limit(self, incident: Incident) -> None:
        assert [step.id for step in incident.steps if step.within is None] == []

    @pytest.mark.parametrize("incident", oakfield().incidents, ids=ids(oakfield().incidents))
    def test_who_decides_is_not_judge_in_their_own_case(self, incident: Incident) -> None:
        assert incident.decides != incident.if_subject

    @pytest.mark.parametrize("incident", oakfield().incidents, ids=ids(oakfield().incidents))
    def test_a_child_who_tells_is_not_in_trouble(self, incident: Incident) -> None:
        for band in Band:
            words = incident.told.pupils.told(band) or ""
            assert "not in trouble for" in words, band

    def test_concerns_about_an_adult_reach_the_officer_of_the_local_authority(
        self, policy: Policy
    ) -> None:
        assert all("lado" in incident.contacts for incident in policy.incidents)


ABOUT_IMAGES = ("incidents/nude-images", "incidents/illegal-material")


class TestIndecentImages:
    """Nothing may have anybody look at, copy, print, send or keep such an image."""

    def test_no_text_has_anybody_handle_one(self) -> None:
        told = [
            f"{said.where} {said.field}: {sentence}"
            for said in all_texts()
            if not said.where.endswith(".never") and said.field not in {"keywords", "id"}
            for sentence in sentences(said.text)
            if handles_images(sentence, about_images=said.where.startswith(ABOUT_IMAGES))
        ]
        assert told == []

    @pytest.mark.parametrize(
        "sentence",
        [
            "Print the indecent image and put it in the file.",
            "Forward any nudes to the head.",
            "Save a copy of the private picture for the police.",
            "Two senior people view the naked picture together.",
            "Take a screenshot of the sexual image.",
            "Ask the child to show you the nude.",
            "Copy the illegal video and do not lose it.",
        ],
    )
    def test_a_bad_order_is_caught(self, sentence: str) -> None:
        assert handles_images(sentence)

    @pytest.mark.parametrize(
        "sentence", ["Look at it with a colleague.", "Send the picture to the police.", "Save it."]
    )
    def test_a_bad_order_that_only_says_it_is_caught_where_it_means_such_an_image(
        self, sentence: str
    ) -> None:
        assert handles_images(sentence, about_images=True)

    @pytest.mark.parametrize(
        "sentence",
        [
            "Do not look at the nude picture.",
            "Nobody here will ask to see it.",
            "It is a crime to send a nude picture of a child.",
            "Tell an adult about the nude picture.",
        ],
    )
    def test_a_ban_is_not(self, sentence: str) -> None:
        assert not handles_images(sentence, about_images=True)

    @pytest.mark.parametrize("name", ["nude-images", "illegal-material"])
    def test_each_way_to_handle_one_is_forbidden(self, policy: Policy, name: str) -> None:
        incident = next(each for each in policy.incidents if each.id == name)
        never = " ".join(each.text for each in incident.never).lower()
        for verb in ("look", "copy", "save", "print", "forward", "delete", "search"):
            assert re.search(rf"\b{verb}\b", never), verb

    @pytest.mark.parametrize("name", ["nude-images", "illegal-material"])
    def test_the_first_step_is_to_stop_and_not_to_look(self, policy: Policy, name: str) -> None:
        incident = next(each for each in policy.incidents if each.id == name)
        assert re.match(r"Stop\. (Do not look|Look no further)", incident.steps[0].text)


class TestAgreements:
    """Short enough to be read before they are signed."""

    @pytest.mark.parametrize("agreement", oakfield().agreements, ids=ids(oakfield().agreements))
    def test_an_agreement_keeps_to_its_length(self, agreement: Agreement) -> None:
        assert len(agreement.clauses) <= agreement.max_clauses
        long = [
            each.text for each in agreement.clauses if len(each.text.split()) > agreement.max_words
        ]
        assert long == []

    @pytest.mark.parametrize("agreement", oakfield().agreements, ids=ids(oakfield().agreements))
    def test_every_clause_stands_on_the_policy(self, agreement: Agreement) -> None:
        bare = [
            each.id
            for each in agreement.clauses
            if not (each.statements or each.rules or each.incidents)
        ]
        assert bare == []

    @pytest.mark.parametrize("agreement", oakfield().agreements, ids=ids(oakfield().agreements))
    def test_the_school_promises_something_too(self, agreement: Agreement) -> None:
        assert agreement.school_promises
        assert agreement.help


def test_every_item_of_a_checklist_names_where_it_comes_from(policy: Policy) -> None:
    for checklist in policy.checklists:
        for item in checklist.items:
            origin = item.origin.model_dump(exclude_none=True)
            assert origin, item.id
            subjects = {"duty": "duties", "training": "training"}
            for kind, wanted in origin.items():
                assert wanted in policy.subject(subjects.get(kind, f"{kind}s")), item.id


RETIRED = re.compile(
    r"\be-?safety\b|ceop button|\bsexting\b|peer[- ]on[- ]peer|action fraud|thinkuknow",
    re.IGNORECASE,
)
REPLACED = "It took the place of "
"""A retired name may be said once: where its successor says what it replaced."""


def test_no_retired_word_is_used() -> None:
    used = [
        f"{said.where} {said.field}: {sentence}"
        for said in all_texts()
        if said.field != "keywords"
        for sentence in sentences(said.text)
        if RETIRED.search(sentence) and not sentence.startswith(REPLACED)
    ]
    assert used == []


GIVES_WAY = {"medical", "disability", "young-carer", "translation"}


def test_every_ban_of_a_pupils_device_gives_way_to_real_needs(policy: Policy) -> None:
    things = Tree(policy.things)
    bans = [
        rule
        for rule in policy.rules
        if Audience.PUPILS in rule.who.audience
        and not rule.about_itself
        and rule.level in {Level.NOT_ALLOWED, Level.ILLEGAL}
        and things.inside(rule.thing, "device")
    ]
    assert {"pupils-phones", "pupils-smart-watches", "pupils-earbuds"} <= set(ids(tuple(bans)))
    missing = {rule.id: sorted(GIVES_WAY - set(ids(rule.unless))) for rule in bans}
    assert {name: lacking for name, lacking in missing.items() if lacking} == {}


@pytest.mark.parametrize("thing", ["mobile-phone", "smart-watch", "earbuds", "own-laptop"])
def test_a_child_with_a_health_plan_may_use_a_device_everywhere_and_always(
    policy: Policy, thing: str
) -> None:
    book = RuleBook(policy)
    pupils = [each for each in book.people.present if each.audience is Audience.PUPILS]
    refused = [
        question
        for person in pupils
        for setting in book.space.settings
        if (question := Question(person, thing, Function.MEDICAL, *setting))
        and (found := book.answer(question).rule)
        and found.level not in {Level.ALLOWED, Level.WITH_PERMISSION}
    ]
    assert refused == []


@pytest.mark.parametrize("thing", ["mobile-phone", "own-camera", "school-camera", "school-tablet"])
@pytest.mark.parametrize("function", [Function.PHOTOGRAPH, Function.RECORD])
def test_nobody_takes_pictures_or_film_in_toilets_on_any_occasion(
    policy: Policy, thing: str, function: Function
) -> None:
    book = RuleBook(policy)
    places = [each for each in book.space.settings if each.place == "toilets-and-changing"]
    allowed = [
        question
        for person in book.people.present
        for setting in places
        if (question := Question(person, thing, function, *setting))
        and (found := book.answer(question).rule)
        and found.level is not Level.NOT_ALLOWED
    ]
    assert {each.occasion for each in places} >= {"exam", "emergency", "school-event"}
    assert allowed == []
