"""Charts of accounts: which accounts make which line of the income statement and balance sheet."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

from desktop.core.account_ranges import AccountRange, read_ranges
from desktop.core.faults import NotAllowed
from desktop.core.kpi import Better
from desktop.core.message import msg
from desktop.core.resources import resource

LANGUAGES = ("sv", "da", "en")


class AccountKind(StrEnum):
    """What a line counts.  A ledger writes income and debt as credit, that is negative."""

    INCOME = "income"
    COST = "cost"
    ASSET = "asset"
    DEBT = "debt"

    @property
    def sign(self) -> int:
        """What makes a ledger's amounts the positive figures that people speak of."""
        return -1 if self in (AccountKind.INCOME, AccountKind.DEBT) else 1

    @property
    def is_level(self) -> bool:
        """Whether it is a balance at the end of a period rather than a sum over it."""
        return self in (AccountKind.ASSET, AccountKind.DEBT)


@dataclass(frozen=True, slots=True)
class AccountLine:
    """One line: its own accounts, or the ``parts`` that it adds up (by their keys).

    ``kpi`` is the ready KPI that it is, if any; ``words`` are parts of account names that speak
    for it.
    """

    key: str
    kind: AccountKind
    names: Mapping[str, str]
    ranges: tuple[AccountRange, ...] = ()
    parts: tuple[str, ...] = ()
    kpi: str = ""
    words: tuple[str, ...] = ()

    @property
    def better(self) -> Better:
        """Lower for costs, debts and what customers owe; higher for income and money."""
        lower = self.kind in (AccountKind.COST, AccountKind.DEBT)
        return Better.LOWER if lower or self.key in ("receivables", "inventory") else Better.HIGHER


@dataclass(frozen=True, slots=True)
class AccountChart:
    """A chart of accounts that many companies of a country use, or its edited copy."""

    id: str
    name: str
    language: str
    currency: str
    lines: tuple[AccountLine, ...]

    def line(self, key: str) -> AccountLine:
        return next(line for line in self.lines if line.key == key)

    @property
    def own_lines(self) -> tuple[AccountLine, ...]:
        """The lines with accounts of their own, which can be edited."""
        return tuple(line for line in self.lines if not line.parts)

    def ranges_of(self, line: AccountLine) -> tuple[AccountRange, ...]:
        """All accounts that a line counts, those of its parts too."""
        if not line.parts:
            return line.ranges
        return tuple(each for key in line.parts for each in self.line(key).ranges)

    def line_of(self, account: str) -> AccountLine | None:
        """The line with own accounts that an account number belongs to.

        Companies lengthen the numbers of a chart: 30101 counts as 3010 where no range has five
        digits, and 301 as 3010 where none has three.
        """
        lengths = {len(each.first) for line in self.lines for each in line.ranges}
        if not lengths:
            return None
        if len(account) not in lengths:
            shorter = [length for length in lengths if length < len(account)]
            length = max(shorter) if shorter else min(lengths)
            account = account[:length].ljust(length, "0")
        return next(
            (line for line in self.lines if any(account in each for each in line.ranges)), None
        )


def with_ranges(chart: AccountChart, texts: Mapping[str, str], language: str) -> AccountChart:
    """The chart with other ranges for some of its lines, as texts by their keys.

    Raises :class:`NotAllowed`, in words for readers of ``language``, for a text that is no list
    of ranges and for an account that two lines would count.
    """
    lines = []
    for line in chart.lines:
        if line.key in texts and not line.parts:
            try:
                line = replace(line, ranges=read_ranges(texts[line.key]))
            except NotAllowed as fault:
                name = line.names[language]
                raise NotAllowed(
                    msg("{line}: {reason}", line=name, reason=fault.message)
                ) from fault
        lines.append(line)
    _check_overlap(lines, language)
    return replace(chart, lines=tuple(lines))


def _check_overlap(lines: Sequence[AccountLine], language: str) -> None:
    taken = [(each, place) for place, line in enumerate(lines) for each in line.ranges]
    taken.sort(key=lambda pair: pair[0].place)
    for (one, mine), (other, theirs) in pairwise(taken):
        if mine != theirs and (shared := one.meets(other)) != "":
            raise NotAllowed(
                msg(
                    "Account {account} cannot count both as {one} and as {other}.",
                    account=shared,
                    one=lines[mine].names[language],
                    other=lines[theirs].names[language],
                )
            )


@cache
def standard_charts() -> tuple[AccountChart, ...]:
    """The charts that come with the program, BAS first."""
    return read_charts(resource("accounts", "charts.toml"))


def read_charts(path: Path) -> tuple[AccountChart, ...]:
    """The charts of a TOML file.

    The file is ours: a fault in it raises KeyError, ValueError or TOMLDecodeError.
    """
    data = tomllib.loads(path.read_text("utf-8"))
    lines = [_line(key, table) for key, table in data["line"].items()]
    return tuple(_chart(ident, table, lines) for ident, table in data["chart"].items())


def _line(key: str, table: Mapping[str, Any]) -> AccountLine:
    return AccountLine(
        key,
        AccountKind(table["kind"]),
        {language: table[language] for language in LANGUAGES},
        parts=tuple(table.get("parts", ())),
        kpi=table.get("kpi", ""),
        words=tuple(table.get("words", ())),
    )


def _chart(ident: str, table: Mapping[str, Any], lines: Sequence[AccountLine]) -> AccountChart:
    chart = AccountChart(ident, table["name"], table["language"], table["currency"], tuple(lines))
    return with_ranges(chart, table["ranges"], chart.language)
