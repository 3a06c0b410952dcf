"""A workbook for a colleague to fill in: open cells for what is wanted, everything else locked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop.core.company import Company
from desktop.core.kpi import AddUp, Kpi
from desktop.core.measurement import Measurement
from desktop.core.message import Message, msg
from desktop.core.own_workbook import OwnKpi, OwnPeriod, OwnTable, OwnWorkbook, Purpose
from desktop.core.period import Cadence, Period
from desktop.core.wording import Wording
from desktop.core.writing import write_whole
from desktop.exporting.export_values import TITLES, unique_labels
from desktop.exporting.form_cells import FormCells
from desktop.exporting.marks import write_marks
from desktop.exporting.number_formats import (
    DAY,
    MONTH,
    cell_number,
    kpi_format,
    unit_text,
)
from desktop.exporting.sheet_writer import print_company, set_up_page
from desktop.exporting.text import plain_text, sheet_titles

if TYPE_CHECKING:
    from openpyxl import Workbook

HEAD_ROW = 5
FIRST_PERIOD = 4  # the column
_A_PAGE = 13  # periods beside each other on paper
_HOW: Mapping[AddUp, Message] = {
    AddUp.SUM: msg("The total of the period."),
    AddUp.MEAN: msg("The mean of the period."),
    AddUp.LAST: msg("As it stands at the end of the period."),
}


@dataclass(frozen=True, slots=True)
class FormKpi:
    """A KPI that is asked for, with what is there already."""

    kpi: Kpi
    periods: tuple[Period, ...]
    values: Mapping[Period, Measurement]


@dataclass(frozen=True, slots=True)
class FormContent:
    """``recipient`` is whom the form is for; with ``correct`` what is there can be changed."""

    company: Company
    company_id: str
    recipient: str
    kpis: tuple[FormKpi, ...]
    today: date
    correct: bool = False


def write_form(path: Path, content: FormContent, words: Wording) -> None:
    """Write the form whole or not at all; raises :class:`FileFault`."""
    from openpyxl import Workbook  # heavy

    workbook = Workbook()
    workbook.remove(workbook.active)
    workbook.properties.creator = "Sikte"
    workbook.properties.title = plain_text(content.company.name)
    title = sheet_titles()
    tables = []
    for cadence in Cadence:
        asked = [each for each in content.kpis if each.kpi.cadence is cadence]
        if asked:
            name = title(words.say(TITLES[cadence]))
            tables.append(_write_sheet(workbook, name, content, asked, words))
    own = OwnWorkbook(Purpose.FORM, content.company_id, content.company.name, tuple(tables))
    write_marks(workbook, own)
    held = BytesIO()
    workbook.save(held)
    write_whole(path, held.getvalue())


def _write_sheet(
    workbook: Workbook, name: str, content: FormContent, asked: Sequence[FormKpi], words: Wording
) -> OwnTable:
    sheet: Any = workbook.create_sheet(name)
    cells = FormCells(sheet)
    periods = asked[0].periods
    labels = unique_labels([each.kpi for each in asked])
    cadence = asked[0].kpi.cadence
    _write_top(cells, content, periods, words)
    _write_head(cells, periods, words)
    for row, (each, label) in enumerate(zip(asked, labels, strict=True), start=HEAD_ROW + 1):
        _write_row(cells, row, each, label, content, words)
    _set_up(sheet, content, periods, words)
    return OwnTable(
        name,
        cadence,
        True,
        tuple(
            OwnKpi(each.kpi.id or 0, each.kpi.key, plain_text(label), each.kpi.unit)
            for each, label in zip(asked, labels, strict=True)
        ),
        tuple(OwnPeriod(period.start, _heading(period, words)) for period in periods),
    )


def _write_top(
    cells: FormCells, content: FormContent, periods: Sequence[Period], words: Wording
) -> None:
    """Whose figures, for whom, and what to do."""
    cells.title(1, content.company.name)
    first, last = periods[0], periods[-1]
    about = msg("Figures for {first} to {last}", first=first, last=last)
    if first == last:
        about = msg("Figures for {first}", first=first)
    if content.recipient:
        about = msg("{about}, for {name}", about=about, name=content.recipient)
    cells.line(2, words.say(about))
    todo = msg("Fill in the white cells, save, and send the file back. Grey cells are closed.")
    cells.line(3, words.say(todo))


def _write_head(cells: FormCells, periods: Sequence[Period], words: Wording) -> None:
    cells.head(HEAD_ROW, 1, words.say(msg("KPI")))
    cells.head(HEAD_ROW, 2, words.say(msg("What is counted")))
    cells.head(HEAD_ROW, 3, words.say(msg("Unit")))
    for column, period in enumerate(periods, start=FIRST_PERIOD):
        text = _heading(period, words)
        shown = MONTH if period.cadence is Cadence.MONTH else DAY
        cells.head(HEAD_ROW, column, text or period.start, shown=shown)


def _heading(period: Period, words: Wording) -> str:
    """What stands above a period; empty where the first day itself does."""
    if period.cadence in (Cadence.DAY, Cadence.MONTH):
        return ""
    return words.period(period)


def _write_row(
    cells: FormCells, row: int, asked: FormKpi, label: str, content: FormContent, words: Wording
) -> None:
    kpi = asked.kpi
    how = words.say(_HOW[kpi.add_up])
    definition = f"{kpi.definition.strip()}\n{how}" if kpi.definition.strip() else how
    cells.text(row, 1, label, bold=True)
    cells.text(row, 2, definition, soft=True)
    cells.text(row, 3, unit_text(kpi.unit, words.language), soft=True)
    shown = kpi_format(kpi, words.language)
    for column, period in enumerate(asked.periods, start=FIRST_PERIOD):
        there = asked.values.get(period)
        number = None if there is None else cell_number(there.value, kpi.unit)
        closed = there is not None and not content.correct and not there.partial(content.today)
        cells.number(row, column, number, shown=shown, closed=closed)
    last = FIRST_PERIOD + len(asked.periods) - 1
    cells.valid(row, FIRST_PERIOD, last, kpi.unit.kind, prompt=(kpi.name, definition), words=words)
    cells.height(row, label, definition)


def _set_up(sheet: Any, content: FormContent, periods: Sequence[Period], words: Wording) -> None:
    """Widths, protection without a password, and paper."""
    from openpyxl.utils import get_column_letter

    wide = 15 if periods[0].cadence is Cadence.WEEK else 12.5
    for column in range(FIRST_PERIOD, FIRST_PERIOD + len(periods)):
        sheet.column_dimensions[get_column_letter(column)].width = wide
    corner = f"{get_column_letter(FIRST_PERIOD)}{HEAD_ROW + 1}"
    sheet.freeze_panes = corner
    sheet.sheet_view.showGridLines = False
    sheet.protection.sheet = True
    sheet.protection.formatColumns = sheet.protection.formatRows = False  # allowed
    set_up_page(sheet, content.company.paper, across=-(-len(periods) // _A_PAGE))
    print_company(sheet, content.company.name, words.say(msg("Page")))
    sheet.print_title_rows = f"{HEAD_ROW}:{HEAD_ROW}"
    sheet.print_title_cols = "A:C"
