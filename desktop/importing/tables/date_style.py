"""How the written dates and periods of a column are read, and why."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from desktop.core.message import Message, msg
from desktop.importing.tables.asking import Asking
from desktop.importing.tables.column_facts import day_text, written_days
from desktop.importing.tables.preamble import Facts
from desktop.importing.tables.week_numbers import WeekNumbers
from desktop.importing.values.dates import OrderDecision, orders_of
from desktop.importing.values.marks import plain
from desktop.importing.values.periods import Style, parse_period, year_and_week
from desktop.importing.values.stamps import Grain, Part, Stamp

_FISCAL = re.compile(r"(\d{4})[-/](\d{2})")


class DateStyles:
    """Settles the styles of one table: by its own values, then by what surrounds it, then by
    asking.  ``order`` is the one that other columns of the file prove."""

    def __init__(self, around: Facts, asking: Asking, order: str, weeks: WeekNumbers) -> None:
        self.around = around
        self.asking = asking
        self.order = order
        self.weeks = weeks

    def style_of(
        self, name: str, texts: Sequence[str], decision: OrderDecision | None
    ) -> tuple[Style, Message | None]:
        """How written dates are read, with the reason; asks where they leave it open."""
        sample = texts[:400]
        order, reason = "", None
        if decision is not None:
            order, reason = self._order(name, decision, texts)
        style = Style(order, _has_short_years(sample), self._is_fiscal(name, sample))
        if (weeks := set(self._weeks(texts))) and self.weeks.from_january(weeks):
            style = replace(style, from_january=True)
        return style, reason or (self.weeks.reason if weeks else None)

    def _weeks(self, texts: Iterable[str]) -> Iterator[tuple[int, int]]:
        """The weeks among written periods, each with its year where that is known."""
        year = self.around.years[0].year if len(self.around.years) == 1 else 0
        for text in dict.fromkeys(texts):
            if (week := year_and_week(text)) is not None:
                yield week
                continue
            part = parse_period(text) if year else None
            if isinstance(part, Part) and part.grain is Grain.WEEK and part.until is None:
                yield year, part.number

    def _order(
        self, name: str, decision: OrderDecision, texts: Sequence[str]
    ) -> tuple[str, Message | None]:
        order = decision.order
        if not order:
            order = self._order_within_period(decision, texts)
            if order:
                return order, _order_reason(order, "period")
            if self.order in decision.fitting:
                return self.order, _order_reason(self.order, "others")
            examples = [day for day in written_days(texts) if len(orders_of(day)) > 1]
            order = self.asking.order(name, decision.fitting, examples)
            return order, None
        return order, _order_reason(order, decision.proof)

    def _order_within_period(self, decision: OrderDecision, texts: Sequence[str]) -> str:
        """The only order in which all dates lie in the period that the file says it covers."""
        first, last = self.around.first, self.around.last
        if first is None or last is None:
            return ""
        fitting = []
        for order in decision.fitting:
            style = Style(order)
            stamps = {parse_period(day_text(text), style) for text in texts[:400]}
            days = [stamp.start for stamp in stamps if isinstance(stamp, Stamp)]
            if days and all(first <= day <= last for day in days):
                fitting.append(order)
        return fitting[0] if len(fitting) == 1 else ""

    def _is_fiscal(self, name: str, sample: Iterable[str]) -> bool:
        texts = list(dict.fromkeys(map(plain, sample)))
        pairs = [match for text in texts if (match := _FISCAL.fullmatch(text))]
        if not pairs or len(pairs) < len(texts):
            return False
        following = [int(m[2]) == (int(m[1]) + 1) % 100 for m in pairs]
        if not all(following):
            return False
        if len(pairs) > 1 or any(int(m[2]) > 12 for m in pairs):
            return True
        return self.asking.fiscal(name, texts[0])


def _order_reason(order: str, proof: str) -> Message | None:
    if order == "ymd":
        return None
    if proof == "sequence":
        if order == "dmy":
            return msg("Dates are read day first: only so do they follow one another.")
        return msg("Dates are read month first: only so do they follow one another.")
    if proof == "period":
        if order == "dmy":
            return msg("Dates are read day first: only so do they lie in the period of the file.")
        return msg("Dates are read month first: only so do they lie in the period of the file.")
    if proof == "others":
        if order == "dmy":
            return msg("Dates are read day first, as other columns of the file show.")
        return msg("Dates are read month first, as other columns of the file show.")
    if order == "dmy":
        return msg("Dates are read day first, as in {example}.", example=proof)
    return msg("Dates are read month first, as in {example}.", example=proof)


def _has_short_years(texts: Iterable[str]) -> bool:
    """Whether numbers beside month names are years: ``Jan 24``, ``Feb 24``, ``Mar 24``.

    Before the name they are so only when they change: ``25-jan``, ``25-feb`` may be pay days.
    """
    parts: set[Part] = set()
    named_first = True
    for text in texts:
        part = parse_period(text)
        if isinstance(part, Part) and part.grain is Grain.DAY and part.until is None:
            parts.add(part)
            named_first = named_first and plain(text)[0].isalpha()
    months = {part.number for part in parts}
    days = {part.day for part in parts}
    if named_first and len(months) > 1 and _are_years_beside(parts, months, days):
        return True
    if len(months) < 2 or len(days) * 2 > len(months) or min(days) < 10:
        return False
    return named_first or len(days) > 1


def _are_years_beside(parts: set[Part], months: set[int], days: set[int]) -> bool:
    """Whether every month stands beside itself in other years: ``Jan 25, Jan 26, Feb 25 …``."""
    in_a_row = len(days) > 1 and max(days) - min(days) == len(days) - 1
    return in_a_row and min(days) >= 20 and len(parts) == len(months) * len(days)
