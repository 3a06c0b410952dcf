"""How the columns of a table feed KPIs; remembered as JSON for the next file of its shape."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
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
    RATIO = "ratio"  # the sum of one column divided by the sum of another


class Running(StrEnum):
    """Whether a column holds the total so far instead of each period's own figure."""

    NO = ""
    YEAR = "year"  # since the year began: 120, 250, 390, and in January from nothing again
    START = "start"  # since some first day, never from nothing again


Pairs = tuple[tuple[str, str], ...]
"""Names of columns with a text that their cells hold."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One KPI and where its values come from.

    ``column`` names a column of a long table or a row of a wide one; ``more`` are others added to
    it (the years of a table by month) and ``less`` others taken from it (debit less credit).  A
    ratio divides by ``over``, of which ``over_by`` sums the rows or counts them.  Only rows count
    whose columns hold what ``filters`` say, and none of what ``without`` says; rows that hold any
    of ``minus`` count with the opposite sign.  ``sign`` is -1 where the file writes income as
    negative.  ``factor`` is 1,000 where it writes thousands.  ``date`` is the column of dates that
    counts, where it is not the table's own.  ``once`` names what a figure is about, where the rows
    repeat it: the total of an order on each of its lines counts once for each order.
    """

    kpi_id: int | None
    new_kpi: Kpi | None
    column: str
    add_up: Gather = Gather.SUM
    filters: Pairs = ()
    sign: int = 1
    factor: float = 1.0
    more: tuple[str, ...] = ()
    less: tuple[str, ...] = ()
    over: str = ""
    over_by: Gather = Gather.SUM
    without: Pairs = ()
    minus: Pairs = ()
    date: str = ""
    running: Running = Running.NO
    once: str = ""

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns whose cells make the values."""
        return (self.column, *self.more, *self.less, *filter(None, (self.over,)))

    @property
    def needed(self) -> tuple[str, ...]:
        """Every column that a table must have for this rule, each once."""
        texts = (name for name, _ in (*self.filters, *self.without, *self.minus))
        others = filter(None, (self.date, self.once))
        return tuple(dict.fromkeys((*self.columns, *texts, *others)))

    def renamed(self, again: Callable[[str], str]) -> Rule:
        """The rule for a file that calls its columns by other names."""

        def pairs(old: Pairs) -> Pairs:
            return tuple((again(name), text) for name, text in old)

        return replace(
            self,
            column=again(self.column),
            more=tuple(map(again, self.more)),
            less=tuple(map(again, self.less)),
            over=again(self.over) if self.over else "",
            date=again(self.date) if self.date else "",
            once=again(self.once) if self.once else "",
            filters=pairs(self.filters),
            without=pairs(self.without),
            minus=pairs(self.minus),
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
        "less": list(rule.less),
        "over": rule.over,
        "over_by": rule.over_by.value,
        "add_up": rule.add_up.value,
        "filters": [list(pair) for pair in rule.filters],
        "without": [list(pair) for pair in rule.without],
        "minus": [list(pair) for pair in rule.minus],
        "sign": rule.sign,
        "factor": rule.factor,
        "date": rule.date,
        "running": rule.running.value,
        "once": rule.once,
    }


def _rule_in(item: AnyMapping[str, Any]) -> Rule:
    new_kpi = item.get("new_kpi")
    return Rule(
        kpi_id=item["kpi_id"],
        new_kpi=None if new_kpi is None else _kpi_in(new_kpi),
        column=item["column"],
        add_up=Gather(item["add_up"]),
        filters=_pairs_in(item.get("filters", ())),
        sign=-1 if item.get("sign") == -1 else 1,
        factor=float(item.get("factor", 1.0)),
        more=tuple(map(str, item.get("more", ()))),
        less=tuple(map(str, item.get("less", ()))),
        over=str(item.get("over", "")),
        over_by=Gather(item.get("over_by", Gather.SUM)),
        without=_pairs_in(item.get("without", ())),
        minus=_pairs_in(item.get("minus", ())),
        date=str(item.get("date", "")),
        running=Running(item.get("running", Running.NO)),
        once=str(item.get("once", "")),
    )


def _pairs_in(items: Iterable[Iterable[Any]]) -> Pairs:
    return tuple((str(column), str(text)) for column, text in items)


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
