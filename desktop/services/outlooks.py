"""Where key results are heading, from the history in the company file."""

from __future__ import annotations

from datetime import date

from desktop.core.outlook import Aim, LookAhead, Outlook, outlook
from desktop.core.period import Cadence
from desktop.core.series import Series
from desktop.services.series_reading import SeriesReader

# Periods looked back on: what came before says little about the next ones, and is not read.
_HISTORY = {
    Cadence.DAY: 200,
    Cadence.WEEK: 4 * 52,
    Cadence.MONTH: 120,
    Cadence.QUARTER: 80,
    Cadence.YEAR: 40,
}
_MONTHS_OF_DAYS = 36


def looking_ahead(reader: SeriesReader, today: date) -> LookAhead:
    """The way to an outlook that reads only what it needs. It loads numpy at its first use, so
    nothing asks before the window is painted."""

    def look(aim: Aim) -> Outlook | None:
        def read(cadence: Cadence) -> Series:
            if cadence is aim.kpi.cadence:
                return reader.recent(aim.kpi, _HISTORY[cadence])
            return reader.months(aim.kpi, _MONTHS_OF_DAYS, today)

        return outlook(aim, read, today)

    return look
