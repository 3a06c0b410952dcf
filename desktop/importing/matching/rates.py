"""Columns of rates that are two other columns divided: CTR beside clicks and impressions.

Such a column is no good by itself, since the rows of a period would all weigh the same.  That two
columns make it is seen from the figures: nearly every row agrees to the last digit shown.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import inf

from desktop.core.kpi import AddUp
from desktop.core.message import Message, msg
from desktop.core.unit import UnitKind
from desktop.importing.cells import Sheet
from desktop.importing.matching.sampling import measures, numbers_at, sample_rows
from desktop.importing.tables.recognition import Column, Table
from desktop.importing.values.rate_words import fits, is_about
from desktop.importing.values.words import UNIQUE, words_of

_FACTORS = (1.0, 1000.0, 100.0)  # CPM is the cost of a thousand
_AGREE = 0.9  # of the rows, to the last digit
_NEAR = 0.8  # of the rows, within a tenth, where the names say the rest
_FEWEST = 3  # different rates, unless the names say the same
_MOST_COLUMNS = 40
_PROBE = 16  # rows for a first look

Numbers = Sequence[float | None]


@dataclass(frozen=True, slots=True)
class Division:
    """``top`` divided by ``under`` and multiplied by ``factor`` is what the column holds."""

    top: str
    under: str
    factor: float
    reason: Message
    remark: Message | None = None


def divisions(table: Table, sheet: Sheet) -> dict[str, Division]:
    """What each column of rates is made of, by its name, where that is in the table."""
    rows = sample_rows(table)
    columns = measures(table)[:_MOST_COLUMNS]
    if len(columns) < _FEWEST:
        return {}
    numbers = {column.name: numbers_at(sheet, column, rows) for column in columns}
    found = {}
    for rate in columns:
        if rate.add_up is AddUp.MEAN:
            parts = [c for c in columns if c is not rate and _may_be_part(c)]
            division = _of(rate, parts, numbers)
            if division is not None:
                found[rate.name] = division
    return found


def _may_be_part(column: Column) -> bool:
    """Whether what a column adds up to means something; people reached nearly do."""
    if column.add_up is AddUp.MEAN and not UNIQUE.intersection(words_of(column.name)):
        return False
    return not _is_share(column)


def _is_share(column: Column) -> bool:
    return column.unit is not None and column.unit.kind is UnitKind.PERCENT


@dataclass(frozen=True, slots=True)
class _Try:
    top: Column
    under: Column
    factor: float
    agree: float  # the share of rows that agree to the last digit
    near: float  # the share within a tenth
    error: float


def _of(rate: Column, parts: Sequence[Column], numbers: Mapping[str, Numbers]) -> Division | None:
    tries = list(_tries(rate, parts, numbers))
    exact = [each for each in tries if each.agree >= _AGREE]
    best = min(exact, key=lambda t: (-_support(rate, t), t.error), default=None)
    if best is not None and (_support(rate, best) or _is_telling(numbers[rate.name])):
        reason = msg(
            "“{column}” is “{top}” divided by “{under}”, as the rows show. A period divides their "
            "sums.",
            column=rate.name,
            top=best.top.name,
            under=best.under.name,
        )
        return Division(best.top.name, best.under.name, best.factor, reason)
    near = [t for t in tries if t.near >= _NEAR and fits(rate.name, t.top.name, t.under.name)]
    best = min(near, key=lambda t: t.error, default=None)
    if best is None:
        return None
    reason = msg(
        "“{column}” is “{top}” divided by “{under}”, by their names.",
        column=rate.name,
        top=best.top.name,
        under=best.under.name,
    )
    remark = msg(
        "The file’s own “{column}” differs a little from “{top}” divided by “{under}”.",
        column=rate.name,
        top=best.top.name,
        under=best.under.name,
    )
    return Division(best.top.name, best.under.name, best.factor, reason, remark)


def _support(rate: Column, tried: _Try) -> int:
    """How much the names speak for it: 2 where both do, 1 where the upper one does."""
    if fits(rate.name, tried.top.name, tried.under.name):
        return 2
    return int(is_about(rate.name, tried.top.name))


def _tries(rate: Column, parts: Sequence[Column], numbers: Mapping[str, Numbers]) -> Iterator[_Try]:
    rates = numbers[rate.name]
    slack = _half_a_digit(rates)
    factors = (1.0,) if _is_share(rate) else _FACTORS
    filled = [place for place, number in enumerate(rates) if number]
    probe = filled[:: len(filled) // _PROBE + 1]
    for top in parts:
        for under in parts:
            if top is under:
                continue
            tops, unders = numbers[top.name], numbers[under.name]
            near = [f for f in factors if _is_near(_pairs(rates, tops, unders, probe), f, slack)]
            rows = _pairs(rates, tops, unders, range(len(rates))) if near else []
            told = len({r for r, _ in rows if r})
            if told < _FEWEST and not (told and fits(rate.name, top.name, under.name)):
                continue
            for factor in near:
                errors = [abs(r - ratio * factor) for r, ratio in rows]
                agree = sum(error <= slack for error in errors) / len(rows)
                close = [e <= 0.1 * abs(r) + slack for e, (r, _) in zip(errors, rows, strict=True)]
                yield _Try(
                    top, under, factor, agree, sum(close) / len(rows), sum(errors) / len(rows)
                )


def _pairs(
    rates: Numbers, tops: Numbers, unders: Numbers, places: Iterable[int]
) -> list[tuple[float, float]]:
    """The rate of each row and what its two figures make, where all three are there."""
    return [
        (r, a / b)
        for at in places
        if (r := rates[at]) is not None and (a := tops[at]) is not None and (b := unders[at])
    ]


def _is_near(rows: Sequence[tuple[float, float]], factor: float, slack: float) -> bool:
    """A first look at a few rows, since most pairs of columns have nothing to do with a rate."""
    close = sum(abs(r - ratio * factor) <= 0.1 * abs(r) + slack for r, ratio in rows)
    return 2 * close >= len(rows) > 0


def _half_a_digit(numbers: Numbers) -> float:
    """Half of the last digit that any of the numbers shows."""
    decimals = max((_decimals(n) for n in numbers if n is not None), default=0)
    return 0.5 * 10.0**-decimals * 1.001 + 1e-9


def _decimals(number: float) -> int:
    text = f"{number:.9f}".rstrip("0")
    return len(text) - text.index(".") - 1


def _is_telling(numbers: Numbers) -> bool:
    """Whether the digits shown are fine enough for an agreement to be no accident."""
    smallest = min((abs(n) for n in numbers if n), default=inf)
    return _half_a_digit(numbers) <= 0.02 * smallest
