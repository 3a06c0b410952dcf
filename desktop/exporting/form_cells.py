"""The cells of a fill-in form: what they look like, whether they are open, what they take."""

from __future__ import annotations

from datetime import date
from typing import Any

from desktop.core.message import Message, msg
from desktop.core.unit import UnitKind
from desktop.core.wording import Wording
from desktop.exporting.look import (
    CLOSED,
    ENTRY,
    ENTRY_EDGE,
    FONT,
    HAIRLINE,
    HEAD,
    INK,
    SIZE,
    SOFT,
    TITLE_SIZE,
)
from desktop.exporting.number_formats import DAY
from desktop.exporting.text import cell_text, looks_like_formula, plain_text

_WIDTHS = (28.0, 46.0, 9.0)  # of the name, what is counted, and the unit
_LINE = 15  # points
_LONGEST_PROMPT, _LONGEST_HEAD = 250, 32  # that a spreadsheet shows
_LARGEST = 1e15  # beyond it a number no longer holds every whole


class FormCells:
    """Writes the cells of one sheet."""

    def __init__(self, sheet: Any) -> None:
        from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
        from openpyxl.utils import get_column_letter

        self._sheet = sheet
        for column, width in enumerate(_WIDTHS, start=1):
            sheet.column_dimensions[get_column_letter(column)].width = width
        edge, line = Side("thin", color=ENTRY_EDGE), Side("thin", color=HAIRLINE)
        self._open_edges = Border(left=edge, right=edge, top=edge, bottom=edge)
        self._closed_edges = Border(left=line, right=line, top=line, bottom=line)
        self._under = Border(bottom=line)
        self._open_ground = PatternFill("solid", fgColor=ENTRY)
        self._closed_ground = PatternFill("solid", fgColor=CLOSED)
        self._head_ground = PatternFill("solid", fgColor=HEAD)
        self._unlocked = Protection(locked=False)
        self._ink = Font(name=FONT, size=SIZE, color=INK)
        self._soft = Font(name=FONT, size=SIZE, color=SOFT)
        self._bold = Font(name=FONT, size=SIZE, color=INK, bold=True)
        self._large = Font(name=FONT, size=TITLE_SIZE, color=INK, bold=True)
        self._wrapped = Alignment(wrap_text=True, vertical="top")
        self._top_right = Alignment(wrap_text=True, vertical="top", horizontal="right")

    def title(self, row: int, text: str) -> None:
        self._put(row, 1, text).font = self._large
        self._sheet.row_dimensions[row].height = TITLE_SIZE * 1.5

    def line(self, row: int, text: str) -> None:
        self._put(row, 1, text).font = self._soft

    def head(self, row: int, column: int, value: str | date, *, shown: str = DAY) -> None:
        cell = self._put(row, column, value)
        if isinstance(value, date):
            cell.number_format = shown
        cell.font, cell.fill, cell.border = self._bold, self._head_ground, self._under
        cell.alignment = self._wrapped if column <= len(_WIDTHS) else self._top_right

    def text(
        self, row: int, column: int, text: str, *, bold: bool = False, soft: bool = False
    ) -> None:
        cell = self._put(row, column, text)
        cell.font = self._bold if bold else self._soft if soft else self._ink
        cell.alignment, cell.border = self._wrapped, self._under

    def number(
        self, row: int, column: int, value: float | None, *, shown: str, closed: bool
    ) -> None:
        """An open cell, or a closed one with what is there."""
        cell = self._sheet.cell(row, column, value)
        cell.number_format = shown
        cell.font = self._soft if closed else self._ink
        cell.fill = self._closed_ground if closed else self._open_ground
        cell.border = self._closed_edges if closed else self._open_edges
        cell.alignment = self._top_right
        if not closed:
            cell.protection = self._unlocked

    def valid(
        self,
        row: int,
        first: int,
        last: int,
        kind: UnitKind,
        *,
        prompt: tuple[str, str],
        words: Wording,
    ) -> None:
        """Only numbers go into the cells; who stands in one sees what is counted."""
        from openpyxl.utils import get_column_letter
        from openpyxl.worksheet.datavalidation import DataValidation

        low, high, wrong = _limits(kind)
        rule = DataValidation(
            type="decimal",
            operator="between",
            formula1=low,
            formula2=high,
            allow_blank=True,
            showErrorMessage=True,
            showInputMessage=True,
            errorTitle=words.say(msg("Not a number"))[:_LONGEST_HEAD],
            error=words.say(wrong)[:_LONGEST_PROMPT],
            promptTitle=_short(prompt[0], _LONGEST_HEAD),
            prompt=_short(prompt[1], _LONGEST_PROMPT),
        )
        rule.add(f"{get_column_letter(first)}{row}:{get_column_letter(last)}{row}")
        self._sheet.add_data_validation(rule)

    def height(self, row: int, label: str, definition: str) -> None:
        """Room for every line of the texts."""
        lines = max(_lines(label, _WIDTHS[0]), _lines(definition, _WIDTHS[1]))
        self._sheet.row_dimensions[row].height = _LINE * min(lines, 20) + 4

    def _put(self, row: int, column: int, value: str | date) -> Any:
        if not isinstance(value, str):
            return self._sheet.cell(row, column, value)
        text = cell_text(value)
        cell = self._sheet.cell(row, column, text or None)
        if text:
            cell.data_type = "s"
            cell.quotePrefix = looks_like_formula(text)
        return cell


def _limits(kind: UnitKind) -> tuple[str, str, Message]:
    match kind:
        case UnitKind.PERCENT:
            return "-10", "10", msg("Type a percentage, such as 2.5 %.")
        case UnitKind.DURATION:
            return "0", "36500", msg("Type hours, minutes and seconds, such as 1:30:00.")
        case _:
            return f"{-_LARGEST:.0f}", f"{_LARGEST:.0f}", msg("Type a number, without its unit.")


def _short(text: str, most: int) -> str:
    plain = plain_text(text)
    return plain if len(plain) <= most else plain[: most - 1] + "…"


def _lines(text: str, width: float) -> int:
    return sum(max(1, -(-len(line) // int(width * 0.95))) for line in text.split("\n"))
