"""The workbook that is being written: its sheets, its words, how far it is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from desktop.core.company import Company
from desktop.core.message import Message, msg
from desktop.core.wording import Wording
from desktop.exporting.sheet_writer import (
    Head,
    SheetWriter,
    Teller,
    print_company,
)
from desktop.exporting.text import sheet_titles

if TYPE_CHECKING:
    from openpyxl import Workbook

_A_PAGE = 200  # characters that are still read beside each other on a printed page


class Book:
    """Sheets in the order in which they are asked for."""

    def __init__(
        self, workbook: Workbook, company: Company, words: Wording, teller: Teller, about: str
    ) -> None:
        self.workbook: Any = workbook
        self.company, self.words, self.teller = company, words, teller
        self.about = about  # under the title of every sheet: the company and the day
        self._title = sheet_titles()
        self.parts: list[tuple[SheetWriter, str, int]] = []  # with what it holds, and how much

    def say(self, message: Message) -> str:
        return self.words.say(message)

    def title(self, message: Message) -> str:
        """A sheet's name, kept for it."""
        return self._title(self.say(message))

    def sheet(self, title: str, holds: str, count: int, *, across: int = 1) -> SheetWriter:
        """A sheet that the contents list; its columns share ``across`` printed pages."""
        writer = SheetWriter(self.workbook, title, self.teller, self.company.paper, across)
        print_company(writer.sheet, self.company.name, self.say(msg("Page")))
        self.parts.append((writer, holds, count))
        return writer

    def table(
        self,
        title: str,
        holds: str,
        heads: Sequence[Head],
        rows: int,
        *,
        frozen: int = 1,
        pages: int | None = None,
    ) -> SheetWriter:
        """A sheet with one table of ``rows`` rows, printed on so many ``pages`` side by side, or
        on as many as its width needs."""
        width = sum(head.width for head in heads)
        across = -(-round(width) // _A_PAGE) if pages is None else pages
        writer = self.sheet(title, holds, rows, across=across)
        writer.head(title, f"{holds} {self.about}", heads, frozen=frozen, rows=rows)
        return writer
