"""One key result in the goal editor: a number with its target, or done and not done."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop.core.goal import Comparison, KeyResult, PlanValue
from desktop.core.kpi import Better, Kpi
from desktop.core.measurement import Measurement
from desktop.core.names import name
from desktop.core.unit import Quantity
from desktop.qtkit.wording import ntr, say, tr
from desktop.ui.goals.drafts import usual_baseline, usual_comparison
from desktop.ui.theme import SPACE
from desktop.ui.widgets import (
    Caption,
    Choice,
    FormRow,
    Hairline,
    NumberField,
    icon_button,
    quiet_button,
)

NEW_KPI = "new"  # the key of "New KPI …" in the list of KPIs


class KeyResultForm(QWidget):
    """Edits one key result; a KPI turns it into a number, no KPI into done or not done.

    ``removed`` asks to be taken away, ``new_kpi_wanted`` for a KPI that is not in the list,
    ``plan_wanted`` for the plan's editor; all three carry this form.
    """

    removed = Signal(object)
    new_kpi_wanted = Signal(object)
    plan_wanted = Signal(object)

    def __init__(
        self,
        key_result: KeyResult,
        steps: Sequence[PlanValue],
        kpis: Sequence[tuple[Kpi, Measurement | None]],
        owners: Sequence[tuple[int | None, str]],
        *,
        dated: bool,
        today: date,
        numeric: bool | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.key_result = key_result
        self.steps = tuple(steps)
        self._dated, self._today = dated, today
        self._known = {kpi.id: (kpi, latest) for kpi, latest in kpis}
        known_kind = key_result.kpi_id is not None or not key_result.title
        self.numeric = known_kind if numeric is None else numeric
        self._title = QLineEdit(key_result.title)
        self._owner = Choice(owners, key_result.owner_id)
        self._weight = NumberField(key_result.weight, decimals=0)
        remove = icon_button("trash-2", tr("Remove this key result"))
        remove.clicked.connect(self._on_remove_clicked)

        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE.SMALL)
        layout.addWidget(Hairline())
        row = QHBoxLayout()
        row.setSpacing(SPACE.MEDIUM)
        fields = QGridLayout()
        fields.setHorizontalSpacing(SPACE.MEDIUM)
        fields.setVerticalSpacing(SPACE.SMALL)
        row.addLayout(fields, 1)
        row.addWidget(remove)
        layout.addLayout(row)
        if self.numeric:
            self._build_number(fields)
        else:
            self._build_done(fields)

    @property
    def kpi(self) -> Kpi | None:
        """The chosen KPI."""
        found = self._known.get(self._kpi.value) if self.numeric else None  # type: ignore[call-overload]
        return found[0] if found else None

    def label(self) -> str:
        """What this key result is called in lists."""
        kpi = self.kpi
        return self._title.text().strip() or (kpi.name if kpi else tr("Key result"))

    def value(self) -> KeyResult:
        """The key result as it stands in the fields."""
        weight = self._weight.value()
        common = replace(
            self.key_result,
            owner_id=self._owner.value,
            weight=1.0 if weight is None else weight,
        )
        if not self.numeric:
            done = self.key_result.done_on or self._today
            return replace(
                common,
                title=self._title.text().strip(),
                done_on=done if self._done.isChecked() else None,
            )
        kpi = self.kpi
        return replace(
            common,
            kpi_id=kpi.id if kpi else None,
            baseline=self._baseline.value(),
            target=self._target.value(),
            comparison=Comparison(self._comparison.value),
        )

    def fault(self) -> str:
        """What keeps this key result from being saved; empty when nothing does."""
        if not self.numeric:
            return "" if self._title.text().strip() else tr("Write what is to be done.")
        kpi = self.kpi
        if kpi is None:
            return tr("Choose which KPI the key result uses.")
        for field in (self._baseline, self._target, self._weight):
            if field.fault_text():
                return field.fault_text()
        if kpi.better is not Better.BAND and self._target.value() is None:
            return tr("Write the target for {kpi}.", kpi=kpi.name)
        return ""

    def show_fault(self, text: str) -> None:
        """Say what is wrong below the field that it concerns."""
        row = self._title_row if not self.numeric else self._kpi_row
        if self.numeric and self.kpi is not None:
            row = self._target_row
        row.set_error(text)
        if text:
            row.field.setFocus()

    def clear_faults(self) -> None:
        """Take the faults of the last try away."""
        rows = [self._kpi_row, self._target_row] if self.numeric else [self._title_row]
        for row in rows:
            row.set_error("")

    def focus_first(self) -> None:
        """Put the cursor where one begins."""
        (self._kpi if self.numeric else self._title).setFocus()

    def set_dated(self, dated: bool) -> None:
        """Whether the goal has a deadline; an open goal has no plan."""
        self._dated = dated
        if self.numeric:
            self._show_plan()

    def set_steps(self, steps: Sequence[PlanValue]) -> None:
        """Take the plan's typed steps; none is a straight plan."""
        self.steps = tuple(steps)
        self._show_plan()

    def add_kpi(self, kpi: Kpi, *, choose: bool) -> None:
        """Offer a KPI that was made meanwhile."""
        if not self.numeric:
            return
        before = self._kpi.value
        self._known[kpi.id] = (kpi, None)
        self._kpi.set_options(self._kpi_options(), kpi.id if choose else before)
        if choose:
            self._on_kpi_chosen(kpi.id)

    def _build_number(self, fields: QGridLayout) -> None:
        kr = self.key_result
        self._kpi = Choice(self._kpi_options(), kr.kpi_id)
        self._kpi.setMinimumWidth(200)
        self._kpi.chosen.connect(self._on_kpi_chosen)
        self._comparison = Choice(
            [(item.value, say(name(item))) for item in Comparison], kr.comparison.value
        )
        self._comparison.chosen.connect(self._on_comparison_chosen)
        self._baseline, self._target = NumberField(kr.baseline), NumberField(kr.target)
        self._kpi_row = FormRow(tr("KPI"), self._kpi)
        self._comparison_row = FormRow(tr("What counts"), self._comparison)
        self._baseline_row = FormRow(tr("Baseline"), self._baseline)
        self._target_row = FormRow(tr("Target"), self._target)
        fields.addWidget(self._kpi_row, 0, 0)
        fields.addWidget(self._comparison_row, 0, 1)
        fields.addWidget(self._baseline_row, 0, 2)
        fields.addWidget(self._target_row, 0, 3)
        self._latest = Caption()
        self._plan_text = Caption(wrap=False)
        self._plan_button = quiet_button(tr("Change plan …"))
        self._plan_button.clicked.connect(self._on_plan_clicked)
        plan = QHBoxLayout()
        plan.setSpacing(SPACE.SMALL)
        plan.addWidget(self._latest, 1)
        plan.addWidget(self._plan_text)
        plan.addWidget(self._plan_button)
        fields.addWidget(FormRow(tr("Owner"), self._owner), 1, 0)
        fields.addWidget(FormRow(tr("Weight"), self._weight), 1, 1)
        fields.addLayout(plan, 1, 2, 1, 2)
        for column, stretch in enumerate((4, 3, 2, 2)):
            fields.setColumnStretch(column, stretch)
        self._dress_for_kpi()

    def _build_done(self, fields: QGridLayout) -> None:
        self._title_row = FormRow(
            tr("What is to be done"), self._title, tr("A result that is either done or not done.")
        )
        self._done = QCheckBox(tr("Done"))
        self._done.setChecked(self.key_result.done_on is not None)
        fields.addWidget(self._title_row, 0, 0)
        fields.addWidget(FormRow(tr("Owner"), self._owner), 0, 1)
        fields.addWidget(FormRow(tr("Weight"), self._weight), 0, 2)
        fields.addWidget(self._done, 0, 3)
        for column, stretch in enumerate((4, 3, 2, 2)):
            fields.setColumnStretch(column, stretch)

    def _kpi_options(self) -> list[tuple[object, str]]:
        known = sorted((kpi for kpi, _ in self._known.values()), key=lambda kpi: kpi.name.lower())
        named: list[tuple[object, str]] = [(kpi.id, kpi.name) for kpi in known]
        return [(None, tr("Choose a KPI")), *named, (NEW_KPI, tr("New KPI …"))]

    def _dress_for_kpi(self) -> None:
        kpi = self.kpi
        band = kpi is not None and kpi.better is Better.BAND
        self._baseline_row.setVisible(not band)
        self._target_row.setVisible(not band)
        if kpi is not None:
            self._baseline.set_unit(kpi.unit, kpi.decimals)
            self._target.set_unit(kpi.unit, kpi.decimals)
        self._latest.setText(self._latest_text())
        self._show_plan()

    def _latest_text(self) -> str:
        kpi = self.kpi
        latest = self._known[kpi.id][1] if kpi else None
        if kpi is None:
            return ""
        if latest is None:
            return tr("No values yet.")
        value = Quantity(latest.value, kpi.unit, kpi.decimals)
        return tr("Latest: {value}, {period}", value=value, period=latest.period)

    def _show_plan(self) -> None:
        kpi = self.kpi
        planned = self._dated and kpi is not None and kpi.better is not Better.BAND
        self._plan_text.setVisible(planned)
        self._plan_button.setVisible(planned)
        if self.steps:
            text = ntr("Plan: {n} step", "Plan: {n} steps", len(self.steps))
        else:
            text = tr("Plan: straight line")
        self._plan_text.setText(text)

    def _fill_baseline(self) -> None:
        kpi = self.kpi
        if kpi is None:
            return
        latest = self._known[kpi.id][1]
        comparison = Comparison(self._comparison.value)
        self._baseline.set_value(usual_baseline(comparison, latest.value if latest else None))

    def _on_kpi_chosen(self, key: object) -> None:
        if key == NEW_KPI:
            self._kpi.set_value(self.key_result.kpi_id)
            self.new_kpi_wanted.emit(self)
            return
        kpi = self.kpi
        if kpi is not None:
            self._comparison.set_value(usual_comparison(kpi, dated=self._dated).value)
        self._dress_for_kpi()
        self._fill_baseline()
        self._kpi_row.set_error("")

    def _on_comparison_chosen(self, _: object) -> None:
        self._fill_baseline()

    def _on_plan_clicked(self) -> None:
        self.plan_wanted.emit(self)

    def _on_remove_clicked(self) -> None:
        self.removed.emit(self)
