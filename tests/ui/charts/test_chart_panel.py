"""The panel around the chart: loaded late, its figures, its choices, its table, its picture."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QColor, QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from desktop.core.period import Cadence
from desktop.qtkit.wording import wording
from desktop.ui.charts.chart_panel import ChartPanel
from desktop.ui.charts.chart_plot import ChartPlot
from desktop.ui.charts.numbers_table import NumbersTable
from desktop.ui.charts.picture import chart_picture
from desktop.ui.theme.tokens import LIGHT
from tests.ui.charts.charted import days, months

COARSER = [Cadence.MONTH, Cadence.QUARTER, Cadence.YEAR]


@pytest.fixture
def panel(qtbot: QtBot) -> ChartPanel:
    panel = ChartPanel()
    qtbot.addWidget(panel)
    panel.resize(980, 420)
    panel.show_series(months(24), COARSER)
    panel.show()
    qtbot.waitUntil(lambda: panel.plot is not None)
    return panel


def drawn(panel: ChartPanel) -> ChartPlot:
    assert panel.plot is not None
    return panel.plot


def button(panel: ChartPanel, text: str) -> QPushButton:
    return next(
        b for b in panel.findChildren(QPushButton) if b.text().strip() == text and b.isVisible()
    )


def words(panel: ChartPanel) -> list[str]:
    return [label.text() for label in panel.findChildren(QLabel) if label.isVisible()]


def test_neither_pyqtgraph_nor_numpy_is_loaded_before_a_chart_is_painted() -> None:
    code = (
        "import sys\n"
        "import desktop.ui.charts.chart_panel, desktop.ui.kpis.page\n"
        "print(sorted({'pyqtgraph', 'numpy'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_the_placeholder_gives_way_to_the_chart(qtbot: QtBot) -> None:
    panel = ChartPanel()
    qtbot.addWidget(panel)
    panel.show_series(months(24))
    assert panel.plot is None
    panel.show()
    qtbot.waitUntil(lambda: panel.plot is not None)
    assert drawn(panel).isVisible()


def test_the_newest_period_stands_beside_the_chart_until_another_is_pointed_at(
    panel: ChartPanel, qtbot: QtBot
) -> None:
    assert {"June 2026", "123,000\u00a0SEK", "111,000\u00a0SEK"} <= set(words(panel))
    assert "+12,000\u00a0SEK (+10.8%)" in words(panel)
    drawn(panel).setFocus()
    qtbot.keyClick(drawn(panel), Qt.Key.Key_Left)
    qtbot.keyClick(drawn(panel), Qt.Key.Key_Left)
    assert "May 2026" in words(panel)
    qtbot.mouseMove(drawn(panel).viewport(), QPoint(300, 100))
    QApplication.sendEvent(drawn(panel), QEvent(QEvent.Type.Leave))
    assert "June 2026" in words(panel)


def test_spans_are_chosen_with_a_click_and_stay_for_the_next_kpi(
    panel: ChartPanel, qtbot: QtBot
) -> None:
    qtbot.mouseClick(button(panel, "1 year"), Qt.MouseButton.LeftButton)
    frame = drawn(panel).frame
    assert frame is not None
    assert frame.last - frame.first == 365
    panel.show_series(days(), [Cadence.DAY])
    frame = drawn(panel).frame
    assert frame is not None
    assert frame.last - frame.first == 365


def test_another_cadence_is_asked_for(panel: ChartPanel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(panel.cadence_chosen) as asked:
        qtbot.mouseClick(button(panel, "Quarter"), Qt.MouseButton.LeftButton)
    assert asked.args == [Cadence.QUARTER]


def test_the_same_numbers_are_a_table(panel: ChartPanel, qtbot: QtBot) -> None:
    qtbot.mouseClick(button(panel, "Show table"), Qt.MouseButton.LeftButton)
    table = panel.findChild(NumbersTable)
    assert table is not None
    assert table.isVisible()
    assert table.model().rowCount() == 24
    assert table.accessibleName() == "Sales, the numbers"
    assert not drawn(panel).isVisible()
    panel.show_series(days(30))
    assert table.model().rowCount() == 30
    qtbot.mouseClick(button(panel, "Show chart"), Qt.MouseButton.LeftButton)
    assert drawn(panel).isVisible()


def test_the_chart_is_described_for_those_who_do_not_see_it(panel: ChartPanel) -> None:
    assert drawn(panel).accessibleName() == "Chart of Sales"
    description = drawn(panel).accessibleDescription()
    assert "24 values from July 2024 to June 2026." in description
    assert "June 2026: 123,000\u00a0SEK" in description


def test_a_kpi_without_values_says_what_to_do(panel: ChartPanel) -> None:
    panel.show_series(months(0), COARSER, empty="Type them.")
    assert "Type them." in words(panel)
    assert "123,000\u00a0SEK" not in words(panel)
    assert not drawn(panel).isVisible()
    panel.show_series(months(2), COARSER, empty="Type them.")
    assert "Type them." not in words(panel)


def test_a_picture_is_copied(panel: ChartPanel, qtbot: QtBot) -> None:
    QGuiApplication.clipboard().clear()
    with qtbot.waitSignal(panel.picture_copied):
        qtbot.mouseClick(button(panel, "Copy picture"), Qt.MouseButton.LeftButton)
    image = QGuiApplication.clipboard().image()
    assert (image.width(), image.height()) == (2000, 920)


def test_the_picture_is_light_and_holds_the_bars(qapp: QApplication) -> None:
    image = chart_picture(months(24), wording("sv"))
    assert image.pixelColor(2, 2) == QColor(LIGHT.ground)
    dark = QColor(LIGHT.actual).rgb()
    found = sum(image.pixel(x, 700) == dark for x in range(image.width()))
    assert found > 24 * 10


def test_the_title_has_its_line_before_the_words_of_buttons(panel: ChartPanel) -> None:
    copy = next(b for b in panel.findChildren(QPushButton) if b.accessibleName() == "Copy picture")
    assert (copy.text().strip(), copy.toolTip()) == ("Copy picture", "")
    panel.show_series(replace(months(24), title="Customers who come back for one more " * 3))
    assert (copy.text(), copy.toolTip()) == ("", "Copy picture")
    panel.resize(1800, 420)
    assert copy.text().strip() == "Copy picture"
