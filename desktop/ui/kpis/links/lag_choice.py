"""The choice of a lag: the same month, one month later, two …"""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop.core.link_words import lag_words
from desktop.core.period import Cadence
from desktop.qtkit.wording import say, tr
from desktop.ui.widgets import Choice

_MOST = {
    Cadence.DAY: 31,
    Cadence.WEEK: 26,
    Cadence.MONTH: 12,
    Cadence.QUARTER: 8,
    Cadence.YEAR: 5,
}


class LagChoice(Choice[int | None]):
    """How many periods of a cadence later the lagging KPI follows."""

    def __init__(self, *, may_lack: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._may_lack = may_lack
        self.setAccessibleName(tr("Expected lag"))

    def offer(self, cadence: Cadence, lag: int | None) -> None:
        """The lags of a cadence, with ``lag`` chosen, however long it is."""
        lags = sorted({*range(_MOST[cadence] + 1), *([] if lag is None else [lag])})
        options: list[tuple[int | None, str]] = [
            (each, say(lag_words(each, cadence))) for each in lags
        ]
        if lag is None and self._may_lack:
            options.insert(0, (None, tr("No lag given yet")))
        self.set_options(options, lag)
