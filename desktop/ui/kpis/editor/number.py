"""Unit, decimals and direction of a KPI."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit

from desktop.core.kpi import Better, Kpi
from desktop.core.names import name
from desktop.core.unit import Quantity, Unit, UnitKind
from desktop.qtkit.wording import current, say, tr
from desktop.ui.company_choices import currency_options
from desktop.ui.kpis.editor.section import Section
from desktop.ui.widgets import Choice, FormRow, NumberField, SegmentedControl

_MOST_DECIMALS = 4


class NumberSection(Section):
    """``unit_changed`` carries the new unit and its decimals."""

    unit_changed = Signal(object, int)

    def __init__(self, currency: str) -> None:
        super().__init__(tr("The number"), tr("How it is written, and which way is good."))
        self._currency_of_company = currency
        self.kind = Choice([(kind, say(name(kind))) for kind in UnitKind])
        self.currency = Choice(currency_options(currency), currency)
        self.word = QLineEdit()
        self.decimals: Choice[int] = Choice()
        self._currency_row = FormRow(tr("Currency"), self.currency)
        self._word_row = FormRow(tr("Word"), self.word, tr("Such as orders, hours or kWh."))
        self.better = SegmentedControl(
            [
                (Better.HIGHER, tr("Higher is better")),
                (Better.LOWER, tr("Lower is better")),
                (Better.BAND, tr("Inside a band")),
            ],
            name=tr("Direction"),
        )
        self.low, self.high = NumberField(), NumberField()
        self._low_row = FormRow(tr("From"), self.low, tr("Empty: no lower limit."))
        self._high_row = FormRow(tr("To"), self.high, tr("Empty: no upper limit."))
        self.add(
            FormRow(tr("Unit"), self.kind),
            self._currency_row,
            self._word_row,
            FormRow(tr("Decimals"), self.decimals),
        )
        self.fields.addWidget(self.better)
        self.add(self._low_row, self._high_row)
        self.kind.chosen.connect(self._on_kind_chosen)
        self.currency.chosen.connect(self._on_unit_changed)
        self.decimals.chosen.connect(self._on_unit_changed)
        self.word.textEdited.connect(self._on_unit_changed)
        self.better.chosen.connect(self._on_better_chosen)

    @property
    def unit(self) -> Unit:
        match self.kind.value:
            case UnitKind.CURRENCY as kind:
                return Unit(kind, self.currency.value)
            case UnitKind.OWN as kind:
                return Unit(kind, self.word.text().strip())
            case kind:
                return Unit(kind)

    @property
    def digits(self) -> int:
        return self.decimals.value

    def fill(self, kpi: Kpi) -> None:
        self.kind.set_value(kpi.unit.kind)
        code = kpi.unit.symbol if kpi.unit.kind is UnitKind.CURRENCY else ""
        self.currency.set_options(currency_options(code), code or self._currency_of_company)
        self.word.setText(kpi.unit.symbol if kpi.unit.kind is UnitKind.OWN else "")
        self._offer_decimals(kpi.decimals)
        self.better.set_value(kpi.better)
        for field, value in ((self.low, kpi.band_low), (self.high, kpi.band_high)):
            field.set_unit(kpi.unit, kpi.decimals)
            field.set_value(value)
        self._show_rows()

    def read(self, kpi: Kpi) -> Kpi:
        band = Better(self.better.value) is Better.BAND
        return replace(
            kpi,
            unit=self.unit,
            decimals=self.digits,
            better=Better(self.better.value),
            band_low=self.low.value() if band else None,
            band_high=self.high.value() if band else None,
        )

    def wrong(self) -> FormRow | None:
        for row in (self._low_row, self._high_row, self._word_row):
            row.set_error("")
        if self.kind.value is UnitKind.OWN and not self.word.text().strip():
            self._word_row.set_error(tr("Write the word that the number counts."))
            return self._word_row
        if Better(self.better.value) is not Better.BAND:
            return None
        for row, field in ((self._low_row, self.low), (self._high_row, self.high)):
            if fault := field.fault_text():
                row.set_error(fault)
                return row
        low, high = self.low.value(), self.high.value()
        if low is None and high is None:
            self._low_row.set_error(tr("A band needs at least one limit."))
            return self._low_row
        if low is not None and high is not None and low > high:
            self._high_row.set_error(tr("The upper limit is below the lower one."))
            return self._high_row
        return None

    def _offer_decimals(self, chosen: int) -> None:
        """Each choice as an example in the reader's format."""
        options = []
        value = 0.1234 if self.kind.value == UnitKind.PERCENT else 1234.5678
        for decimals in range(_MOST_DECIMALS + 1):
            example = current().quantity(Quantity(value, self.unit, decimals))
            options.append((decimals, f"{decimals} \N{EN DASH} {example}"))
        self.decimals.set_options(options, chosen)
        self.decimals.setEnabled(self.kind.value != UnitKind.DURATION)

    def _show_rows(self) -> None:
        kind = self.kind.value
        self._currency_row.setVisible(kind is UnitKind.CURRENCY)
        self._word_row.setVisible(kind is UnitKind.OWN)
        band = Better(self.better.value) is Better.BAND
        self._low_row.setVisible(band)
        self._high_row.setVisible(band)

    def _on_kind_chosen(self) -> None:
        self._show_rows()
        self._on_unit_changed()

    def _on_better_chosen(self) -> None:
        self._show_rows()

    def _on_unit_changed(self) -> None:
        self._offer_decimals(self.digits)
        for field in (self.low, self.high):
            field.set_unit(self.unit, self.digits)
        self.unit_changed.emit(self.unit, self.digits)
