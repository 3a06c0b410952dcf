"""Small files, written and recognised on the spot."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook as Book

from desktop.core.period import Cadence
from desktop.importing.figures.extract import extract
from desktop.importing.figures.mapping import Gather, Rule
from desktop.importing.reading.read import read
from desktop.importing.recognise import recognise
from desktop.importing.tables.recognition import Recognition
from tests.importing.found import Look, Sums

TODAY = date(2026, 7, 1)


@pytest.fixture
def look_at_text(tmp_path: Path) -> Look:
    """What recognition makes of a text."""

    def recognised(
        text: str, name: str = "export.csv", answers: Mapping[str, str] | None = None
    ) -> Recognition:
        path = tmp_path / name
        path.write_text(text.lstrip("\n"), "utf-8")
        return recognise(read(path), answers=answers, today=TODAY)

    return recognised


@pytest.fixture
def look_at_rows(tmp_path: Path) -> Look:
    """What recognition makes of a workbook with these rows, merged areas and column formats."""

    def recognised(
        rows: Sequence[Sequence[object]],
        *,
        merged: Sequence[str] = (),
        formats: Mapping[str, str] | None = None,
        answers: Mapping[str, str] | None = None,
    ) -> Recognition:
        book = Book()
        sheet = book.worksheets[0]
        for row in rows:
            sheet.append(list(row))
        for area in merged:
            sheet.merge_cells(area)
        for letter, number_format in (formats or {}).items():
            for cell in sheet[letter]:
                cell.number_format = number_format
        path = tmp_path / "book.xlsx"
        book.save(path)
        return recognise(read(path), answers=answers, today=TODAY)

    return recognised


@pytest.fixture
def sums_by_month(tmp_path: Path) -> Sums:
    """The sums of one column a month, as the import of a text would write them."""

    def found(text: str, column: str, answers: Mapping[str, str] | None = None) -> dict[str, float]:
        path = tmp_path / "export.csv"
        path.write_text(text.lstrip("\n"), "utf-8")
        workbook = read(path)
        (table,) = recognise(workbook, answers=answers, today=TODAY).tables
        rule = Rule(None, None, column, Gather.SUM)
        extraction = extract(table, workbook, rule, Cadence.MONTH, 1)
        assert extraction.problem is None
        return {p.start.isoformat()[:7]: v.value for p, v in extraction.values.items()}

    return found
