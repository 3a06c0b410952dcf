"""One column of the file, and the KPI that it feeds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.core.kpi import Kpi
from desktop.core.names import name
from desktop.core.unit import UnitKind
from desktop.qtkit.wording import say, tr
from desktop.services.imports import Gather, Rule, Suggestion, refitted, splittable
from desktop.ui.dialogs.kpi_sketch import KpiSketchDialog
from desktop.ui.imports.filter_dialog import FilterDialog, Filters
from desktop.ui.imports.rule_dialog import RuleDialog
from desktop.ui.imports.rule_words import filter_words, gather_word, how_words, title_of
from desktop.ui.theme import SPACE, icon_pixmap, palette
from desktop.ui.widgets import Caption, Choice, Label, quiet_button

if TYPE_CHECKING:
    from desktop.services.imports import Table

SKIP, NEW = "skip", "new"
ARROW, KPI, GATHER, FILTER = 32, 300, 160, 170


class RuleRow(QWidget):
    """``rule`` is what is chosen, or ``None`` where the column is left out; ``changed`` is sent
    after every choice, ``split_wanted`` when each text of some column is to be a KPI."""

    changed = Signal()
    split_wanted = Signal()

    def __init__(
        self,
        table: Table,
        caption: str,
        suggestion: Suggestion,
        sketch: Kpi,
        kpis: Sequence[Kpi],
        *,
        parent: QWidget | None = None,
    ) -> None:
        """``sketch`` is the new KPI that the column could become."""
        super().__init__(parent)
        self.table = table
        self._rule = suggestion.rule
        self._suggestion = suggestion
        self._filterable = {c.name: c.values for c in table.columns if c.role == "label"}
        self._sketch = sketch
        title = title_of(suggestion)
        self.setAccessibleName(title)
        self.kpi: Choice[str | int] = Choice()
        self._fill_kpis(kpis)
        self.kpi.set_value(_key(self._rule) if suggestion.chosen else SKIP)
        self.kpi.setAccessibleName(tr("KPI for {column}", column=title))
        self.gather = Choice([(g, gather_word(g)) for g in Gather], self._rule.add_up)
        self.gather.setAccessibleName(tr("How the rows of {column} add up", column=title))
        self.filter_button = quiet_button("", "filter")
        self._facts = Caption()
        self._how = Caption()
        self.how_button = quiet_button(tr("More choices"))
        self.how_button.setAccessibleName(tr("How the values of {column} come about", column=title))
        self.split_button = quiet_button(tr("One KPI each"))
        self.split_button.setAccessibleName(
            tr("One KPI for each text of a column: {column}", column=title)
        )
        self.edit_button = quiet_button(tr("Change"))
        self.edit_button.setAccessibleName(tr("Change the new KPI for {column}", column=title))
        self._lay_out(title, caption)
        self.kpi.chosen.connect(self._on_kpi_chosen)
        self.gather.chosen.connect(self._on_gather_chosen)
        self.filter_button.clicked.connect(self._on_filter_clicked)
        self.edit_button.clicked.connect(self._on_edit_clicked)
        self.how_button.clicked.connect(self._on_how_clicked)
        self.split_button.clicked.connect(self.split_wanted)
        self._show()

    @property
    def rule(self) -> Rule | None:
        """The rule as it is chosen now."""
        key = self.kpi.value
        if key == SKIP:
            return None
        if key == NEW:
            return replace(self._rule, kpi_id=None, new_kpi=self._sketch)
        return replace(self._rule, kpi_id=int(key), new_kpi=None)

    def set_skipped(self) -> None:
        """Leave the column out."""
        self.kpi.set_value(SKIP)
        self._show()

    @property
    def sound(self) -> bool:
        """Whether nothing speaks against importing the column."""
        return self._suggestion.problem is None

    def set_chosen(self) -> None:
        """Import the column into what is suggested, unless something speaks against it."""
        if self.rule is None and self.sound:
            self.kpi.set_value(_key(self._rule))
            self._show()

    def _lay_out(self, title: str, caption: str) -> None:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Label(title, strong=True, wrap=True))
        if caption:
            words.addWidget(Caption(caption))
        self._reasons = [Caption(say(reason)) for reason in self._suggestion.reasons]
        for warning in (self._suggestion.problem, self._suggestion.remark):
            if warning is not None:
                problem = Caption(say(warning))
                problem.set_colour(palette().risk)
                self._reasons.append(problem)
        for reason in self._reasons:
            words.addWidget(reason)
        words.addStretch(1)
        arrow = QLabel()
        pixmap = icon_pixmap("arrow-right", 16, palette().ink_soft, self.devicePixelRatioF())
        arrow.setPixmap(pixmap)
        arrow.setFixedSize(ARROW, self.kpi.sizeHint().height())
        about = QHBoxLayout()
        about.setSpacing(SPACE.TIGHT)
        about.addWidget(self._facts, 1)
        about.addWidget(self.edit_button)
        target = QVBoxLayout()
        target.setSpacing(0)
        target.addWidget(self.kpi)
        target.addLayout(about)
        target.addStretch(1)
        left = Qt.AlignmentFlag.AlignLeft
        gather = QVBoxLayout()
        gather.setSpacing(0)
        gather.addWidget(self.gather)
        gather.addWidget(self._how)
        gather.addWidget(self.how_button, 0, left)
        gather.addStretch(1)
        rows = QVBoxLayout()
        rows.setSpacing(0)
        rows.addWidget(self.filter_button, 0, left)
        rows.addWidget(self.split_button, 0, left)
        rows.addStretch(1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, SPACE.SMALL, 0, SPACE.SMALL)
        layout.setSpacing(SPACE.MEDIUM)
        layout.addLayout(words, 1)
        for part, width in (
            (arrow, ARROW),
            (target, KPI),
            (gather, GATHER),
            (rows, FILTER),
        ):
            column = QVBoxLayout()
            if isinstance(part, QVBoxLayout):
                column.addLayout(part)
            else:
                column.addWidget(part)
                column.addStretch(1)
            holder = QWidget()
            column.setContentsMargins(0, 0, 0, 0)
            holder.setLayout(column)
            holder.setFixedWidth(width)
            layout.addWidget(holder)

    def _fill_kpis(self, kpis: Sequence[Kpi]) -> None:
        new = tr("New KPI: {name}", name=self._sketch.name)
        options: list[tuple[str | int, str]] = [(SKIP, tr("Do not import")), (NEW, new)]
        options += [(kpi.id, kpi.name) for kpi in kpis if kpi.id is not None and not kpi.formula]
        self.kpi.set_options(options, self.kpi.value if self.kpi.count() else NEW)

    def _show(self) -> None:
        key = self.kpi.value
        for reason in self._reasons:
            reason.setVisible(key != SKIP)  # about a choice that nobody has made
        self.gather.setVisible(key != SKIP)
        self.filter_button.setVisible(key != SKIP and bool(self._filterable))
        whole = not self._rule.filters and not self._rule.without
        self.split_button.setVisible(key == NEW and whole and bool(splittable(self.table)))
        how = how_words(self._rule)
        self._how.setVisible(key != SKIP and bool(how))
        self._how.setText(how)
        self.how_button.setVisible(key != SKIP)
        self.edit_button.setVisible(key == NEW)
        self._facts.setVisible(key == NEW)
        self._facts.setText(_facts(self._sketch))
        self.filter_button.setText(f" {filter_words(self._rule)}")

    def _on_kpi_chosen(self) -> None:
        self._show()
        self.changed.emit()

    def _on_gather_chosen(self, gather: Gather) -> None:
        if gather is Gather.RATIO and not self._rule.over:
            self.gather.set_value(self._rule.add_up)
            self._on_how_clicked()
            return
        over = self._rule.over if gather is Gather.RATIO else ""
        self._on_rule_changed(replace(self._rule, add_up=gather, over=over))

    def _on_how_clicked(self) -> None:
        dialog = RuleDialog(self, self.table, self._rule)
        dialog.rule_changed.connect(self._on_rule_changed)
        dialog.open()

    def _on_rule_changed(self, rule: Rule) -> None:
        if rule.add_up is not self._rule.add_up:
            self._sketch = refitted(self._sketch, rule)
        self._rule = rule
        self.gather.set_value(rule.add_up)
        self._show()
        self.changed.emit()

    def _on_edit_clicked(self) -> None:
        dialog = KpiSketchDialog(
            self,
            self._sketch,
            tr("It is made together with the import; everything can be changed later."),
            tr("Use"),
        )
        dialog.kpi_sketched.connect(self._on_kpi_sketched)
        dialog.open()

    def _on_kpi_sketched(self, kpi: Kpi) -> None:
        self._sketch = kpi
        self.kpi.setItemText(1, tr("New KPI: {name}", name=kpi.name))
        self._show()
        self.changed.emit()

    def _on_filter_clicked(self) -> None:
        dialog = FilterDialog(self, self._filterable, self._rule.filters)
        dialog.filters_chosen.connect(self._on_filters_chosen)
        dialog.open()

    def _on_filters_chosen(self, filters: Filters) -> None:
        self._rule = replace(self._rule, filters=filters)
        self._show()
        self.changed.emit()


def _key(rule: Rule) -> str | int:
    return NEW if rule.kpi_id is None else rule.kpi_id


def _facts(kpi: Kpi) -> str:
    """What the new KPI would be, in a line."""
    unit = kpi.unit.symbol if kpi.unit.kind is UnitKind.OWN else say(name(kpi.unit.kind))
    if kpi.unit.kind is UnitKind.CURRENCY:
        unit = kpi.unit.symbol or unit
    parts = [unit, say(name(kpi.cadence)), say(name(kpi.better))]
    return " · ".join(part for part in parts if part)
