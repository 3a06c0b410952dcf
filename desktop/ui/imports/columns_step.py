"""The second step: which column feeds which KPI."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.core.kpi import Kpi
from desktop.core.unit import Unit
from desktop.qtkit.wording import tr
from desktop.services.imports import Origin, Suggestion, TableRule, split_by
from desktop.ui.imports.rule_row import ARROW, FILTER, GATHER, KPI, RuleRow
from desktop.ui.imports.split_dialog import SplitDialog
from desktop.ui.imports.table_words import column_words, period_words, table_name
from desktop.ui.theme import SPACE, Text
from desktop.ui.widgets import Caption, Hairline, Heading, Label, quiet_button
from desktop.ui.widgets.scroller import Scroller

if TYPE_CHECKING:
    from desktop.services.imports import Column, ImportDraft, Piece, Rule, Table


_AT_ONCE = 6
_WIDEST = 1200


class ColumnsStep(QWidget):
    """``rules()`` are those chosen for the tables that are picked.  ``split_wanted`` carries the
    :class:`TableRule` that is to become a KPI for each text of some column; the answer comes
    back by :meth:`offer_split`."""

    changed = Signal()
    split_wanted = Signal(object)

    def __init__(self, draft: ImportDraft, picked: Sequence[int], kpis: Sequence[Kpi]) -> None:
        super().__init__()
        self._kpis = kpis
        self._places: dict[int, QVBoxLayout] = {}
        self.rows: dict[int, list[RuleRow]] = {}
        self.all_buttons: dict[int, QPushButton] = {}
        self._splitting: tuple[int, RuleRow] | None = None
        self._coming: list[tuple[int, Table, Suggestion, QVBoxLayout]] = []
        self._more = QTimer(self)
        self._more.timeout.connect(self._add_rows)
        content = QVBoxLayout()
        content.setContentsMargins(0, 0, SPACE.MEDIUM, 0)
        content.setSpacing(0)
        for index in picked:
            table = draft.recognition.tables[index]
            content.addLayout(self._head(table_name(table, index), index))
            content.addWidget(Caption(period_words(table)))
            content.addSpacing(SPACE.MEDIUM)
            content.addLayout(_heads())
            self.rows[index] = []
            place = QVBoxLayout()
            place.setSpacing(0)
            self._places[index] = place
            content.addLayout(place)
            content.addSpacing(SPACE.WIDE)
            for suggestion in _suggestions(draft, index):
                self._coming.append((index, table, suggestion, place))
        content.addStretch(1)
        holder = QWidget()
        holder.setLayout(content)
        holder.setMaximumWidth(_WIDEST)  # so that a column stands near its KPI
        scroller = Scroller(holder)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scroller)
        self._add_rows()
        self._more.start(0)

    def take_focus(self) -> None:
        """Put the keyboard on the first column's KPI."""
        first = next((row for rows in self.rows.values() for row in rows), None)
        if first is not None:
            first.kpi.setFocus()

    @property
    def any_chosen(self) -> bool:
        """Whether there is anything to import, as far as the rows are there yet."""
        return any(row.rule is not None for rows in self.rows.values() for row in rows)

    def rules(self) -> list[TableRule]:
        """The rules that are chosen, table by table."""
        while self._coming:
            self._add_rows()
        return [
            TableRule(index, rule)
            for index, rows in self.rows.items()
            for row in rows
            if (rule := row.rule) is not None
        ]

    def _add_rows(self) -> None:
        """A few rows at a time: a table of a hundred columns must not hold the window up."""
        for index, table, suggestion, place in self._coming[:_AT_ONCE]:
            row = self._row(index, table, suggestion)
            self.rows[index].append(row)
            place.addWidget(Hairline())
            place.addWidget(row)
        del self._coming[:_AT_ONCE]
        if not self._coming:
            self._more.stop()
            self._show_all_buttons()
            self.changed.emit()

    def _head(self, name: str, index: int) -> QHBoxLayout:
        """The name of a table, and a button for all of its columns."""
        button = quiet_button(tr("Import all"))
        button.setAccessibleName(tr("Import all columns of {table}", table=name))
        button.setProperty("table", index)
        button.hide()
        button.clicked.connect(self._on_all_clicked)
        self.all_buttons[index] = button
        head = QHBoxLayout()
        head.addWidget(Heading(name), 1)
        head.addWidget(button)
        return head

    def _on_all_clicked(self) -> None:
        while self._coming:
            self._add_rows()
        for row in self.rows[int(self.sender().property("table"))]:
            row.set_chosen()
        self._show_all_buttons()
        self.changed.emit()

    def _show_all_buttons(self) -> None:
        """Where more than one column is left out."""
        for index, button in self.all_buttons.items():
            left = [row for row in self.rows[index] if row.rule is None and row.sound]
            button.setVisible(len(left) > 1)

    def offer_split(self, pieces: Mapping[str, Sequence[Piece]]) -> None:
        """Let the user choose among the texts of the columns of the row that asked."""
        if self._splitting is None:
            return
        _, row = self._splitting
        dialog = SplitDialog(self, row.accessibleName(), pieces)
        dialog.split_chosen.connect(self._on_split_chosen)
        dialog.open()

    def _row(self, index: int, table: Table, suggestion: Suggestion) -> RuleRow:
        rule = suggestion.rule
        row = RuleRow(
            table,
            rule_words(table, table.column(suggestion.name), rule),
            suggestion,
            rule.new_kpi or _sketch(table, rule.column),
            self._kpis,
        )
        row.changed.connect(self._show_all_buttons)
        row.changed.connect(self.changed)
        row.split_wanted.connect(self._on_split_wanted)
        return row

    def _on_split_wanted(self) -> None:
        asking = self.sender()
        for index, rows in self.rows.items():
            for row in rows:
                if row is asking and row.rule is not None:
                    self._splitting = (index, row)
                    self.split_wanted.emit(TableRule(index, row.rule))
                    return

    def _on_split_chosen(self, label: str, texts: Sequence[str], rest: bool) -> None:
        """Rows of their own for the parts, below the row that they are parts of."""
        if self._splitting is None:
            return
        index, whole = self._splitting
        self._splitting = None
        if whole.rule is None:
            return
        others = tr("Others") if rest else ""
        parts = split_by(whole.rule, label, texts, rest=others, kpis=self._kpis)
        place = self._places[index]
        at = place.indexOf(whole)
        for part in parts:
            row = self._row(index, whole.table, Suggestion(part, Origin.NEW, True))
            self.rows[index].insert(self.rows[index].index(whole) + 1 + parts.index(part), row)
            place.insertWidget(at + 1, Hairline())
            place.insertWidget(at + 2, row)
            at += 2
        whole.set_skipped()
        self._show_all_buttons()
        self.changed.emit()


