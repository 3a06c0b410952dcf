"""The library of ready KPIs, read from its TOML files."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from desktop.core.kpi import AddUp, Better, Kpi, Perspective, Phase
from desktop.core.period import Cadence
from desktop.core.unit import Unit, UnitKind

LANGUAGES = ("sv", "da", "en")


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadyKpi:
    """A KPI that most companies know.  Texts are by language code (sv, da, en).

    ``synonyms`` are other names for it, as exports write them; ``also`` those of languages that
    the app does not speak.  ``formula`` is over the ``id`` of
    other ready KPIs. ``units`` is the counted word of an own unit.
    """

    id: str
    names: Mapping[str, str]
    synonyms: Mapping[str, tuple[str, ...]]
    also: tuple[str, ...]
    definitions: Mapping[str, str]
    sources: Mapping[str, str]
    units: Mapping[str, str]
    unit: UnitKind
    decimals: int
    better: Better
    cadence: Cadence
    add_up: AddUp
    formula: str
    leading: bool
    phase: Phase | None
    perspective: Perspective

    def all_names(self) -> tuple[str, ...]:
        """Every name and synonym in every language, each once."""
        names = dict.fromkeys(self.names.values())
        for synonyms in self.synonyms.values():
            names.update(dict.fromkeys(synonyms))
        names.update(dict.fromkeys(self.also))
        return tuple(names)

    def kpi(self, *, language: str, currency: str) -> Kpi:
        """A KPI of the company's own, in its language and currency, not yet saved."""
        symbols = {UnitKind.CURRENCY: currency, UnitKind.OWN: self.units.get(language, "")}
        return Kpi(
            key=self.id,
            name=self.names[language],
            definition=self.definitions[language],
            unit=Unit(self.unit, symbols.get(self.unit, "")),
            decimals=self.decimals,
            better=self.better,
            cadence=self.cadence,
            add_up=self.add_up,
            formula=self.formula,
            leading=self.leading,
            phase=self.phase,
            perspective=self.perspective,
            source=self.sources[language],
        )


def read_library(folder: Path) -> tuple[ReadyKpi, ...]:
    """The ready KPIs of every TOML file in ``folder``, in the files' order.

    The files are ours: a fault in one raises KeyError, ValueError or TOMLDecodeError.
    """
    return tuple(
        _ready_kpi(ident, table)
        for path in sorted(folder.glob("*.toml"))
        for ident, table in tomllib.loads(path.read_text("utf-8")).get("kpi", {}).items()
    )


def _ready_kpi(ident: str, table: Mapping[str, Any]) -> ReadyKpi:
    texts = {language: table[language] for language in LANGUAGES}
    phase = table.get("phase")
    return ReadyKpi(
        id=ident,
        names={language: text["name"] for language, text in texts.items()},
        synonyms={language: tuple(text["synonyms"]) for language, text in texts.items()},
        also=tuple(table.get("also", ())),
        definitions={language: text["definition"] for language, text in texts.items()},
        sources={language: text["source"] for language, text in texts.items()},
        units={language: text.get("unit", "") for language, text in texts.items()},
        unit=UnitKind(table["unit"]),
        decimals=table.get("decimals", 0),
        better=Better(table.get("better", "higher")),
        cadence=Cadence(table.get("cadence", "month")),
        add_up=AddUp(table.get("add_up", "sum")),
        formula=table.get("formula", ""),
        leading=table["leading"],
        phase=Phase(phase) if phase else None,
        perspective=Perspective(table["perspective"]),
    )
