"""The heads of the grid: periods with their year above, KPIs with their unit at the left."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from desktop.core.period import Cadence, Period
from desktop.core.unit import Unit
from desktop.qtkit.wording import current
from desktop.ui.charts.value_ticks import unit_word
from desktop.ui.kpis.grid.grid_model import GridModel
from desktop.ui.theme import Text, font, palette

_PAD = 8
_HEAD = 46  # two lines
NAMES = 232  # width of the head of the rows


class PeriodHead(QHeaderView):
    """Short period names; the year (the month, for days) stands above where it begins."""

    def __init__(self, grid: GridModel, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._grid = grid
        self.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.setMinimumSectionSize(64)
        self.setHighlightSections(True)

    def sizeHint(self) -> QSize:
        # Qt's own hint measures sections that a model that is being reset has no longer: a crash
        return QSize(self.length(), _HEAD)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        tokens = palette()
        periods = self._grid.content.periods
        here = self.selectionModel().currentIndex().column() == section
        painter.save()
        painter.fillRect(rect, QColor(tokens.ground))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, QColor(tokens.outline))
        inner = rect.adjusted(_PAD, 4, -_PAD, -6)
        above = _above(periods[section])
        right = Qt.AlignmentFlag.AlignRight
        if section == 0 or above != _above(periods[section - 1]):
            painter.setFont(font(Text.CAPTION))
            painter.setPen(QColor(tokens.ink_soft))
            painter.drawText(inner, right | Qt.AlignmentFlag.AlignTop, above)
        painter.setFont(font(Text.SMALL, strong=here))
        painter.setPen(QColor(tokens.ink if here else tokens.ink_soft))
        short = _short(periods[section])
        painter.drawText(inner, right | Qt.AlignmentFlag.AlignBottom, short)
        painter.restore()


def _above(period: Period) -> str:
    match period.cadence:
        case Cadence.DAY:
            return current().period(Period(Cadence.MONTH, period.start.replace(day=1)))
        case Cadence.YEAR:
            return ""
        case Cadence.WEEK:
            return str(period.iso_week[0])
        case _:
            return str(period.start.year)


def _short(period: Period) -> str:
    if period.cadence is Cadence.DAY:
        return str(period.start.day)
    text = current().period_short(period)
    return text.removesuffix(f" {period.start.year}") if period.cadence is Cadence.QUARTER else text


class KpiHead(QHeaderView):
    """The name of each KPI, and its unit in a softer ink at the right."""

    def __init__(self, grid: GridModel, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._grid = grid
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setDefaultSectionSize(36)

    def sizeHint(self) -> QSize:
        return QSize(NAMES, self.length())  # not Qt's own hint, as above

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        tokens = palette()
        row = self._grid.content.rows[section]
        here = self.selectionModel().currentIndex().row() == section
        painter.save()
        painter.fillRect(rect, QColor(tokens.ground))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, QColor(tokens.hairline))
        inner = rect.adjusted(0, 0, -_PAD, -1)
        unit = _unit(row.kpi.unit)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setFont(font(Text.SMALL))
        painter.setPen(QColor(tokens.ink_soft))
        painter.drawText(inner, middle | Qt.AlignmentFlag.AlignRight, unit)
        taken = painter.fontMetrics().horizontalAdvance(unit) + _PAD
        painter.setFont(font(Text.BODY, strong=here, italic=row.worked_out))
        painter.setPen(QColor(tokens.ink_soft if row.worked_out else tokens.ink))
        room = inner.width() - taken
        name = painter.fontMetrics().elidedText(row.kpi.name, Qt.TextElideMode.ElideRight, room)
        painter.drawText(inner, middle | Qt.AlignmentFlag.AlignLeft, name)
        painter.restore()


def _unit(unit: Unit) -> str:
    return unit_word(unit, current())
