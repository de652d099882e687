"""Which words a school uses: what each placeholder stands for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from schoolpolicy.model.vocabulary import Nation, Phase, SchoolType
from schoolpolicy.reading.suggest import remedy
from schoolpolicy.reading.tree import Mapping, Mark, Scalar, Sequence, error

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from collections.abc import Mapping as MappingType

    from schoolpolicy.model.finding import Finding
    from schoolpolicy.model.term import Term, TermDefault, TermForms, TermOption

POSSESSIVE = "_possessive"
"""How a placeholder ends that says whose something is."""
LEARNERS = "learners"
"""The term for the children of the school."""
_AN = re.compile(r"[aeiouAEIO]|U[a-z]|[FHLMNRSX](?![a-z])")
"""How words begin before which "an" stands: with a vowel, or a letter that is spelt out."""


class Setting(NamedTuple):
    """What kind of school it is: this decides the words that it does not choose."""

    nation: Nation
    phase: Phase
    type: SchoolType


def setting_of(school: Mapping | None) -> Setting:
    """Return the kind of school as far as its file tells it; the school is checked later."""
    nation, phase, run_by = (
        school.text(field) if school else None for field in ("nation", "phase", "type")
    )
    return Setting(
        Nation(nation) if nation in set(Nation) else Nation.ENGLAND,
        Phase(phase) if phase in set(Phase) else Phase.PRIMARY,
        SchoolType(run_by) if run_by in set(SchoolType) else SchoolType.MAINTAINED,
    )


def capital(text: str) -> str:
    """Return a text with its first letter as a capital."""
    return text[:1].upper() + text[1:]


def article(word: str) -> str:
    """Return the article before a word: `a` or `an`."""
    return "an" if _AN.match(word) else "a"


def possessive(word: str) -> str:
    """Return whose something is: `pupils'`, `children's`, `headteacher's`."""
    return f"{word}'" if word.endswith("s") else f"{word}'s"


def forms(placeholder: TermForms, option: TermOption) -> dict[str, str]:
    """Return each placeholder of one term, and what it stands for with one of its words.

    `{{ pupil }}` and `{{ pupils }}` say the word, with an ending whose something is, and
    `{{ a_pupil }}` and `{{ the_pupil }}` bring its article.
    """
    one, many = placeholder.one, placeholder.many
    mine = option.possessive or possessive(option.one)
    ours = option.possessive_many or possessive(option.many)
    given = option.article or article(option.one)
    a, the = ("", "") if given == "none" else (f"{given} ", "the ")
    found = {
        one: option.one,
        many: option.many,
        f"{one}{POSSESSIVE}": mine,
        f"{many}{POSSESSIVE}": ours,
        f"a_{one}": f"{a}{option.one}",
        f"a_{one}{POSSESSIVE}": f"{a}{mine}",
        f"the_{one}": f"{the}{option.one}",
        f"the_{one}{POSSESSIVE}": f"{the}{mine}",
    }
    return found | {capital(key): capital(value) for key, value in found.items()}


def is_plain(key: str) -> bool:
    """Tell whether a placeholder is the bare word: no article, and not whose something is."""
    return not (key.endswith(POSSESSIVE) or key.lower().startswith(("a_", "the_")))


def right_term(name: str, words: Iterable[str]) -> str:
    """Say which placeholder was perhaps meant: among bare words, if it seems to be one."""
    return remedy(name, [each for each in words if is_plain(each) or not is_plain(name)])


def resolve_words(
    terms: Iterable[Term],
    setting: Setting,
    chosen: Mapping | None,
    also: Mapping | None,
    name: str,
) -> tuple[dict[str, str], list[Finding]]:
    """Work out what each placeholder stands for at one school.

    Args:
        terms: the terms of the model policy.
        setting: decides the words that the school did not choose.
        chosen: the `terms` field of the school's file.
        also: its `also_says` field: other words that its texts may have.
        name: the school's name, for `{{ school_name }}`.

    Returns:
        From placeholder to words, each also with a capital; and what is wrong with `chosen`
        and `also`.
    """
    by_id = {term.id: term for term in terms}
    findings: list[Finding] = []
    picks: dict[str, TermOption] = {}
    for key, mark, node in _entries(chosen):
        term = _term(by_id, key, mark, findings)
        pick = _pick(term, node, setting.nation, findings) if term else None
        if pick is not None:
            picks[key] = pick
    for key, mark, node in _entries(also):
        term = _term(by_id, key, mark, findings)
        for each in node.items if isinstance(node, Sequence) else (node,):
            if term is not None:
                _pick(term, each, setting.nation, findings)
    for term in by_id.values():
        if term.id not in picks:
            picks[term.id] = _default(term, setting, picks)
    words = {"school_name": name, "School_name": capital(name)}
    for key, term in by_id.items():
        words |= forms(term.placeholder, picks[key])
    return words, findings


def _entries(node: Mapping | None) -> Iterator[tuple[str, Mark, Scalar | Sequence | Mapping]]:
    if node is not None:
        for key, value in node.fields.items():
            yield key, node.keys[key], value


def _term(
    by_id: MappingType[str, Term], key: str, mark: Mark, findings: list[Finding]
) -> Term | None:
    """Return a term that a school's file names; if there is none, say so."""
    if key not in by_id:
        of = next((each.id for each in by_id.values() if _named(each.options, key)), None)
        findings.append(
            error(
                "read.unknown-id",
                mark,
                f'There is no term "{key}".',
                f'Did you mean "{of}"?' if of else remedy(key, by_id),
            )
        )
    return by_id.get(key)