def _suggestions(draft: ImportDraft, index: int) -> Sequence[Suggestion]:
    """Those of one table; where there is but one, it is chosen."""
    found = draft.suggestions[index]
    if len(found) == 1 and found[0].problem is None:
        return [replace(found[0], chosen=True)]
    return found


def rule_words(table: Table, column: Column | None, rule: Rule) -> str:
    """What the column holds, or which of its rows the rule takes."""
    if rule.filters or rule.without:
        parts = [f"{name}: {text}" for name, text in rule.filters]
        if rule.without:
            names = ", ".join(text for _, text in rule.without)
            parts.append(tr("{column}: all but {names}", column=rule.without[0][0], names=names))
        return " · ".join(parts)
    return column_words(table, column) if column is not None else ""


def _sketch(table: Table, name: str) -> Kpi:
    """A new KPI for a column that feeds a known one by default."""
    column = table.column(name)
    if column is None:
        return Kpi(name=name)
    return Kpi(name=name, unit=column.unit or Unit(), add_up=column.add_up)


def _heads() -> QHBoxLayout:
    heads = QHBoxLayout()
    heads.setContentsMargins(0, 0, 0, SPACE.TIGHT)
    heads.setSpacing(SPACE.MEDIUM)
    heads.addWidget(Label(tr("Column in the file"), Text.SMALL, soft=True), 1)
    for text, width in (
        ("", ARROW),
        (tr("KPI"), KPI),
        (tr("Rows of a period"), GATHER),
        (tr("Which rows"), FILTER),
    ):
        label = Label(text, Text.SMALL, soft=True)
        label.setFixedWidth(width)
        heads.addWidget(label)
    return heads
