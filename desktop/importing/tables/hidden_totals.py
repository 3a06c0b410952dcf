"""A category that adds up all others without saying so: "Sweden" among North and South."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from desktop.core.stopping import watched
from desktop.importing.cells import Value
from desktop.importing.tables.column_facts import ColumnFacts, Form
from desktop.importing.tables.header_names import header_text
from desktop.importing.tables.totals import slack
from desktop.importing.values.number_columns import added
from desktop.importing.values.whole_columns import few_texts
from desktop.importing.values.words import RATE, is_total_alone, words_of

_FEWEST = 3  # periods in which it adds up, and figures in each, so that it is no coincidence
_MOST_NAMES = 40
_MOST_ROWS = 20_000
_SHOWN = 4  # parts of an example

Pieces = dict[str, float]
"""The figures of one period, by the category that they belong to."""


class HiddenTotal(NamedTuple):
    """A text in a column that adds up the other ones, with an example from the file."""

    column: ColumnFacts
    text: str
    example: str

    def rows(self) -> list[int]:
        """The places of its rows among the data rows."""
        return [at for at, value in enumerate(self.column.values) if value == self.text]


def hidden_total(facts: Sequence[ColumnFacts], period: int) -> HiddenTotal | None:
    """The category that adds up the others in every period, if there is one.

    ``period`` is the index of the column that tells the periods.
    """
    axis = next((f for f in facts if f.index == period), None)
    if axis is None or len(axis.values) > _MOST_ROWS:
        return None
    few = _places_of_some(axis.values)
    amounts = [f for f in facts if _adds(f) and f.index != period]
    for labels in (f for f in facts if f.form is Form.TEXT and f.index != period):
        names = few_texts(labels.values, _MOST_NAMES)
        if names is None or len(names) < 3 or any(map(is_total_alone, names)):
            continue
        others = [f for f in facts if f.form is Form.TEXT and f is not labels and f is not axis]
        for amount in watched(amounts, every=1):
            if _sum_of_others(_by_period(axis, labels, amount, others, few)) is None:
                continue
            held = _by_period(axis, labels, amount, others, range(len(axis.values)))
            found = _sum_of_others(held)
            if found is not None and len(held) >= _FEWEST:
                return HiddenTotal(labels, found, _example(held[-1], found))
    return None


def _adds(facts: ColumnFacts) -> bool:
    is_amount = facts.form is Form.NUMBER and not facts.is_code and bool(facts.decimal)
    return is_amount and not facts.percent and not RATE & set(words_of(facts.name))


def _places_of_some(periods: Sequence[Value]) -> list[int]:
    """The rows of the first, the middle and the last period, which tell soon that nothing adds
    up."""
    height = len(periods)
    some = {periods[at] for at in (0, height // 2, height - 1)} if height else set()
    return [at for at in watched(range(height)) if periods[at] in some]


def _by_period(
    axis: ColumnFacts,
    labels: ColumnFacts,
    amount: ColumnFacts,
    others: Sequence[ColumnFacts],
    places: Sequence[int],
) -> list[Pieces]:
    """The figures of each period, and of each set of other texts in it; three or more of them."""
    found: dict[tuple[Value, ...], Pieces] = {}
    numbers = amount.numbers()
    for at in watched(places):
        label, number, period = labels.values[at], numbers[at], axis.values[at]
        if isinstance(label, str) and number and period is not None:
            pieces = found.setdefault((period, *(texts.values[at] for texts in others)), {})
            pieces[label] = pieces.get(label, 0.0) + number
    return [pieces for pieces in found.values() if len(pieces) >= _FEWEST]


def _sum_of_others(held: Sequence[Pieces]) -> str | None:
    """The one name whose figure is the sum of all others, everywhere where there are figures."""
    fitting: set[str] | None = None
    for pieces in held:
        here = set(_sums(pieces))
        fitting = here if fitting is None else fitting & here
        if not fitting:
            return None
    return fitting.pop() if fitting and len(fitting) == 1 else None


def _sums(pieces: Pieces) -> Iterator[str]:
    whole = added(pieces.values())
    if whole is None:
        return
    near = slack(list(pieces.values()))
    yield from (name for name, number in pieces.items() if abs(whole - 2 * number) <= near)


def _example(pieces: Pieces, total: str) -> str:
    """``Nord 118 + Syd 86 = Sverige 204``."""
    parts = [f"{name} {header_text(n)}" for name, n in pieces.items() if name != total]
    shown = [*parts[:_SHOWN], "…"] if len(parts) > _SHOWN else parts
    return f"{' + '.join(shown)} = {total} {header_text(pieces[total])}"
