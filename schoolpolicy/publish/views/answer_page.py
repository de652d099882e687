"""Makes the page of answers about one thing or activity."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from schoolpolicy.model.scope import ANYWHERE
from schoolpolicy.model.vocabulary import Audience, Function, Level
from schoolpolicy.publish.views.answer_people import PeopleNames, audiences_name
from schoolpolicy.publish.views.answer_places import Settings
from schoolpolicy.publish.views.answer_sayings import sayings
from schoolpolicy.publish.views.answer_shapes import After, Entry, Section, Size
from schoolpolicy.publish.views.answer_words import (
    NO_ANSWER,
    answer_sentence,
    need_words,
    other_details,
    question_sentence,
)
from schoolpolicy.publish.views.levels import look
from schoolpolicy.publish.views.phrases import capital
from schoolpolicy.publish.views.setting_words import ELSEWHERE, place_words, where_words
from schoolpolicy.publish.views.use_words import DO, is_activity
from schoolpolicy.rules.space import Setting
from schoolpolicy.rules.words import inside, listed

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Collection, Iterable, Sequence

    from schoolpolicy.model.response import Response
    from schoolpolicy.model.rule import Rule
    from schoolpolicy.publish.views.answer_places import Placed
    from schoolpolicy.publish.views.answer_wins import Win
    from schoolpolicy.rules.answer import RuleBook
    from schoolpolicy.rules.ladders import Ladders
    from schoolpolicy.rules.people import Person

NO_OTHER = f"If none of these answers fits: {inside(NO_ANSWER)}"
"""What is said where rules answer some questions only."""

MANY = 3
"""How many other places and times are named; of more it is only said that there are some."""


_YES_OR_NO = frozenset(
    {Level.MUST, Level.ALLOWED, Level.ADVISED_AGAINST, Level.NOT_ALLOWED, Level.ILLEGAL}
)


@dataclass(frozen=True)
class _Draft:
    """An entry before it has its words."""

    rule: Rule
    begins: dt.date | None
    placed: Placed
    but: str | None

    @property
    def where(self) -> Setting:
        """The setting as readers are told it: in a zone, that of the rule."""
        setting = self.placed.asked.setting
        if self.rule.zone is None:
            return setting
        return Setting(self.rule.place, self.rule.time, setting.occasion)


class PageMaker:
    """Makes the sections of one page."""

    def __init__(self, book: RuleBook, ladders: Ladders, thing: str, wins: tuple[Win, ...]) -> None:
        """Take what the page is made from.

        Args:
            book: the rules.
            ladders: what follows if they are not kept.
            thing: what the page is about.
            wins: which rules win for it, and where.
        """
        self._book = book
        self._ladders = ladders
        self._policy = book.policy
        self._space = book.space
        self._names = PeopleNames(book.policy, book.people)
        self._settings = Settings(book.policy, book.space)
        self._thing = thing
        self._wins = wins
        self._used: set[str] = set()
        self._places = list(book.space.places)
        self._times = list(book.space.times)

    def sections(self) -> tuple[Section, ...]:
        """Return a section for each group of audiences that get the same answers.

        Those whom no rule answers come last.
        """
        alike: dict[object, list[Audience]] = {}
        for audience in Audience:
            people = self._names.everybody((audience,))
            if people:
                alike.setdefault(self._answers(people), []).append(audience)
        found = [self._section(tuple(audiences)) for audiences in alike.values()]
        return tuple(sorted(found, key=lambda section: not section.entries))

    def _answers(self, people: Sequence[Person]) -> frozenset[object]:
        """Return all answers for some people, such that those of others can be the same."""
        found: set[object] = set()
        for win in self._wins:
            mine: dict[tuple[Function, int], list[Person]] = {}
            for cell, won in win.among(people).cells.items():
                mine.setdefault((cell.function, won), []).append(cell.person)
            rule = win.rule.id if win.rule else None
            found |= {
                (rule, win.begins, *use, None if len(some) == len(people) else tuple(some))
                for use, some in mine.items()
            }
        return frozenset(found)

    def _section(self, audiences: tuple[Audience, ...]) -> Section:
        people = self._names.everybody(audiences)
        wins = [mine for win in self._wins if (mine := win.among(people)).cells]
        rules = [win.rule for win in wins if win.rule is not None]
        several = any(each.place != ANYWHERE and Function.ANY in each.function for each in rules)
        drafts = [
            _Draft(win.rule, win.begins, placed, self._but(win, win.rule, placed, wins))
            for win in wins
            if win.rule is not None
            for placed in self._settings.placed(self._thing, win.rule, win, several=several)
        ]
        drafts.sort(key=self._order)
        gap = NO_OTHER if len(rules) < len(wins) else None
        return Section(
            "for-" + "-".join(audiences) if len(audiences) < len(Audience) else "for-everyone",
            capital(audiences_name(self._policy, audiences, "Everyone", "All adults")),
            audiences,
            tuple(self._entry(draft, audiences) for draft in drafts),
            gap if drafts else NO_ANSWER,
        )

    def _order(self, draft: _Draft) -> tuple[object, ...]:
        asked = draft.placed.asked
        return (
            asked.setting.occasion is not None,
            list(Function).index(asked.functions[0]),
            draft.rule.zone is not None,
            not draft.placed.first,
            draft.placed.elsewhere,
            self._places.index(asked.setting.place),
            self._times.index(asked.setting.time),
            draft.begins is not None,
            -len(asked.people),
            draft.rule.id,
            str(draft.begins),
        )

    def _but(self, win: Win, rule: Rule, placed: Placed, wins: Iterable[Win]) -> str | None:
        """Say where, within what is asked, a rule with another verdict answers."""
        asked = placed.asked
        claimed = self._settings.claimed(rule, asked.setting)
        cells = [
            cell
            for cell in win.cells
            if cell.person in asked.people and cell.function in asked.functions
        ]
        if win.begins is not None:
            return None
        found: list[str] = []
        for other in wins:
            if other.rule is None or other.begins or other.rule.verdict == rule.verdict:
                continue
            if placed.elsewhere and other.rule.place != ANYWHERE:
                continue
            if any(other.cells.get(cell, 0) & claimed for cell in cells):
                found.append(self._narrower(other.rule, asked.setting))
        named = list(dict.fromkeys(found))
        if not named:
            return None
        if len(named) > MANY or not all(named):
            return "Other answers here come first at some places or times."
        some = "Another answer comes" if len(named) == 1 else "Other answers come"
        return f"{some} first{listed(named)}.".replace(" and  ", " and ").replace(",  ", ", ")

    def _narrower(self, rule: Rule, setting: Setting) -> str:
        """Return where and when a rule holds, as far as that is narrower than a setting."""
        place = ANYWHERE if rule.place == setting.place else rule.place
        time = rule.time if rule.time != setting.time else Setting().time
        return where_words(self._policy, Setting(place, time), zone=rule.zone)

    def _entry(self, draft: _Draft, audiences: tuple[Audience, ...]) -> Entry:
        policy, rule, asked = self._policy, draft.rule, draft.placed.asked
        audience = asked.people[0].audience
        general = asked.functions[0] if len(asked.functions) == 1 else Function.ANY
        where = where_words(policy, draft.where, general, rule.zone)
        if draft.placed.elsewhere:
            where = f"{ELSEWHERE}{where}"
        size = Size.FULL if rule.thing == self._thing else Size.SHORT
        if rule.id in self._used:
            size = Size.LINE
        everyone = "everyone" if is_activity(policy, self._thing) else "anyone"
        who = self._names.of(rule, asked.people, audiences, everyone)
        whole = len(asked.people) == len(self._names.everybody(audiences))
        sentence = answer_sentence(policy, asked.first, rule, where=where, doing=asked.functions)
        return Entry(
            id=self._address(rule, audience),
            rule=rule,
            asked=asked,
            question=question_sentence(
                # Of a rule about the thing itself nobody is named, if it holds for all.
                policy,
                asked.first,
                rule if whole else None,
                who,
                where,
                asked.functions,
            ),
            sentence=sentence,
            brief=sentence if _tells_more(rule) else f"{sentence.partition('. ')[0]}.",
            but=draft.but,
            look=look(rule.level, audience),
            sayings=sayings(policy, rule.pupils, rule.plain, asked.people, rule),
            needs=need_words(rule),
            details=other_details(policy, rule),
            wider=self._wider(draft),
            after=self._after(draft) if size is Size.FULL else (),
            size=size,
            begins=draft.begins,
            ends=rule.effective_until,
        )

    def _wider(self, draft: _Draft) -> str | None:
        """Say how far a rule holds that was asked about at one place or time only."""
        rule, setting = draft.rule, draft.where
        same = (rule.place, rule.time) == (setting.place, setting.time)
        if same and not draft.placed.elsewhere:
            return None
        where = "" if rule.place == ANYWHERE else f"{place_words(self._policy, rule.place)},"
        return f"This holds{where} wherever no other answer here says more."

    def _address(self, rule: Rule, audience: Audience) -> str:
        """Return the rule's id; where the page has shown it already, with the audience.

        No id has two hyphens in a row, so that the two cannot be the same.
        """
        found, number = rule.id, 1
        while found in self._used:
            found = f"{rule.id}--{audience.value}" + (f"-{number}" if number > 1 else "")
            number += 1
        self._used.add(found)
        return found

    def _after(self, draft: _Draft) -> tuple[After, ...]:
        """Return what follows for each use for which a rule wins."""
        if not draft.rule.binds:
            return ()
        people: dict[str, list[Person]] = {}
        uses: dict[str, list[Function]] = {}
        records: dict[str, Response] = {}
        for cell in draft.placed.won:
            question = replace(draft.placed.asked.first, **cell._asdict())
            for response in self._ladders.responses(question):
                records[response.id] = response
                people.setdefault(response.id, []).append(cell.person)
                uses.setdefault(response.id, []).append(cell.function)
        return tuple(
            After(
                name,
                self._about(draft, dict.fromkeys(people[name]), dict.fromkeys(uses[name])),
                sayings(self._policy, records[name].pupils, records[name].plain, people[name]),
            )
            for name in records
        )

    def _about(
        self, draft: _Draft, people: Collection[Person], uses: Collection[Function]
    ) -> str | None:
        """Return for whom and what use a ladder is, where it is not for all that is asked."""
        asked = draft.placed.asked
        audiences = list(dict.fromkeys(each.audience for each in people))
        found = []
        if len(people) < len(asked.people):
            found.append(self._names.of(draft.rule, people, audiences, "anyone"))
        if not set(asked.functions) <= set(uses):
            found.append(listed((DO[each].format(thing="it") for each in uses), "or"))
        return ": ".join(found) or None


def _tells_more(rule: Rule) -> bool:
    """Tell whether the answer is more than yes or no."""
    return rule.about_itself or rule.level not in _YES_OR_NO
