"""Growth loops to begin with, read from their TOML file."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import NamedTuple


class ExampleStep(NamedTuple):
    """A step by its title, and the ready KPI that shows it; empty where there is none."""

    title: str
    kpi: str


class ExampleLoop(NamedTuple):
    """A loop in one language: its key, its name, how it grows, and its ring."""

    key: str
    name: str
    text: str
    steps: tuple[ExampleStep, ...]


def read_loops(path: Path, language: str) -> tuple[ExampleLoop, ...]:
    """The loops of a TOML file in a language (sv, da, en).

    The file is ours: a fault in it raises KeyError or TOMLDecodeError.
    """
    tables = tomllib.loads(path.read_text("utf-8"))["loop"]
    return tuple(
        ExampleLoop(
            key,
            table[language]["name"],
            table[language]["text"],
            tuple(ExampleStep(step[language], step.get("kpi", "")) for step in table["steps"]),
        )
        for key, table in tables.items()
    )
