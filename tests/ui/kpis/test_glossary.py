"""The glossary as a person uses it."""

from __future__ import annotations

import weakref
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.core.glossary import Word
from desktop.core.kpi import Kpi
from desktop.qtkit.wording import set_language
from desktop.services.glossary import save_word, words
from desktop.services.kpis import save_kpi
from desktop.services.workspace import Workspace
from desktop.ui.context import AppContext
from desktop.ui.kpis.glossary.glossary_dialog import GlossaryDialog
from desktop.ui.kpis.glossary.word_dialog import WordDialog
from desktop.ui.kpis.page import KpisPage
from tests.ui.conftest import Said, freed
from tests.ui.kpis.conftest import Bakery, press


def labels(widget: QWidget) -> str:
    return " | ".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


@pytest.fixture
def glossary(page: KpisPage, qtbot: QtBot) -> GlossaryDialog:
    press(page, "Glossary", qtbot)
    dialog = page.findChild(GlossaryDialog)
    assert dialog is not None
    return dialog


def word_dialog(glossary: GlossaryDialog) -> WordDialog:
    dialog = glossary.findChildren(WordDialog)[-1]
    assert isinstance(dialog, WordDialog)
    return dialog


def test_it_has_every_kpi_with_its_formula_unit_and_source(glossary: GlossaryDialog) -> None:
    text = glossary.text.toPlainText()
    assert "Invoiced, without VAT" in text
    assert "Formula: Orders ÷ Visits · Unit: Percent" in text
    assert "Unit: SEK · Source: Fortnox" in text
    assert "No definition yet." in text
    assert "6 words" in labels(glossary)


def test_search_narrows_it(glossary: GlossaryDialog, qtbot: QtBot) -> None:
    qtbot.keyClicks(glossary.search, "orders visits")
    assert [entry.name for entry in glossary.shown] == ["Conversion"]
    assert "1 word" in labels(glossary)
    qtbot.keyClicks(glossary.search, "x")
    assert "No word fits the search." in labels(glossary)
    assert glossary.text.toPlainText() == ""


def test_an_own_word_is_added_changed_and_deleted(
    glossary: GlossaryDialog, bakery: Bakery, qtbot: QtBot
) -> None:
    qtbot.keyClicks(glossary.search, "customer")
    press(glossary, "New word", qtbot)
    dialog = word_dialog(glossary)
    assert dialog.name.text() == "customer"
    qtbot.keyClicks(dialog.definition, "Has bought this year")
    press(dialog, "Add", qtbot)
    (saved,) = words(bakery.workspace)
    assert (saved.name, saved.definition) == ("customer", "Has bought this year")
    assert "Has bought this year" in glossary.text.toPlainText()
    glossary.text.anchorClicked.emit(QUrl(f"word:{saved.id}"))
    again = word_dialog(glossary)
    again.name.setText("Sales")
    press(again, "Save", qtbot)
    assert "is a KPI" in labels(again)
    again.name.setText("Customer")
    press(again, "Save", qtbot)
    assert words(bakery.workspace)[0].name == "Customer"
    glossary.text.anchorClicked.emit(QUrl(f"word:{saved.id}"))
    press(word_dialog(glossary), "Delete", qtbot)
    assert words(bakery.workspace) == []
    bakery.workspace.undo()
    assert words(bakery.workspace)[0].name == "Customer"


def test_a_kpi_leads_to_its_page(
    page: KpisPage, glossary: GlossaryDialog, bakery: Bakery, qtbot: QtBot
) -> None:
    glossary.text.anchorClicked.emit(QUrl(f"kpi:{bakery.id('returns')}"))
    assert page.selected_item() == bakery.id("returns")
    assert not glossary.isVisible()


def test_what_is_shown_is_copied(glossary: GlossaryDialog, said: Said, qtbot: QtBot) -> None:
    qtbot.keyClicks(glossary.search, "fortnox")
    press(glossary, "Copy", qtbot)
    assert QGuiApplication.clipboard().text().splitlines() == [
        "Word\tMeaning\tFormula\tUnit\tSource",
        "Sales\tInvoiced, without VAT\t\tSEK\tFortnox",
    ]
    assert said.notices[-1][1] == "good"


def test_words_stand_in_the_order_of_the_readers_language(
    context: AppContext, qtbot: QtBot
) -> None:
    for name in ("Ärende", "Zon", "Åtgärd", "ånger", "Apa"):
        save_word(context.workspace, Word(name=name))
    save_kpi(context.workspace, Kpi(name="Öppningar"))
    set_language("sv")
    dialog = GlossaryDialog(None, context)
    qtbot.addWidget(dialog)
    names = [entry.name for entry in dialog.shown]
    assert names == ["Apa", "Zon", "ånger", "Åtgärd", "Ärende", "Öppningar"]


def test_what_people_write_is_text(context: AppContext, qtbot: QtBot) -> None:
    save_word(context.workspace, Word(name="<b>Lead</b>", definition="a < b & <img src=x>\nline"))
    dialog = GlossaryDialog(None, context)
    qtbot.addWidget(dialog)
    text = dialog.text.toPlainText()
    assert "<b>Lead</b>" in text
    assert "a < b & <img src=x>\nline" in text


def test_a_word_that_is_gone_is_said(glossary: GlossaryDialog, said: Said, bakery: Bakery) -> None:
    glossary.text.anchorClicked.emit(QUrl("word:999"))
    assert said.notices[-1] == ("This word is no longer in the glossary.", "bad")


def test_a_file_opened_to_read_has_nothing_to_write(
    bakery: Bakery, context: AppContext, qtbot: QtBot
) -> None:
    save_word(bakery.workspace, Word(name="Customer"))
    path = bakery.workspace.path
    bakery.workspace.close()
    with Workspace.open(path, read_only=True, today=lambda: date(2026, 10, 5)) as reading:
        dialog = GlossaryDialog(None, replace(context, workspace=reading))
        qtbot.addWidget(dialog)
        dialog.show()
        assert "Customer" in dialog.text.toPlainText()
        assert "Edit word" not in dialog.text.toPlainText()
        new = next(b for b in dialog.findChildren(QPushButton) if b.text().strip() == "New word")
        assert not new.isEnabled()


def test_the_dialogs_are_freed_when_they_close(context: AppContext, qapp: QApplication) -> None:
    for make in (
        lambda: GlossaryDialog(None, context),
        lambda: WordDialog(None, context.workspace, Word(name="")),
    ):
        dialog = make()
        dialog.open()
        reference = weakref.ref(dialog)
        dialog.reject()
        del dialog
        assert freed(reference, qapp)
