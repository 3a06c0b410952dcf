"""The KPI editor: every field, live validation, one undo step."""

from __future__ import annotations

import weakref

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop.core.kpi import AddUp, Better, Kpi, Perspective, Phase
from desktop.core.period import Cadence
from desktop.core.unit import Unit, UnitKind
from desktop.services.kpis import kpi, kpis
from desktop.ui.dialogs import Question
from desktop.ui.kpis.editor.kpi_editor import KpiEditor
from tests.ui.conftest import freed
from tests.ui.kpis.conftest import Bakery, month, press


def opened(bakery: Bakery, qtbot: QtBot, known: Kpi) -> KpiEditor:
    editor = KpiEditor(None, bakery.workspace, known)
    qtbot.addWidget(editor)
    editor.show()
    return editor


def visible_words(editor: QWidget) -> str:
    return " ".join(label.text() for label in editor.findChildren(QLabel) if label.isVisible())


def test_every_field_is_saved(bakery: Bakery, qtbot: QtBot) -> None:
    editor = opened(bakery, qtbot, Kpi(name=""))
    qtbot.keyClicks(editor.naming.name, "  Delivery   time ")
    editor.naming.definition.setPlainText("From order to door.")
    qtbot.keyClicks(editor.naming.key, "delivery")
    editor.number.kind.set_value(UnitKind.OWN)
    editor.number.kind.chosen.emit(UnitKind.OWN)
    qtbot.keyClicks(editor.number.word, "days")
    editor.number.decimals.set_value(1)
    press(editor, "Inside a band", qtbot)
    qtbot.keyClicks(editor.number.low, "1.5")
    qtbot.keyClicks(editor.number.high, "4")
    editor.periods.cadence.set_value(Cadence.WEEK)
    press(editor, "Mean", qtbot)
    editor.place.owner.setCurrentIndex(1)
    qtbot.keyClicks(editor.place.audience, "The warehouse")
    qtbot.keyClicks(editor.place.source, "PostNord")
    qtbot.keyClicks(editor.place.source_place, "Portal, Reports")
    press(editor, "Leading", qtbot)
    editor.place.phase.set_value(Phase.ENGAGEMENT)
    editor.place.perspective.set_value(Perspective.PROCESS)
    editor.place.parent_kpi.set_value(bakery.id("orders"))
    qtbot.keyClicks(editor.place.capacity, "40")
    editor.place.capacity_owner.setCurrentIndex(1)
    lessons = editor.conclusions
    fields = (lessons.stop, lessons.start, lessons.go_on, lessons.more, lessons.less)
    for field, text in zip(
        fields, ("Friday post", "Tracking", "Small boxes", "A", "B"), strict=True
    ):
        qtbot.keyClicks(field, text)
    with qtbot.waitSignal(editor.kpi_saved) as heard:
        press(editor, "Add KPI", qtbot)
    saved: Kpi = heard.args[0]
    assert kpi(bakery.workspace, saved.id or 0) == saved
    assert saved == Kpi(
        id=saved.id,
        key="delivery",
        name="Delivery time",
        definition="From order to door.",
        unit=Unit(UnitKind.OWN, "days"),
        decimals=1,
        better=Better.BAND,
        band_low=1.5,
        band_high=4.0,
        cadence=Cadence.WEEK,
        add_up=AddUp.MEAN,
        leading=True,
        phase=Phase.ENGAGEMENT,
        perspective=Perspective.PROCESS,
        owner_id=saved.owner_id,
        source="PostNord",
        parent_id=bakery.id("orders"),
        capacity=40.0,
        capacity_owner_id=saved.owner_id,
        audience="The warehouse",
        source_place="Portal, Reports",
        conclude_stop="Friday post",
        conclude_start="Tracking",
        conclude_continue="Small boxes",
        conclude_more="A",
        conclude_less="B",
    )
    assert saved.owner_id is not None
    bakery.workspace.undo()
    assert saved.id not in [each.id for each in kpis(bakery.workspace)]


def test_an_untouched_kpi_is_saved_as_it_was(bakery: Bakery, qtbot: QtBot) -> None:
    for known in kpis(bakery.workspace):
        editor = opened(bakery, qtbot, known)
        press(editor, "Save", qtbot)
        assert kpi(bakery.workspace, known.id or 0) == known


def test_a_name_is_needed(bakery: Bakery, qtbot: QtBot) -> None:
    editor = opened(bakery, qtbot, Kpi(name=""))
    press(editor, "Add KPI", qtbot)
    assert "Write what the KPI is called." in visible_words(editor)
    assert editor.isVisible()
    qtbot.keyClicks(editor.naming.name, "T")
    assert "Write what the KPI is called." not in visible_words(editor)


