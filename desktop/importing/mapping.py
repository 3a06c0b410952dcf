"""How the columns of a table feed KPIs; remembered as JSON for the next file of its shape."""

from __future__ import annotations

import json
from collections.abc import Mapping as AnyMapping
from dataclasses import asdict, dataclass, fields, replace
from enum import StrEnum
from typing import Any

from desktop.core.kpi import AddUp, Better, Kpi, Perspective, Phase
from desktop.core.period import Cadence
from desktop.core.unit import Unit, UnitKind


class Gather(StrEnum):
    """How the rows of one period make its value."""

    SUM = "sum"
    COUNT = "count"
    DISTINCT = "distinct"
    MEAN = "mean"
    LAST = "last"


@dataclass(frozen=True, slots=True)
class Rule:
    """One KPI and where its values come from.

    ``column`` names a column of a long table or a row of a wide one; ``more`` are others added to
    it: money in and money out, or the years of a table by month.  Only rows count whose columns
    hold what ``filters`` say.  ``sign`` is -1 where the file writes income as negative.
    ``factor`` is 1,000 where it writes thousands.
    """

    kpi_id: int | None
    new_kpi: Kpi | None
    column: str
    add_up: Gather = Gather.SUM
    filters: tuple[tuple[str, str], ...] = ()
    sign: int = 1
    factor: float = 1.0
    more: tuple[str, ...] = ()

    @property
    def columns(self) -> tuple[str, ...]:
        return (self.column, *self.more)

    @property
    def names(self) -> tuple[str, ...]:
        """Every column that the rule leans on, those of its filters too."""
        return tuple(dict.fromkeys((*self.columns, *(name for name, _ in self.filters))))

    def renamed(self, names: AnyMapping[str, str]) -> Rule:
        """The rule for a file that has these new names, by the old ones."""
        return replace(
            self,
            column=names.get(self.column, self.column),
            more=tuple(names.get(name, name) for name in self.more),
            filters=tuple((names.get(name, name), text) for name, text in self.filters),
        )


@dataclass(frozen=True, slots=True)
class Mapping:
    """The rules for tables of one shape, and the answers to what such files leave open."""

    shape: str
    rules: tuple[Rule, ...]
    answers: AnyMapping[str, str]

    def to_json(self) -> str:
        return json.dumps(
            {"rules": [_rule_out(rule) for rule in self.rules], "answers": dict(self.answers)},
            ensure_ascii=False,
        )

    @classmethod
    def from_json(cls, shape: str, text: str) -> Mapping:
        """The opposite of :meth:`to_json`; raises ValueError or KeyError for anything else."""
        data = json.loads(text)
        rules = tuple(_rule_in(item) for item in data["rules"])
        return cls(shape, rules, {str(k): str(v) for k, v in data.get("answers", {}).items()})


def _rule_out(rule: Rule) -> dict[str, Any]:
    return {
        "kpi_id": rule.kpi_id,
        "new_kpi": None if rule.new_kpi is None else _kpi_out(rule.new_kpi),
        "column": rule.column,
        "more": list(rule.more),
        "add_up": rule.add_up.value,
        "filters": [list(pair) for pair in rule.filters],
        "sign": rule.sign,
        "factor": rule.factor,
    }


def _rule_in(item: AnyMapping[str, Any]) -> Rule:
    new_kpi = item.get("new_kpi")
    return Rule(
        kpi_id=item["kpi_id"],
        new_kpi=None if new_kpi is None else _kpi_in(new_kpi),
        column=item["column"],
        add_up=Gather(item["add_up"]),
        filters=tuple((str(column), str(text)) for column, text in item.get("filters", ())),
        sign=-1 if item.get("sign") == -1 else 1,
        factor=float(item.get("factor", 1.0)),
        more=tuple(map(str, item.get("more", ()))),
    )


def _kpi_out(kpi: Kpi) -> dict[str, Any]:
    found = asdict(kpi)
    found["unit"] = [kpi.unit.kind.value, kpi.unit.symbol]
    return found


def _kpi_in(item: AnyMapping[str, Any]) -> Kpi:
    known = {field.name for field in fields(Kpi)}
    values = {name: value for name, value in item.items() if name in known}
    kind, symbol = values["unit"]
    values["unit"] = Unit(UnitKind(kind), symbol)
    values["better"] = Better(values["better"])
    values["cadence"] = Cadence(values["cadence"])
    values["add_up"] = AddUp(values["add_up"])
    values["phase"] = Phase(values["phase"]) if values.get("phase") else None
    perspective = values.get("perspective")
    values["perspective"] = Perspective(perspective) if perspective else None
    return Kpi(**values)
