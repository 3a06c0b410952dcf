"""A key result that is a number, in the goal editor."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.core.advice_target import TypedTarget
from desktop.core.goal import Comparison, KeyResult, PlanValue
from desktop.core.kpi import Better, Kpi
from desktop.core.measurement import Measurement
from desktop.core.names import name
from desktop.qtkit.wording import ntr, say, tr
from desktop.services.advice_past import Past
from desktop.ui.advice.target_note import TargetNote
from desktop.ui.goals.drafts import usual_comparison
from desktop.ui.goals.reading import Aim, reading
from desktop.ui.goals.result_form import Owners, ResultForm
from desktop.ui.goals.target_change import TargetChange
from desktop.ui.widgets import Caption, Choice, FormRow, Label, NumberField, quiet_button

NEW_KPI = "new"  # the key of "New KPI …" in the list of KPIs
KnownKpis = Sequence[tuple[Kpi, Measurement | None]]


@dataclass(frozen=True, slots=True)
class Frame:
    """When the goal runs and who owns it, as it stands in its fields; ``deadline`` is ``None`` for
    an open one."""

    start: date
    deadline: date | None
    year_start: int
    owner_id: int | None = None


class NumberForm(ResultForm):
    """KPI, what counts, target and baseline, read back in a sentence.

    ``new_kpi_wanted`` asks for a KPI that is not in the list, ``plan_wanted`` for the plan's
    editor; both carry this form.
    """

    new_kpi_wanted = Signal(object)
    plan_wanted = Signal(object)

    def __init__(
        self,
        key_result: KeyResult,
        steps: Sequence[PlanValue],
        kpis: KnownKpis,
        owners: Owners,
        frame: Frame,
        past: Past,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(key_result, owners, parent)
        self.steps = self._first_steps = tuple(steps)
        self.seasonal = key_result.seasonal
        self._frame = frame
        self.note = TargetNote(past)
        self._log = past.former(key_result)
        self._keeps_log = past.keeps_log(key_result)
        self.change = TargetChange(self._log)
        self._known = {kpi.id: (kpi, latest) for kpi, latest in kpis}
        self._chosen = key_result.kpi_id  # to come back to when "New KPI …" leads to none
        self._build_fields(key_result)
        self._build_below()
        self.owner.chosen.connect(self._read_back)
        self._dress()

    def _build_fields(self, key_result: KeyResult) -> None:
        self.kpi_choice: Choice[object] = Choice(self._options(), key_result.kpi_id)
        self.kpi_choice.setMinimumWidth(200)
        self.kpi_choice.chosen.connect(self._on_kpi_chosen)
        self.comparison = Choice(
            [(item, say(name(item))) for item in Comparison], key_result.comparison
        )
        self.comparison.chosen.connect(self._on_comparison_chosen)
        self.target = NumberField(key_result.target)
        self.baseline = NumberField(key_result.baseline)
        for field in (self.target, self.baseline):
            field.textChanged.connect(self._read_back)
        self._kpi_row = FormRow(tr("KPI"), self.kpi_choice)
        self._comparison_row = FormRow(tr("What counts"), self.comparison)
        self._target_row = FormRow(tr("Target"), self.target)
        self._baseline_row = FormRow(tr("Baseline"), self.baseline)
        rows = (self._kpi_row, self._comparison_row, self._target_row, self._baseline_row)
        for column, row in enumerate(rows):
            self.fields.addWidget(row, 0, column)

    def _build_below(self) -> None:
        self._reading = Label(wrap=True)
        self._latest = Caption()
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._reading)
        words.addWidget(self._latest)
        self._plan_text = Caption(wrap=False)
        self._plan_button = quiet_button(tr("Change plan …"))
        self._plan_button.clicked.connect(self._on_plan_clicked)
        plan = QHBoxLayout()
        plan.setSpacing(0)
        plan.addWidget(self._plan_text)
        plan.addWidget(self._plan_button)
        self.below.addLayout(words, 1)
        self.below.addLayout(plan)
        self.below.setAlignment(plan, Qt.AlignmentFlag.AlignTop)
        for widget in (self.change, self.note):
            self.column.insertWidget(self.column.indexOf(self.more), widget)

    @property
    def kpi(self) -> Kpi | None:
        """The chosen KPI."""
        key = self.kpi_choice.value
        found = self._known.get(key) if isinstance(key, int) else None
        return found[0] if found else None

    def label(self) -> str:
        """What it is called in lists."""
        kpi = self.kpi
        return self.key_result.title or (kpi.name if kpi else tr("Key result"))

    def value(self) -> KeyResult:
        kpi = self.kpi
        is_band = kpi is not None and kpi.better is Better.BAND
        return replace(
            super().value(),
            kpi_id=kpi.id if kpi else None,
            comparison=self.comparison.value,
            target=None if is_band else self.target.value(),
            baseline=None if is_band or not self._has_baseline else self.baseline.value(),
            seasonal=self.seasonal,
        )

    @property
    def reason(self) -> str:
        """Why the target or the plan is changed; empty where it is not, or nobody says."""
        return self.change.reason

    def fault(self) -> QWidget | None:
        kpi = self.kpi
        if kpi is None or kpi.better is not Better.BAND:
            for row, field in (
                (self._target_row, self.target),
                (self._baseline_row, self.baseline),
            ):
                if text := field.fault_text():
                    row.set_error(text)
                    return field
        if kpi is None and (self.target.text() or self.baseline.text()):
            return self._without_kpi()  # a number of nothing is not kept
        return super().fault()

    def lack(self) -> QWidget | None:
        """The first field that an active goal needs filled, with its sentence shown; a draft may
        leave it empty."""
        kpi = self.kpi
        if kpi is None:
            return self._without_kpi()
        if kpi.better is not Better.BAND and self.target.value() is None:
            self._target_row.set_error(tr("Write the number to reach."))
            return self.target
        return None

    def _without_kpi(self) -> QWidget:
        self._kpi_row.set_error(tr("Choose which KPI shows it."))
        return self.kpi_choice

    def clear_faults(self) -> None:
        super().clear_faults()
        for row in (self._kpi_row, self._target_row, self._baseline_row):
            row.set_error("")

    def focus_first(self) -> None:
        """Put the cursor where one begins."""
        self.kpi_choice.setFocus()

    def set_frame(self, frame: Frame) -> None:
        """Take the goal's dates; an open goal has no plan."""
        self._frame = frame
        self._dress()

    def set_plan(self, seasonal: bool, steps: Sequence[PlanValue]) -> None:
        """Take what was decided of the plan; no steps and no season is a straight plan."""
        self.seasonal = seasonal
        self.steps = tuple(steps)
        self._dress()

    def add_kpi(self, kpi: Kpi, *, choose: bool) -> None:
        """Offer a KPI that was made meanwhile."""
        self._known[kpi.id] = (kpi, None)
        self.kpi_choice.set_options(self._options(), kpi.id if choose else self._chosen)
        if choose:
            self._on_kpi_chosen(kpi.id)
            self.target.setFocus()

    def _options(self) -> list[tuple[object, str]]:
        known = sorted((kpi for kpi, _ in self._known.values()), key=lambda kpi: kpi.name.lower())
        named: list[tuple[object, str]] = [(kpi.id, kpi.name) for kpi in known]
        return [(None, tr("Choose a KPI")), *named, (NEW_KPI, tr("New KPI …"))]

    @property
    def _has_baseline(self) -> bool:
        return self.comparison.value is Comparison.LEVEL

    def _dress(self) -> None:
        """Show what the KPI and the comparison need, and nothing else."""
        kpi = self.kpi
        is_band = kpi is not None and kpi.better is Better.BAND
        self._comparison_row.setVisible(not is_band)
        self._target_row.setVisible(not is_band)
        self._baseline_row.setVisible(not is_band and self._has_baseline)
        if kpi is not None:
            for field in (self.target, self.baseline):
                field.set_unit(kpi.unit, kpi.decimals)
        planned = self._frame.deadline is not None and kpi is not None and not is_band
        self._plan_text.setVisible(planned)
        self._plan_button.setVisible(planned)
        self._plan_text.setText(self._plan_words())
        self._latest.setText(self._latest_text())
        self._latest.setVisible(kpi is not None)
        self._read_back()

    def _plan_words(self) -> str:
        if self.steps:
            return ntr("Plan: {n} step", "Plan: {n} steps", len(self.steps))
        if self.comparison.value is Comparison.PER_PERIOD:
            return tr("Plan: the target in every period")
        if self.seasonal:
            return tr("Plan: as your own years")
        return tr("Plan: straight line")

    def _ends_elsewhere(self) -> str:
        """Typed steps stay where they are when the target is changed, which is said."""
        kpi, target = self.kpi, self.target.value()
        last = self.steps[-1] if self.steps else None
        if kpi is None or last is None or last.day != self._frame.deadline:
            return ""
        if target is None or last.value == target:
            return ""
        return tr("The plan ends at {value}, not at the target.", value=kpi.quantity(last.value))

    def _read_back(self) -> None:
        kpi = self.kpi
        text = ""
        if kpi is not None:
            now = self.value()
            aim = Aim(
                kpi,
                now.comparison,
                now.baseline,
                now.target,
                self._frame.start,
                self._frame.deadline,
                self._frame.year_start,
            )
            text = reading(aim)
            self._latest.setText(self._latest_text())
        self._reading.setText(text)
        self._reading.setVisible(bool(text))
        self.note.judge(self._typed_target())
        self._show_change()

    def _show_change(self) -> None:
        """What was in force before, and a question when an active goal gets another target or
        plan; another KPI begins anew."""
        was, now, kpi = self.key_result, self.value(), self.kpi
        same = was.kpi_id == now.kpi_id and was.comparison == now.comparison
        changed = (was.target, was.baseline, was.seasonal, self._first_steps) != (
            now.target,
            now.baseline,
            now.seasonal,
            self.steps,
        )
        changing = self._keeps_log and same and changed and was.target is not None
        self.change.show_change(kpi if same else None, was.target, changing=changing)

    def _typed_target(self) -> TypedTarget | None:
        kpi, now = self.kpi, self.value()
        if kpi is None or now.target is None:
            return None
        return TypedTarget(
            kpi=kpi,
            comparison=now.comparison,
            target=now.target,
            start=self._frame.start,
            deadline=self._frame.deadline,
            year_start=self._frame.year_start,
            owner_id=now.owner_id or self._frame.owner_id or kpi.owner_id,
        )

    def _latest_text(self) -> str:
        kpi = self.kpi
        if kpi is None:
            return ""
        latest = self._known[kpi.id][1]
        texts = [tr("No values yet; import a spreadsheet or type them on the KPIs page.")]
        if latest is not None:
            value = kpi.quantity(latest.value)
            texts = [tr("Latest: {value}, {period}.", value=value, period=latest.period)]
        original = self.key_result.original_target
        if original is not None and kpi.id == self.key_result.kpi_id and not self._log:
            texts.append(tr("The first target was {target}.", target=kpi.quantity(original)))
        texts.append(self._ends_elsewhere())
        return " ".join(filter(None, texts))

    def _on_kpi_chosen(self, key: object) -> None:
        if key == NEW_KPI:
            self.kpi_choice.set_value(self._chosen)
            self.new_kpi_wanted.emit(self)
            return
        kpi = self.kpi
        self._chosen = kpi.id if kpi else None
        if kpi is not None:
            dated = self._frame.deadline is not None
            self.comparison.set_value(usual_comparison(kpi, dated=dated))
            self.seasonal = dated and self.note.past.season(kpi, self._frame.start)
        self._fill_baseline()
        self._kpi_row.set_error("")
        self._dress()
        self.renamed.emit()

    def _fill_baseline(self) -> None:
        """A level begins where it is."""
        latest = self._known[self.kpi.id][1] if self.kpi else None
        self.baseline.set_value(latest.value if latest else None)

    def _on_comparison_chosen(self, _: object) -> None:
        if self._has_baseline and self.baseline.value() is None:
            self._fill_baseline()
        self._dress()

    def _on_plan_clicked(self) -> None:
        self.plan_wanted.emit(self)