@pytest.mark.parametrize(
    ("formula", "said"),
    [
        ("orders /", "cannot be read"),
        ("orders / guests", "no KPI called guests"),
        ("5", "names no KPI"),
        ("conversion * 2", "comes back to itself"),
        ("orders / visits * 2", ""),
    ],
)
def test_a_formula_is_checked_while_it_is_typed(
    bakery: Bakery, qtbot: QtBot, formula: str, said: str
) -> None:
    known = kpi(bakery.workspace, bakery.id("conversion"))
    editor = opened(bakery, qtbot, known)
    editor.periods.formula.clear()
    qtbot.keyClicks(editor.periods.formula, formula)
    row_words = visible_words(editor)
    if said:
        assert said in row_words
        press(editor, "Save", qtbot)
        assert editor.isVisible()
        assert kpi(bakery.workspace, bakery.id("conversion")) == known
    else:
        press(editor, "Save", qtbot)
        assert kpi(bakery.workspace, bakery.id("conversion")).formula == formula


def test_a_kpi_is_put_into_the_formula_from_the_list(bakery: Bakery, qtbot: QtBot) -> None:
    editor = opened(bakery, qtbot, Kpi(name="Basket"))
    press(editor, "Worked out from others", qtbot)
    assert "never a mean" in visible_words(editor)
    editor.periods.insert.chosen.emit("sales")
    qtbot.keyClicks(editor.periods.formula, " / ")
    editor.periods.insert.chosen.emit("orders")
    assert editor.periods.formula.text() == "sales / orders"


def test_adding_up_is_explained_in_plain_words(bakery: Bakery, qtbot: QtBot) -> None:
    editor = opened(bakery, qtbot, Kpi(name=""))
    assert "together make" in visible_words(editor)
    press(editor, "Latest", qtbot)
    assert "last month" in visible_words(editor)


def test_a_band_needs_limits_in_order(bakery: Bakery, qtbot: QtBot) -> None:
    editor = opened(bakery, qtbot, Kpi(name="Margin"))
    press(editor, "Inside a band", qtbot)
    press(editor, "Add KPI", qtbot)
    assert "at least one limit" in visible_words(editor)
    qtbot.keyClicks(editor.number.low, "5")
    qtbot.keyClicks(editor.number.high, "4")
    press(editor, "Add KPI", qtbot)
    assert "below the lower one" in visible_words(editor)
    qtbot.keyClicks(editor.number.high, "x")
    press(editor, "Add KPI", qtbot)
    assert editor.isVisible()


def test_what_the_services_refuse_is_said(bakery: Bakery, qtbot: QtBot) -> None:
    editor = opened(bakery, qtbot, Kpi(name="Other sales"))
    qtbot.keyClicks(editor.naming.key, "sales")
    press(editor, "Add KPI", qtbot)
    assert "sales" in visible_words(editor)
    assert editor.isVisible()


def test_limits_follow_the_unit(bakery: Bakery, qtbot: QtBot) -> None:
    editor = opened(bakery, qtbot, Kpi(name="Margin", unit=Unit(UnitKind.PERCENT)))
    press(editor, "Inside a band", qtbot)
    qtbot.keyClicks(editor.number.low, "42")
    with qtbot.waitSignal(editor.kpi_saved) as heard:
        press(editor, "Add KPI", qtbot)
    assert heard.args[0].band_low == 0.42


def test_an_archived_kpi_keeps_its_values_and_can_be_brought_back(
    bakery: Bakery, qtbot: QtBot
) -> None:
    editor = opened(bakery, qtbot, kpi(bakery.workspace, bakery.id("sales")))
    press(editor, "Archive", qtbot)
    assert "sales" not in [each.key for each in kpis(bakery.workspace)]
    archived = next(each for each in kpis(bakery.workspace, archived=True) if each.archived)
    press(opened(bakery, qtbot, archived), "Bring back", qtbot)
    assert bakery.value("sales", month(2026, 9)) == 130_000


def test_deleting_asks_first_and_can_be_undone(bakery: Bakery, qtbot: QtBot) -> None:
    editor = opened(bakery, qtbot, kpi(bakery.workspace, bakery.id("sales")))
    press(editor, "Delete", qtbot)
    question = editor.findChild(Question)
    assert question is not None
    assert bakery.id("sales")
    with qtbot.waitSignal(editor.kpi_deleted):
        press(question, "Delete", qtbot)
    assert "sales" not in [each.key for each in kpis(bakery.workspace)]
    bakery.workspace.undo()
    assert bakery.value("sales", month(2026, 9)) == 130_000


def test_a_kpi_in_use_is_not_deleted(bakery: Bakery, qtbot: QtBot) -> None:
    editor = opened(bakery, qtbot, kpi(bakery.workspace, bakery.id("orders")))
    press(editor, "Delete", qtbot)
    question = editor.findChild(Question)
    assert question is not None
    press(question, "Delete", qtbot)
    qtbot.waitUntil(lambda: "Conversion" in visible_words(editor))
    assert bakery.id("orders")


def test_the_dialog_is_freed_when_it_closes(bakery: Bakery, qapp: QApplication) -> None:
    editor = KpiEditor(None, bakery.workspace, Kpi(name=""))
    editor.open()
    reference = weakref.ref(editor)
    editor.reject()
    del editor
    assert freed(reference, qapp)
