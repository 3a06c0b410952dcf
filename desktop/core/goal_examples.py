"""Goals as examples: the same one from vague to clear, and objectives with their key results."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import NamedTuple

from desktop.core.smart import Letter


class SmartExample(NamedTuple):
    """A goal as it is first said, and what each letter makes of it."""

    name: str
    vague: str
    rungs: tuple[tuple[Letter, str], ...]


class OkrExample(NamedTuple):
    """An objective and the numbers that show it."""

    name: str
    objective: str
    key_results: tuple[str, ...]


class GoalExamples(NamedTuple):
    """The examples of one language."""

    smart: tuple[SmartExample, ...]
    okr: tuple[OkrExample, ...]


def read_examples(path: Path, language: str) -> GoalExamples:
    """The examples of a TOML file in a language (sv, da, en).

    The file is ours: a fault in it raises KeyError or TOMLDecodeError.
    """
    tables = tomllib.loads(path.read_text("utf-8"))
    return GoalExamples(
        smart=tuple(_smart(example[language]) for example in tables["smart"].values()),
        okr=tuple(
            OkrExample(text["name"], text["objective"], tuple(text["key_results"]))
            for text in (example[language] for example in tables["okr"].values())
        ),
    )


def _smart(text: dict[str, str]) -> SmartExample:
    rungs = tuple((letter, text[letter.name.lower()]) for letter in Letter)
    return SmartExample(text["name"], text["vague"], rungs)
