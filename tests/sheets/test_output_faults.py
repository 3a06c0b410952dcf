"""What goes wrong on the way out is one clear sentence, and nothing is left half-written."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrinter

from desktop.core.company import Paper
from desktop.core.faults import Fault
from desktop.qtkit.wording import wording
from desktop.sheets.elements import Layout
from desktop.sheets.lay_out import lay_out
from desktop.sheets.pdf import write_pdf
from desktop.sheets.picture import write_picture
from desktop.sheets.printing import prepare, send
from tests.sheets.contents import shop_goal
from tests.sheets.full_disk import full_disk


def pages() -> list[Layout]:
    return lay_out(shop_goal(7), wording("sv"))


def as_pdf(path: Path) -> None:
    write_pdf(path, pages(), Paper.A4)


def as_picture(path: Path) -> None:
    write_picture(path, pages()[0])


def as_print(path: Path) -> None:
    """Where the print dialog was told to print into a file."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    prepare(printer, Paper.A4)
    send(printer, pages(), Paper.A4)


WAYS = [
    pytest.param(as_pdf, "sheet.pdf", id="pdf"),
    pytest.param(as_picture, "sheet.png", id="png"),
    pytest.param(as_picture, "sheet.svg", id="svg"),
    pytest.param(as_print, "sheet.pdf", id="print"),
]


def refusal(write: Callable[[], None]) -> str:
    with pytest.raises(Fault) as caught:
        write()
    return wording("en").say(caught.value.message)


@pytest.mark.parametrize(("write", "name"), WAYS)
def test_a_full_disk(tmp_path: Path, write: Callable[[Path], None], name: str) -> None:
    with full_disk(tmp_path / "disk") as disk:
        (disk / name).write_bytes(b"the sheet of last month")
        said = refusal(lambda: write(disk / name))
        assert (disk / name).read_bytes() == b"the sheet of last month"
        assert {path.name for path in disk.iterdir()} == {"filler", name}
    assert said == f"There is no room on the disk for {name}."


@pytest.mark.parametrize(("write", "name"), WAYS)
def test_a_folder_in_the_place_of_the_file(
    tmp_path: Path, write: Callable[[Path], None], name: str
) -> None:
    (tmp_path / name).mkdir()
    said = refusal(lambda: write(tmp_path / name))
    assert "is a folder" in said
    assert [path.name for path in tmp_path.iterdir()] == [name]
    assert list((tmp_path / name).iterdir()) == []


@pytest.mark.parametrize(("write", "name"), WAYS)
def test_a_missing_folder(tmp_path: Path, write: Callable[[Path], None], name: str) -> None:
    assert "is not there" in refusal(lambda: write(tmp_path / "gone" / name))
    assert list(tmp_path.iterdir()) == []


def test_no_printer_is_said_before_pages_are_lost() -> None:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPrinterName("")
    said = refusal(lambda: send(printer, pages(), Paper.A4))
    assert "printer" in said
