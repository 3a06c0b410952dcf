"""Printing through Qt's printer, into a file."""

from __future__ import annotations

from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtGui import QPageLayout, QPageSize
from PySide6.QtPrintSupport import QPrinter

from desktop.core.company import Paper
from desktop.core.faults import Fault
from desktop.qtkit.wording import wording
from desktop.sheets.printing import prepare, send
from tests.sheets.contents import shop_goal, shop_summary
from tests.sheets.places import one_page

POINTS = 72 / 25.4


def printer_into(path: Path) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    return printer


def size(reader: PdfReader) -> tuple[float, float]:
    box = reader.pages[0].mediabox
    return float(box.width) / POINTS, float(box.height) / POINTS


def test_each_sheet_is_one_page_on_its_long_side(tmp_path: Path) -> None:
    path = tmp_path / "print.pdf"
    printer = printer_into(path)
    prepare(printer, Paper.A4)
    send(
        printer,
        [one_page(sheet, wording("sv")) for sheet in (shop_goal(), shop_summary(3))],
        Paper.A4,
    )
    reader = PdfReader(path)
    assert len(reader.pages) == 2
    assert size(reader) == pytest.approx((297, 210), abs=0.5)
    assert "Vi säljer kaffe" in " ".join(reader.pages[0].extract_text().split())


def test_another_paper_from_the_dialog_holds_the_whole_page(tmp_path: Path) -> None:
    path = tmp_path / "print.pdf"
    printer = printer_into(path)
    prepare(printer, Paper.A4)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A5))
    printer.setPageOrientation(QPageLayout.Orientation.Portrait)
    send(printer, [one_page(shop_goal(), wording("sv"))], Paper.A4)
    reader = PdfReader(path)
    assert len(reader.pages) == 1
    assert size(reader) == pytest.approx((210, 148), abs=0.5)


def test_black_and_white_is_asked_of_the_printer_too(tmp_path: Path) -> None:
    printer = printer_into(tmp_path / "print.pdf")
    prepare(printer, Paper.LETTER, colour=False)
    assert printer.colorMode() is QPrinter.ColorMode.GrayScale
    assert printer.pageLayout().pageSize().id() is QPageSize.PageSizeId.Letter


def test_a_printer_that_does_not_begin_is_said(tmp_path: Path) -> None:
    printer = printer_into(tmp_path / "gone" / "print.pdf")
    prepare(printer, Paper.A4)
    with pytest.raises(Fault):
        send(printer, [one_page(shop_goal(), wording("sv"))], Paper.A4)
