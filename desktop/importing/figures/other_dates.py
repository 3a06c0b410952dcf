"""The periods of a table by another of its columns of dates: by the day paid, not ordered."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from desktop.importing.cells import Sheet
from desktop.importing.figures.chosen_rows import kept_rows
from desktop.importing.figures.mapping import Rule
from desktop.importing.tables.axis_rows import read_axis
from desktop.importing.tables.recognition import PeriodAxis, Table
from desktop.importing.values.stamps import Grain, Stamp

_MANY = 0.9  # of the days between the first and the last


def axis_of(table: Table, sheet: Sheet, rule: Rule) -> PeriodAxis | None:
    """The axis that a rule's date column makes, ``None`` when it holds no date."""
    chosen = next((each for each in table.dates if each.name == rule.date), None)
    if chosen is None:
        return table.period
    stamps = read_axis(chosen.reading, sheet, kept_rows(table, sheet, rule))
    found = [stamp for stamp in stamps if stamp is not None]
    if not found:
        return None
    grain = Counter(stamp.grain for stamp in found).most_common(1)[0][0]
    days = {stamp.start for stamp in found}
    first, last = min(days), max(days)
    daily = grain is Grain.DAY
    dense = daily and len(days) >= max(7, _MANY * ((last - first).days + 1))
    return PeriodAxis(
        chosen.name,
        grain,
        Stamp(grain, first).first_day,
        Stamp(grain, last).first_day,
        replace(chosen.reading, grain=grain),
        dense,
        covers_from=first if dense else None,
        covers_to=last if daily else None,
    )
