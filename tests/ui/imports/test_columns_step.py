"""The step in which columns meet KPIs: why, how, and one KPI for each text."""

from __future__ import annotations

import weakref
from datetime import date, timedelta
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from desktop.services.imports import Gather, Running
from desktop.services.kpis import kpis
from desktop.services.measurements import series
from desktop.services.workspace import Workspace
from desktop.ui.imports.columns_step import ColumnsStep
from desktop.ui.imports.import_flow import CHANGES, ImportFlow
from desktop.ui.imports.page import ImportsPage
from desktop.ui.imports.rule_dialog import RuleDialog
from desktop.ui.imports.rule_row import NEW, SKIP, RuleRow
from desktop.ui.imports.split_dialog import OWN, SplitDialog
from tests.ui.conftest import freed

PATIENCE = 10_000


def ads_file(path: Path, channels: int = 2) -> Path:
    lines = ["Day,Campaign,Type,Impr.,Clicks,CTR,Billed on"]
    for at in range(40):
        for number in range(channels):
            shown, clicks = 1000 + 10 * at + 100 * number, 20 + at % 7 + number
            day = date(2026, 1, 1) + timedelta(days=at)
            kind = "credit" if number else "debit"
            lines.append(
                f"{day},C{number:02},{kind},{shown},{clicks},{100 * clicks / shown:.2f}%,"
                f"{day + timedelta(days=31)}"
            )
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return path


def columns_of(qtbot: QtBot, page: ImportsPage, path: Path) -> tuple[ImportFlow, ColumnsStep]:
    page.open_files([path])
    qtbot.waitUntil(lambda: page.flow is not None, timeout=PATIENCE)
    flow = page.flow
    assert flow is not None
    qtbot.mouseClick(flow.next_button, Qt.MouseButton.LeftButton)
    step = flow.findChild(ColumnsStep)
    assert step is not None
    step.rules()
    return flow, step


def rows(step: ColumnsStep) -> dict[str, RuleRow]:
    return {row.accessibleName(): row for each in step.rows.values() for row in each}


def click(qtbot: QtBot, button: object) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def words(row: RuleRow) -> str:
    return "\n".join(label.text() for label in row.findChildren(QLabel) if label.isVisible())


def test_a_row_says_why_and_how(qtbot: QtBot, page: ImportsPage, tmp_path: Path) -> None:
    _, step = columns_of(qtbot, page, ads_file(tmp_path / "ads.csv"))
    row = rows(step)["CTR"]
    assert row.rule is not None
    assert (row.rule.add_up, row.rule.over) == (Gather.RATIO, "Impr.")
    assert "as the rows show" in words(row)
    assert "“Clicks” divided by “Impr.”" in words(row)


def test_how_the_values_come_about(qtbot: QtBot, page: ImportsPage, tmp_path: Path) -> None:
    _, step = columns_of(qtbot, page, ads_file(tmp_path / "ads.csv"))
    row = rows(step)["Clicks"]
    click(qtbot, row.how_button)
    dialog = row.findChild(RuleDialog)
    assert dialog is not None
    dialog.over.set_value((Gather.DISTINCT.value, "Campaign"))
    dialog.sign.set_value(("Type", "debit"))
    dialog.date.set_value("Billed on")
    dialog.running.set_value(Running.YEAR)
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    rule = row.rule
    assert rule is not None
    assert (rule.add_up, rule.over, rule.over_by) == (Gather.RATIO, "Campaign", Gather.DISTINCT)
    assert (rule.minus, rule.date) == ((("Type", "debit"),), "Billed on")
    assert rule.new_kpi is not None
    assert rule.new_kpi.decimals == 2
    assert row.gather.value is Gather.RATIO
    assert "by “Billed on”" in words(row)


def test_a_ratio_asks_for_what_divides(qtbot: QtBot, page: ImportsPage, tmp_path: Path) -> None:
    _, step = columns_of(qtbot, page, ads_file(tmp_path / "ads.csv"))
    row = rows(step)["Clicks"]
    row.gather.set_value(Gather.RATIO)
    row.gather.activated.emit(row.gather.currentIndex())
    dialog = row.findChild(RuleDialog)
    assert dialog is not None
    assert row.gather.value is Gather.SUM  # nothing is chosen yet
    dialog.over.set_value((Gather.SUM.value, "Impr."))
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert row.rule is not None
    assert (row.rule.add_up, row.rule.over) == (Gather.RATIO, "Impr.")
    row.gather.set_value(Gather.MEAN)
    row.gather.activated.emit(row.gather.currentIndex())
    assert row.rule is not None
    assert (row.rule.add_up, row.rule.over) == (Gather.MEAN, "")


def split(qtbot: QtBot, step: ColumnsStep, name: str) -> SplitDialog:
    click(qtbot, rows(step)[name].split_button)
    qtbot.waitUntil(lambda: step.findChild(SplitDialog) is not None, timeout=PATIENCE)
    dialog = step.findChild(SplitDialog)
    assert dialog is not None
    return dialog


