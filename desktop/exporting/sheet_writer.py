"""Sheets written row by row, so that a hundred thousand rows need no memory."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from desktop.core.company import Paper
from desktop.core.stopping import stop_if_asked
from desktop.exporting.look import ACCENT, FONT, HAIRLINE, HEAD, INK, SIZE, SOFT, TITLE_SIZE
from desktop.exporting.number_formats import DAY, MOMENT
from desktop.exporting.text import cell_text, header_text, looks_like_formula

if TYPE_CHECKING:
    from openpyxl import Workbook

_LINE = 15  # points
_MOST_LINES = 12
_EVERY = 200  # rows between two looks at the clock and at whether to stop

CellValue = str | int | float | date | datetime | None


@dataclass(frozen=True, slots=True)
class Style:
    """How a cell looks; ``format`` is the spreadsheet's own number format."""

    format: str = "General"
    bold: bool = False
    italic: bool = False
    colour: str = INK
    ground: str = ""
    size: int = SIZE
    wrap: bool = False
    right: bool = False
    left: bool = False
    indent: int = 0
    under: bool = False  # a hairline below
    link: bool = False


PLAIN = Style()
WRAPPED = Style(wrap=True)
QUIET = Style(colour=SOFT)
TITLE = Style(size=TITLE_SIZE, bold=True)
HEADING = Style(bold=True, ground=HEAD, under=True, wrap=True)
HEADING_RIGHT = Style(bold=True, ground=HEAD, under=True, wrap=True, right=True)
ON_DAY = Style(format=DAY, left=True, indent=1)
AT_MOMENT = Style(format=MOMENT, left=True, indent=1)
AFTER_NUMBER = Style(indent=1)
LINK = Style(colour=ACCENT, link=True)


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead to a cell of another sheet."""

    text: str
    sheet: str
    cell: str = "A1"


@dataclass(frozen=True, slots=True)
class Head:
    """A column: its title, its width in characters, how its cells look."""

    title: CellValue
    width: float = 14
    style: Style = PLAIN
    title_style: Style = HEADING


class Teller:
    """Says how far the work is, and stops it when that is wanted."""

    def __init__(self, tell: Callable[[float], object], whole: int) -> None:
        self._tell = tell
        self._whole, self._done = max(whole, 1), 0

    def step(self, count: int = 1) -> None:
        """``count`` rows more are done; raises :class:`Stopped` when it is to end."""
        before, self._done = self._done // _EVERY, self._done + count
        if self._done // _EVERY != before:
            self.look()

    def look(self) -> None:
        stop_if_asked()
        self._tell(min(self._done / self._whole, 1.0))


class SheetWriter:
    """One sheet of a write-only workbook: head, then rows in order."""

    def __init__(
        self, workbook: Workbook, title: str, teller: Teller, paper: Paper, across: int = 1
    ) -> None:
        self._sheet = workbook.create_sheet(title)
        self._teller = teller
        self._cells: dict[tuple[int, Style, bool], Any] = {}
        self._widths: list[float] = []
        self.title = title
        self.row = 0  # the last that was written
        self._sheet.sheet_view.showGridLines = False
        set_up_page(self._sheet, paper, across)

    @property
    def sheet(self) -> Any:
        """openpyxl's own, for charts and what else stands beside the rows."""
        return self._sheet

    def widths(self, widths: Iterable[float]) -> None:
        """In characters; before the first row."""
        from openpyxl.utils import get_column_letter

        self._widths = list(widths)
        for number, width in enumerate(self._widths, start=1):
            self._sheet.column_dimensions[get_column_letter(number)].width = width

    def head(
        self, title: str, about: str, heads: Sequence[Head], *, frozen: int = 1, rows: int
    ) -> None:
        """Title, a line about it, and the head of a table of ``rows`` rows: frozen with its first
        ``frozen`` columns, with filters, repeated on every printed page."""
        from openpyxl.utils import get_column_letter

        self.widths(head.width for head in heads)
        top = 4
        last = get_column_letter(len(heads))
        self._sheet.freeze_panes = f"{get_column_letter(frozen + 1)}{top + 1}"
        self._sheet.auto_filter.ref = f"A{top}:{last}{top + max(rows, 1)}"
        self._sheet.print_title_rows = f"{top}:{top}"
        self._sheet.print_title_cols = f"A:{get_column_letter(frozen)}"
        self.add([title], [TITLE])
        self.add([about], [QUIET])
        self.add([], [])
        self.add([head.title for head in heads], [_above(head) for head in heads])

    def add(self, values: Sequence[CellValue | Link], styles: Sequence[Style]) -> None:
        """One row; a style for each cell."""
        self._make_room(values, styles)
        self._sheet.append(
            [
                None if value is None or value == "" else self._cell(number, value, style)
                for number, (value, style) in enumerate(zip(values, styles, strict=True))
            ]
        )
        self.row += 1
        self._teller.step()

    def _make_room(self, values: Sequence[CellValue | Link], styles: Sequence[Style]) -> None:
        """Rows with text that is broken into lines are as high as they need: not every program
        sees to it by itself."""
        lines = max(
            (
                _lines(value, width)
                for value, style, width in zip(values, styles, self._widths, strict=False)
                if style.wrap and isinstance(value, str)
            ),
            default=1,
        )
        size = max((style.size for style in styles), default=SIZE)
        if lines > 1 or size > SIZE:
            height = max(_LINE * min(lines, _MOST_LINES) + 2, size * 1.5)
            self._sheet.row_dimensions[self.row + 1].height = height

    def _cell(self, column: int, value: CellValue | Link, style: Style) -> Any:
        """A cell for one row: written at once, so that the next row can have it again."""
        if isinstance(value, Link):
            return self._linked(value)
        text = cell_text(value) if isinstance(value, str) else None
        quoted = text is not None and looks_like_formula(text)
        key = column, style, quoted
        cell = self._cells.get(key)
        if cell is None:
            cell = self._cells[key] = self._dressed(style, quoted=quoted)
        if text is not None:
            cell.value = text
            cell.data_type = "s"
        elif isinstance(value, datetime):
            cell.value = value.replace(tzinfo=None)
        else:
            cell.value = value
        return cell

    def _linked(self, link: Link) -> Any:
        from openpyxl.worksheet.hyperlink import Hyperlink

        cell = self._dressed(LINK, quoted=False)
        cell.value = cell_text(link.text)
        cell.data_type = "s"
        sheet = link.sheet.replace("'", "''")
        cell.hyperlink = Hyperlink(ref="A1", location=f"'{sheet}'!{link.cell}")
        return cell

    def _dressed(self, style: Style, *, quoted: bool) -> Any:
        from openpyxl.cell import WriteOnlyCell
        from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

        cell = WriteOnlyCell(self._sheet)
        cell.font = Font(
            name=FONT,
            size=style.size,
            bold=style.bold,
            italic=style.italic,
            color=style.colour,
            underline="single" if style.link else None,
        )
        if style.ground:
            cell.fill = PatternFill("solid", fgColor=style.ground)
        if style.under:
            cell.border = Border(bottom=Side("thin", color=HAIRLINE))
        cell.alignment = Alignment(
            wrap_text=style.wrap,
            vertical="top",
            horizontal="right" if style.right else "left" if style.left or style.indent else None,
            indent=style.indent,
        )
        cell.number_format = style.format
        if quoted:
            cell.quotePrefix = True
        return cell


