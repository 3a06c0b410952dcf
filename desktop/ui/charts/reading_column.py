"""The figures of one period beside the chart: the value large, the plan and last year below."""

from __future__ import annotations

from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.core.chart_series import ChartSeries
from desktop.core.unit import Quantity, Unit, UnitKind
from desktop.qtkit.wording import current, tr
from desktop.ui.charts.reading import Reading
from desktop.ui.theme import SPACE, Text, font
from desktop.ui.widgets import Caption, Label

_NARROWEST = 144


class ReadingColumn(QWidget):
    """Never empty: without a crosshair it shows the newest full period."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._period = Caption(wrap=False)
        self._value = Label("", Text.DISPLAY, strong=True)
        self._plan = _Comparison(tr("Plan"))
        self._last_year = _Comparison(tr("Last year"))
        self._signal = Caption()
        self._range = Caption()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._period)
        column.addWidget(self._value)
        column.addSpacing(SPACE.SMALL)
        column.addWidget(self._plan)
        column.addWidget(self._last_year)
        column.addSpacing(SPACE.SMALL)
        column.addWidget(self._range)
        column.addWidget(self._signal)
        column.addStretch(1)

    def make_room(self, series: ChartSeries) -> None:
        """Take the width that every value of ``series`` fits in, so that nothing moves later."""
        values = [point.value for point in series.actual] or [0.0]
        metrics = QFontMetrics(font(Text.DISPLAY, strong=True))
        texts = (
            quantity_text(value, series.unit, series.decimals)
            for value in (min(values), max(values))
        )
        widest = max(metrics.horizontalAdvance(text) for text in texts)
        self.setFixedWidth(max(_NARROWEST, widest + SPACE.SMALL))

    def show_reading(self, reading: Reading | None, unit: Unit, decimals: int) -> None:
        """Show the values of one period, or nothing when there are none."""
        self.setVisible(reading is not None)
        if reading is None:
            return
        self._period.setText(period_text(reading))
        shown = reading.actual
        if shown is None and reading.expected is not None:
            shown = reading.expected.value
        self._value.setText(quantity_text(shown, unit, decimals))
        self._plan.show_values(reading.plan, reading.from_plan, unit, decimals)
        self._last_year.show_values(reading.last_year, reading.from_last_year, unit, decimals)
        for label, text in (
            (self._range, range_text(reading, unit, decimals)),
            (self._signal, signal_text(reading)),
        ):
            label.setText(text)
            label.setVisible(bool(text))

    def words(self) -> str:
        """What is on show, in one sentence for screen readers."""
        parts = [f"{self._period.text()}: {self._value.text()}"]
        parts.extend(part.words() for part in (self._plan, self._last_year) if not part.isHidden())
        parts.extend(part.text() for part in (self._range, self._signal) if not part.isHidden())
        return ", ".join(parts)


class _Comparison(QWidget):
    """A name, a value and how far the actual value is from it."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self._value = Label()
        self._difference = Caption()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, SPACE.SMALL, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(Caption(name, wrap=False))
        layout.addWidget(self._value)
        layout.addWidget(self._difference)

    def show_values(
        self, value: float | None, difference: float | None, unit: Unit, decimals: int
    ) -> None:
        self.setVisible(value is not None)
        self._value.setText(quantity_text(value, unit, decimals))
        self._difference.setText(difference_text(difference, value, unit, decimals))

    def words(self) -> str:
        return f"{self._name} {self._value.text()} {self._difference.text()}".strip()


def period_text(reading: Reading) -> str:
    """A period, and whether its value covers less than all of it."""
    if reading.actual is None and reading.expected is not None:
        return tr("{period}, forecast", period=reading.period)
    if not reading.partial:
        return current().period(reading.period)
    if reading.newest:
        return tr("{period}, so far", period=reading.period)
    return tr("{period}, incomplete", period=reading.period)


def quantity_text(value: float | None, unit: Unit, decimals: int) -> str:
    """A value with its unit; a dash where there is none."""
    if value is None:
        return "\u2013"
    return current().quantity(Quantity(value, unit, decimals))


def difference_text(difference: float | None, base: float | None, unit: Unit, decimals: int) -> str:
    """A difference with its sign, and as a share of ``base``: ``+34 567 kr (+2,9 %)``."""
    if difference is None:
        return ""
    if unit.kind is UnitKind.PERCENT:
        points = current().number(difference * 100, max(decimals, 1), signed=True)
        return tr("{n} percentage points", n=points)
    text = current().quantity(Quantity(difference, unit, decimals, signed=True))
    if not base or base < 0:
        return text
    share = Quantity(difference / base, Unit(UnitKind.PERCENT), 1, signed=True)
    return f"{text} ({current().quantity(share)})"


def range_text(reading: Reading, unit: Unit, decimals: int) -> str:
    """Between what the forecast lies, or the natural limits of a value that is known."""
    if reading.actual is None and reading.expected is not None:
        low, high = (quantity_text(each, unit, decimals) for each in reading.expected.most)
        return tr("80 % likely between {low} and {high}.", low=low, high=high)
    if reading.limits is None:
        return ""
    low = quantity_text(reading.limits.lower, unit, decimals)
    high = quantity_text(reading.limits.upper, unit, decimals)
    if reading.limits.trial:
        return tr("Varies between {low} and {high} (trial limits).", low=low, high=high)
    return tr("Varies between {low} and {high}.", low=low, high=high)


def signal_text(reading: Reading) -> str:
    """Why the value is more than noise, by the first rule that says so."""
    if reading.standout is None:
        return ""
    above = reading.standout.side > 0
    match reading.standout.rules[0]:
        case 1 if above:
            return tr("A signal: above the natural limits.")
        case 1:
            return tr("A signal: below the natural limits.")
        case 2 if above:
            return tr("A signal: three of four near the upper limit.")
        case 2:
            return tr("A signal: three of four near the lower limit.")
        case _ if above:
            return tr("A signal: eight in a row above the centre.")
    return tr("A signal: eight in a row below the centre.")
