"""Small words of the field: KPIs, measurements, messages, faults."""

from __future__ import annotations

from datetime import date

from desktop.core.assessment import Assessment, Status
from desktop.core.faults import FileFault, FileInUse
from desktop.core.kpi import AddUp, Kpi
from desktop.core.message import msg, nmsg
from desktop.core.unit import Quantity, Unit, UnitKind


def test_a_formula_kpi_does_not_sum():
    assert Kpi(name="Orders").sums
    assert not Kpi(name="Stock", add_up=AddUp.LAST).sums
    assert not Kpi(name="Rate", formula="a / b").sums


def test_a_kpi_gives_its_values_their_unit():
    kpi = Kpi(name="Rate", unit=Unit(UnitKind.PERCENT), decimals=1)
    assert kpi.quantity(0.025) == Quantity(0.025, Unit(UnitKind.PERCENT), 1)
    assert kpi.quantity(0.025, signed=True).signed


def test_no_gap_without_both_numbers():
    assert Assessment(Status.TOO_EARLY, msg("Early."), current=2.0).gap is None
    assert Assessment(Status.TOO_EARLY, msg("Early."), expected=2.0).gap is None


def test_messages_and_faults_keep_their_values():
    message = nmsg("{n} value of {kpi}", "{n} values of {kpi}", 3, kpi="Orders")
    assert message.values == {"n": 3, "kpi": "Orders"}
    fault = FileInUse(msg("Open since {day}.", day=date(2026, 1, 1)))
    assert isinstance(fault, FileFault)
    assert fault.message.values["day"] == date(2026, 1, 1)
    assert str(fault) == "Open since {day}."
