"""Beside the strategy map: the goal or KPI where the keyboard stands, and its arrows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from desktop.core.goal_map import NodeKind
from desktop.core.kpi import Perspective
from desktop.core.names import name
from desktop.core.strategy_map import Arrow, StrategyMap, StrategyNode
from desktop.qtkit.wording import say, tr
from desktop.ui.goals.strategy.arrow_row import ArrowRow
from desktop.ui.theme import SPACE
from desktop.ui.widgets import Caption, Choice, FormRow, Label, quiet_button, secondary_button

WIDTH = 264


class StrategySide(QScrollArea):
    """``perspective_chosen`` carries the node and its new perspective, or ``None``; the others are
    what :class:`ArrowRow` asks for."""

    perspective_chosen = Signal(object, object)
    open_wanted = Signal(object)
    drawing_wanted = Signal()
    note_written = Signal(int, str)
    delete_wanted = Signal(int)
    other_wanted = Signal(str)

    def __init__(self, *, may_change: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._may_change = may_change
        self._node: StrategyNode | None = None
        self.rows: dict[int, ArrowRow] = {}
        self.setFixedWidth(WIDTH)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._kind = Caption()
        self._title = Label(strong=True, wrap=True)
        self.perspective: Choice[Perspective | None] = Choice()
        self.perspective.chosen.connect(self._on_perspective_chosen)
        self.perspective.setEnabled(may_change)
        self.draw_button = secondary_button(tr("Draw an arrow from here"), "arrow-up")
        self.draw_button.setToolTip("A")
        self.draw_button.setEnabled(may_change)
        self.draw_button.clicked.connect(self.drawing_wanted)
        self.open_button = quiet_button(tr("Open"))
        self.open_button.clicked.connect(self._on_open_clicked)
        self._effects = _Part(tr("Leads to"))
        self._causes = _Part(tr("Is moved by"))
        self._content = QWidget()
        column = QVBoxLayout(self._content)
        column.setContentsMargins(0, 0, SPACE.SMALL, 0)
        column.setSpacing(SPACE.SMALL)
        column.addWidget(self._kind)
        column.addWidget(self._title)
        column.addWidget(self.open_button, 0, Qt.AlignmentFlag.AlignLeft)
        for widget in (
            FormRow(tr("Perspective"), self.perspective),
            self.draw_button,
            self._effects,
            self._causes,
        ):
            column.addWidget(widget)
        column.addStretch(1)
        self.setWidget(self._content)

    def show_node(self, content: StrategyMap, node: StrategyNode | None) -> None:
        """Show a node with its arrows; rows of arrows that are still there stay."""
        self._node = node
        self._content.setVisible(node is not None)
        if node is None:
            return
        goal = node.node.kind is NodeKind.GOAL
        self._kind.setText(tr("Goal") if goal else tr("KPI"))
        self._title.setText(node.node.title)
        self.open_button.setText(tr("Open goal") if goal else tr("Open KPI"))
        self._show_perspectives(node, goal=goal)
        titles = {each.key: each.node.title for each in content.nodes}
        away = [arrow for arrow in content.arrows if arrow.cause == node.key]
        here = [arrow for arrow in content.arrows if arrow.effect == node.key]
        kept = self.rows
        self.rows = {}
        self._effects.show_rows([self._row(kept, each, each.effect, titles) for each in away])
        self._causes.show_rows([self._row(kept, each, each.cause, titles) for each in here])
        for row in kept.values():
            row.hide()
            row.deleteLater()

    def tell_links(self, words: Mapping[int, str]) -> None:
        """What the history says of the arrows between two KPIs, by their ids."""
        for cause_id, row in self.rows.items():
            row.tell_link(words.get(cause_id, ""))

    def focus_note(self, cause_id: int) -> None:
        """Let the note of an arrow be written."""
        if cause_id in self.rows:
            self.rows[cause_id].note.setFocus()
            self.ensureWidgetVisible(self.rows[cause_id])

    def _row(
        self, kept: dict[int, ArrowRow], arrow: Arrow, other: str, titles: dict[str, str]
    ) -> ArrowRow:
        title = titles.get(other, "")
        row = kept.get(arrow.cause_id)
        if row is not None and row.other == other:
            del kept[arrow.cause_id]
            row.show_arrow(arrow, title)
        else:
            row = ArrowRow(arrow, other, title, may_change=self._may_change)
            row.note_written.connect(self.note_written)
            row.delete_wanted.connect(self.delete_wanted)
            row.other_wanted.connect(self.other_wanted)
        self.rows[arrow.cause_id] = row
        return row

    def _show_perspectives(self, node: StrategyNode, *, goal: bool) -> None:
        """What follows from the key results is said in the choice itself."""
        none = tr("None yet")
        if goal and node.follows and node.perspective is not None:
            none = tr("As its KPIs: {perspective}", perspective=name(node.perspective))
        elif goal:
            none = tr("As its KPIs")
        options: list[tuple[Perspective | None, str]] = [
            (None, none),
            *((each, say(name(each))) for each in Perspective),
        ]
        self.perspective.set_options(options, None if node.follows else node.perspective)

    def _on_perspective_chosen(self, chosen: Perspective | None) -> None:
        if self._node is not None:
            self.perspective_chosen.emit(self._node, chosen)

    def _on_open_clicked(self) -> None:
        if self._node is not None:
            self.open_wanted.emit(self._node.node)


class _Part(QWidget):
    """The arrows of one direction, under a name; hidden while there are none."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, SPACE.SMALL, 0, 0)
        self._column.setSpacing(SPACE.SMALL)
        self._column.addWidget(Label(title, strong=True))
        self.hide()

    def show_rows(self, rows: Sequence[ArrowRow]) -> None:
        while self._column.count() > 1:
            self._column.takeAt(1)
        for row in rows:
            self._column.addWidget(row)
            row.show()
        self.setVisible(bool(rows))