def _pick(
    term: Term, node: Scalar | Sequence | Mapping, nation: Nation, findings: list[Finding]
) -> TermOption | None:
    """Return the option that a school's file names; if there is none, say so."""
    word = node.value if isinstance(node, Scalar) else None
    options = [each for each in term.options if not each.nations or nation in each.nations]
    pick = _named(options, word) if isinstance(word, str) else None
    if pick is None:
        problem, hint = _no_word(term, node, options)
        findings.append(error("read.unknown-word", node.mark, problem, hint))
    return pick


def _no_word(
    term: Term, node: Scalar | Sequence | Mapping, options: list[TermOption]
) -> tuple[str, str]:
    """Say what is wrong with what should be a word for a term, and what to write."""
    known = [choosable(term, each) for each in options]
    choose = f"Choose one of: {', '.join(sorted(known))}."
    word = node.value if isinstance(node, Scalar) else None
    if word is None:
        said = "has no word" if isinstance(node, Scalar) else "takes one word"
        return f'"{term.id}" {said}.', choose
    other = _named(term.options, str(word))
    if other is not None:
        where = " and ".join(each.value.replace("-", " ").title() for each in other.nations)
        return f'"{word}" is a word of {where}.', choose
    return f'"{word}" is not a word for {term.meaning}.', remedy(str(word), known, choose)


def choosable(term: Term, option: TermForms) -> str:
    """Return how a school writes a word that it chooses: children, but headteacher."""
    return option.many if term.id in {term.placeholder.many, LEARNERS} else option.one


def _named(options: Iterable[TermOption], word: str) -> TermOption | None:
    return next((option for option in options if word in (option.one, option.many)), None)


def _default(term: Term, setting: Setting, picks: MappingType[str, TermOption]) -> TermOption:
    for rule in term.defaults:
        if _fits(rule, setting, picks):
            return _named(term.options, rule.use) or term.options[0]
    return term.options[0]


def _fits(rule: TermDefault, setting: Setting, picks: MappingType[str, TermOption]) -> bool:
    return (
        (not rule.nations or setting.nation in rule.nations)
        and (not rule.phases or setting.phase in rule.phases)
        and (not rule.types or setting.type in rule.types)
        and all(
            key in picks and word in (picks[key].one, picks[key].many)
            for key, word in rule.words.items()
        )
    )