def _above(head: Head) -> Style:
    """The look of a column's title: it begins where the cells begin."""
    if head.title_style.right or not head.style.indent:
        return head.title_style
    return replace(head.title_style, indent=head.style.indent)


def _lines(text: str, width: float) -> int:
    """About how many lines a text takes in a column; letters are narrower than digits, by which
    widths are measured."""
    return sum(max(1, -(-len(line) // max(int(width * 1.15), 1))) for line in text.split("\n"))


def set_up_page(sheet: Any, paper: Paper, across: int = 1) -> None:
    """Landscape; the columns share ``across`` pages."""
    from openpyxl.worksheet.properties import PageSetupProperties

    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = 9 if paper is Paper.A4 else 1
    sheet.page_setup.fitToWidth = across
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    margins = sheet.page_margins
    margins.left = margins.right = 0.5
    margins.top = margins.bottom = 0.75


def print_company(sheet: Any, company: str, page: str) -> None:
    """Company and sheet at the top of each printed page, its number at the foot; ``page`` is the
    word for a page."""
    sheet.oddHeader.left.text = header_text(company)
    sheet.oddHeader.right.text = "&A"
    sheet.oddFooter.left.text = "Sikte"
    sheet.oddFooter.right.text = f"{header_text(page)} &P / &N"
