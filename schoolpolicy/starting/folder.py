"""Writes the folder of a new school from its answers."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import jinja2

from schoolpolicy.model.base import UNDECIDED
from schoolpolicy.model.term import written
from schoolpolicy.model.vocabulary import Nation, Phase, SchoolType
from schoolpolicy.publish.swap import replacing
from schoolpolicy.reading.terms import Setting
from schoolpolicy.starting.questions import TRUST, WORDS, settled_by_trust
from schoolpolicy.starting.years import parse_years

if TYPE_CHECKING:
    from collections.abc import Mapping

    from schoolpolicy.starting.model_policy import ModelPolicy

TEMPLATES = Path(__file__).parent / "templates"
NAMES = ("school.yml",)


def write_school(folder: Path, model: ModelPolicy, answers: Mapping[str, str]) -> list[Path]:
    """Write the files of a new school, and return them.

    Args:
        folder: the school's folder; it must not be there yet.
        model: what there is to choose from.
        answers: the answer to each question, by its key.

    Raises:
        FileExistsError: the folder is there already.
    """
    if folder.exists():
        raise FileExistsError(folder)
    setting = Setting(
        Nation(answers["nation"]), Phase(answers["phase"]), SchoolType(answers["type"])
    )
    settled = settled_by_trust(model, answers)
    words = {key: answers[key] for key in WORDS}
    titles = model.role_titles(setting, words)
    values = {
        "answers": answers,
        "settled": settled,
        "trust": answers[TRUST] if answers.get(TRUST) in model.trusts else None,
        "years": parse_years(answers["years"], model.years()),
        "words": {key: answers[key] for key in WORDS if f"terms.{key}" not in settled},
        "choices": [
            {
                "id": choice.id,
                "question": choice.question,
                "options": [(written(each.value), each.label) for each in choice.options],
                "suggested": None if choice.suggested is None else written(choice.suggested),
                "decider": titles.get(choice.decided_by, choice.decided_by),
                "answer": answers.get(choice.id, UNDECIDED),
            }
            for choice in model.choices_for(setting, words)
            if f"choices.{choice.id}" not in settled
        ],
    }
    templates = jinja2.Environment(
        loader=jinja2.FileSystemLoader(TEMPLATES),
        autoescape=False,  # noqa: S701 -- it writes YAML; values are quoted as JSON is
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    templates.filters["quoted"] = lambda text: json.dumps(text, ensure_ascii=False)
    with replacing(folder) as fresh:
        for name in NAMES:
            text = templates.get_template(f"{name}.jinja").render(values)
            (fresh / name).write_text(text, encoding="utf-8")
    return [folder / name for name in NAMES]
