"""Where key results are heading, from the history in the company file."""

from __future__ import annotations

from datetime import date

from desktop.core.outlook import HISTORY, Aim, LookAhead, Outlook, outlook
from desktop.core.period import Cadence
from desktop.core.series import Series
from desktop.services.series_reading import SeriesReader

_MONTHS_OF_DAYS = 36


def looking_ahead(reader: SeriesReader, today: date) -> LookAhead:
    """The way to an outlook that reads only what it needs. It loads numpy at its first use, so
    nothing asks before the window is painted."""

    def look(aim: Aim) -> Outlook | None:
        def read(cadence: Cadence) -> Series:
            if cadence is aim.kpi.cadence:
                return reader.recent(aim.kpi, HISTORY[cadence])
            return reader.months(aim.kpi, _MONTHS_OF_DAYS, today)

        return outlook(aim, read, today)

    return look
