"""The balanced scorecard among the ways to see the KPIs."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.core.faults import Fault
from desktop.core.kpi import Kpi, Perspective
from desktop.core.scorecard import Scorecard
from desktop.qtkit.wording import tr
from desktop.services.perspectives import set_goal_perspective, set_kpi_perspective
from desktop.services.scorecard import scorecard
from desktop.ui.context import AppContext
from desktop.ui.goals.printing import PrintButtons
from desktop.ui.kpis.editor.kpi_editor import KpiEditor
from desktop.ui.kpis.ready_kpi_dialog import LibraryDialog, whole_library
from desktop.ui.kpis.scorecard.perspective_column import PerspectiveColumn
from desktop.ui.kpis.scorecard.tile import Tile
from desktop.ui.theme import SPACE
from desktop.ui.widgets import Caption

_LEAST = 176  # pixels that a column takes


class ScorecardPane(QWidget):
    """Four columns, and a fifth for what is to be put under one of them."""

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self._context = context
        self.setAccessibleName(tr("Balanced scorecard"))
        self.columns: list[PerspectiveColumn] = []
        self._say = Caption()
        self._scroller = QScrollArea()
        self._scroller.setFrameShape(QFrame.Shape.NoFrame)
        self._scroller.setWidgetResizable(True)
        self._scroller.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE.SMALL)
        head = QHBoxLayout()
        head.setSpacing(SPACE.SMALL)
        head.addWidget(self._say, 1)
        self.printing = PrintButtons(context, self._sheet, tr("Print the scorecard …"))
        head.addWidget(self.printing)
        layout.addLayout(head)
        layout.addWidget(self._scroller, 1)

    def refresh(self) -> None:
        """Read the file again; the tile that has the keyboard keeps it."""
        shown = scorecard(self._context.workspace)
        focused = self._focused()
        bar = self._scroller.verticalScrollBar()
        place = bar.value()
        self._say.setText(self._words(shown))
        self._scroller.setWidget(self._content(shown))
        bar.setValue(place)
        if focused:
            self._focus(focused)

    def take_focus(self) -> None:
        """Put the keyboard on the first tile."""
        tiles = self.tiles()
        if tiles:
            tiles[0].setFocus()

    def tiles(self) -> list[Tile]:
        """All tiles, column by column."""
        return [tile for column in self.columns for tile in column.tiles]

    def _words(self, shown: Scorecard) -> str:
        texts = []
        if shown.as_of is not None:
            texts.append(tr("Data as of {day}", day=shown.as_of) + ".")
        if not self._context.workspace.read_only:
            texts.append(
                tr("Drag a KPI or goal to its perspective, or press 1 to 4 on it; 0 takes it out.")
            )
        return " ".join(texts)

    def _content(self, shown: Scorecard) -> QWidget:
        may_change = not self._context.workspace.read_only
        self.columns = [
            PerspectiveColumn(part, number % len(shown.parts), may_change=may_change)
            for number, part in enumerate(shown.parts, 1)
            if part.perspective is not None or part.kpis or part.goals
        ]
        content = QWidget()
        row = QHBoxLayout(content)
        row.setContentsMargins(0, 0, SPACE.SMALL, 0)
        row.setSpacing(SPACE.SMALL)
        for column in self.columns:
            column.setMinimumWidth(_LEAST)
            column.dropped.connect(self._on_sent)
            column.ready_kpi_wanted.connect(self._on_ready_kpi_wanted)
            for tile in column.tiles:
                tile.sent.connect(self._on_sent)
                tile.opened.connect(self._on_opened)
                tile.step_wanted.connect(self._on_step_wanted)
            row.addWidget(column, 1)
        return content

    def _sheet(self) -> Scorecard:
        return scorecard(self._context.workspace)

    def _focused(self) -> str:
        return next((tile.key for tile in self.tiles() if tile.hasFocus()), "")

    def _focus(self, key: str) -> None:
        for tile in self.tiles():
            if tile.key == key:
                tile.setFocus()
                self._scroller.ensureWidgetVisible(tile)

    # ------------------------------------------------------------------ slots

    def _on_sent(self, key: str, perspective: Perspective | None) -> None:
        kind, _, number = key.partition(" ")
        put = set_goal_perspective if kind == "goal" else set_kpi_perspective
        try:
            put(self._context.workspace, int(number), perspective)
        except Fault as fault:
            self._context.show_fault(fault)
            return
        self.refresh()
        self._focus(key)

    def _on_opened(self, key: str) -> None:
        kind, _, number = key.partition(" ")
        self._context.navigate("goals" if kind == "goal" else "kpis", int(number))

    def _on_step_wanted(self, tile: Tile, key: int) -> None:
        """To the neighbour in the column, or to what stands as high in the next one."""
        at = next(n for n, column in enumerate(self.columns) if tile in column.tiles)
        here = self.columns[at].tiles
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            place = here.index(tile) + (1 if key == Qt.Key.Key_Down else -1)
            following = here[place] if 0 <= place < len(here) else None
        else:
            right = key == Qt.Key.Key_Right
            beside = self.columns[at + 1 :] if right else self.columns[:at][::-1]
            row = next((column.tiles for column in beside if column.tiles), [])
            following = min(row, key=lambda each: abs(each.y() - tile.y()), default=None)
        if following is not None:
            following.setFocus()
            self._scroller.ensureWidgetVisible(following)

    def _on_ready_kpi_wanted(self, perspective: Perspective) -> None:
        dialog = LibraryDialog(
            self, self._context.workspace, whole_library(), self._context.preferences
        )
        dialog.show_perspective(perspective)
        dialog.kpi_chosen.connect(self._edit)
        dialog.open()

    def _edit(self, kpi: Kpi) -> None:
        editor = KpiEditor(self, self._context.workspace, kpi)
        editor.kpi_saved.connect(self.refresh)
        editor.open()