def test_one_kpi_for_each_text_and_the_rest(
    qtbot: QtBot, page: ImportsPage, workspace: Workspace, tmp_path: Path
) -> None:
    path = ads_file(tmp_path / "ads.csv", channels=6)
    flow, step = columns_of(qtbot, page, path)
    for row in rows(step).values():
        row.set_skipped()
    clicks = rows(step)["Clicks"]
    clicks.kpi.set_value(NEW)
    clicks.kpi.activated.emit(clicks.kpi.currentIndex())
    dialog = split(qtbot, step, "Clicks")
    dialog.label.set_value("Campaign")
    dialog.label.chosen.emit("Campaign")
    assert len(dialog.chosen) == 6
    assert not dialog.rest.isEnabled()
    dialog.largest.set_value(3)
    dialog.largest.chosen.emit(3)
    assert dialog.chosen == ["C05", "C04", "C03"]
    assert dialog.rest.isChecked()
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert clicks.kpi.value == SKIP
    names = [each.rule.new_kpi.name for each in step.rules() if each.rule.new_kpi]
    assert names == ["Klick – C05", "Klick – C04", "Klick – C03", "Klick – Others"]
    click(qtbot, flow.next_button)
    qtbot.waitUntil(lambda: flow.stepper.current == CHANGES, timeout=PATIENCE)
    click(qtbot, flow.next_button)
    qtbot.waitUntil(lambda: page.flow is None, timeout=PATIENCE)
    sums = {
        kpi.name: sum(each.value for each in series(workspace, kpi.id or 0).measurements)
        for kpi in kpis(workspace)
    }
    base = sum(20 + at % 7 for at in range(40))
    expected = {f"Klick – C{number:02}": base + 40 * number for number in (5, 4, 3)}
    assert sums == {**expected, "Klick – Others": 3 * base + 40 * (0 + 1 + 2)}


def test_very_many_texts_need_a_choice(qtbot: QtBot, page: ImportsPage, tmp_path: Path) -> None:
    _, step = columns_of(qtbot, page, ads_file(tmp_path / "ads.csv", channels=40))
    dialog = split(qtbot, step, "Clicks")
    dialog.label.set_value("Campaign")
    dialog.label.chosen.emit("Campaign")
    assert (dialog.largest.value, dialog.chosen) == (OWN, [])
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert dialog.isVisible()  # it says what is missing
    dialog.texts.item(2).setCheckState(Qt.CheckState.Checked)
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert len([row for each in step.rows.values() for row in each if row.rule]) > 1


def test_the_dialogs_are_freed(
    qtbot: QtBot, page: ImportsPage, tmp_path: Path, qapp: QApplication
) -> None:
    _, step = columns_of(qtbot, page, ads_file(tmp_path / "ads.csv"))
    row = rows(step)["Clicks"]
    click(qtbot, row.how_button)
    how = weakref.ref(row.findChild(RuleDialog))
    how().reject()
    assert freed(how, qapp)
    texts = weakref.ref(split(qtbot, step, "Clicks"))
    texts().reject()
    assert freed(texts, qapp)


def test_a_reason_is_only_given_for_what_is_chosen(
    qtbot: QtBot, page: ImportsPage, tmp_path: Path
) -> None:
    _, step = columns_of(qtbot, page, ads_file(tmp_path / "ads.csv"))
    row = rows(step)["CTR"]
    assert "as the rows show" in words(row)
    qtbot.keyClick(row.kpi, Qt.Key.Key_Home)
    assert row.rule is None
    assert "as the rows show" not in words(row)


def test_all_columns_are_chosen_at_once(qtbot: QtBot, page: ImportsPage, tmp_path: Path) -> None:
    path = tmp_path / "months.csv"
    names = [f"Figure {letter}" for letter in "ABCDEFGH"]
    lines = [f"2026-{month:02};" + ";".join(str(month * n) for n in range(8)) for month in (1, 2)]
    path.write_text("\n".join([f"Month;{';'.join(names)}", *lines]) + "\n", "utf-8")
    flow, step = columns_of(qtbot, page, path)
    button = step.all_buttons[0]
    assert button.isVisible()
    assert not flow.next_button.isEnabled()
    click(qtbot, button)
    assert [each.rule.column for each in step.rules()] == names
    assert flow.next_button.isEnabled()
    assert not button.isVisible()


def test_the_newest_level_is_told_whichever_way_the_rows_run(
    qtbot: QtBot, page: ImportsPage, tmp_path: Path
) -> None:
    days = [f"2026-01-{day:02};{-day};{1000 + day}" for day in range(1, 29)]
    path = tmp_path / "bank.csv"
    path.write_text("\n".join(["Date;Amount;Balance", *reversed(days)]) + "\n", "utf-8")
    _, step = columns_of(qtbot, page, path)
    assert "last 1,028" in words(rows(step)["Balance"])
