"""Why a file could not be read, or not wholly: codes that cross processes, and their sentences."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from desktop.core.message import Message, msg


class Refusal(Exception):
    """A file that is not read; ``code`` is a key of :data:`REASONS`."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def about(pattern: Message, name: str) -> Message:
    """A sentence of :data:`REASONS` or :data:`WARNINGS` about the file ``name``."""
    return replace(pattern, values={"name": name})


REASONS: Mapping[str, Message] = {
    "missing": msg("{name} is not there any more."),
    "folder": msg("{name} is a folder, not a file."),
    "forbidden": msg("You are not allowed to read {name}."),
    "unreachable": msg("{name} could not be read from the disk."),
    "empty": msg("{name} is empty."),
    "no cells": msg(
        "{name} has no cells with values. If it shows a pivot table or a chart, copy the cells "
        "behind it to a new sheet and save that."
    ),
    "data model": msg(
        "{name} keeps its figures in a data model, and its cells are empty. Make a table or a "
        "pivot table of them in a sheet, copy its cells to a new file and save that."
    ),
    "encrypted": msg(
        "{name} is protected by a password. Open it in your spreadsheet program and save a copy "
        "without a password."
    ),
    "html": msg(
        "{name} is a web page, whatever its name says. Open it in your spreadsheet program and "
        "save it as xlsx."
    ),
    "web page for sie": msg(
        "{name} is a web page, whatever its name says. Export the SIE file again from your "
        "accounting program."
    ),
    "not sie": msg(
        "{name} is not a SIE file, whatever its name says. Export it again from your accounting "
        "program."
    ),
    "old xml": msg(
        "{name} is an XML file, which is not read here. Open it in your spreadsheet program and "
        "save it as xlsx."
    ),
    "old excel": msg(
        "{name} was written by a very old Excel. Open it in your spreadsheet program and save it "
        "as xlsx."
    ),
    "numbers": msg("{name} is an Apple Numbers file. Export it from Numbers as Excel or CSV."),
    "document": msg("{name} is a document, not a spreadsheet."),
    "pdf": msg("{name} is a PDF. Export the numbers as Excel or CSV instead."),
    "px": msg(
        "{name} is a PC-Axis file whose figures do not fit its variables. "
        "Choose Excel or CSV where you downloaded it."
    ),
    "archive": msg("{name} is an archive. Unpack it and choose a file."),
    "company file": msg("{name} is a database or a company file, not a spreadsheet."),
    "binary": msg("{name} is neither a spreadsheet nor text."),
    "encoding": msg("{name} is not text in the chosen encoding."),
    "damaged": msg("{name} is damaged: it cannot be read as a spreadsheet."),
    "bomb": msg("{name} unpacks to far more than a spreadsheet needs and was not opened."),
    "entities": msg("{name} holds XML definitions that no spreadsheet needs and was not opened."),
    "too large": msg("{name} is too large to be read here. Export fewer rows or columns."),
    "memory": msg("{name} needs more memory than a spreadsheet may use here and was not read."),
    "time": msg("{name} took too long to read and was stopped."),
    "crash": msg("{name} made the reader fail. It is probably damaged."),
}


WARNINGS: Mapping[str, Message] = {
    "careful": msg("{name} is put together oddly; it was read the slow way."),
    "no formats": msg("The number formats and error cells of {name} could not be read."),
    "odd bytes": msg("Some characters of {name} are damaged and are shown as �."),
    "mixed": msg("Some lines of {name} are in another encoding than the rest; both were read."),
    "data model": msg(
        "{name} also holds a data model, which is not read: only what stands in cells is."
    ),
    "quotes": msg(
        "The quotation marks of {name} do not pair up; they were read as plain characters."
    ),
    "unsolved": msg(
        "Some formulas of {name} have no result in the file. Open it in a spreadsheet program, "
        "save it there and import it again."
    ),
    "sheet unread": msg("A sheet of {name} could not be read."),
}
