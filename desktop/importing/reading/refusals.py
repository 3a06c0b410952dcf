"""Why a file could not be read, or not wholly: codes that cross processes, and their sentences."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from desktop.core.message import Message, msg


class Refusal(Exception):
    """A file that is not read; ``code`` is a key of :data:`REASONS`."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


REASONS: Mapping[str, Callable[[str], Message]] = {
    "missing": lambda name: msg("{name} is not there any more.", name=name),
    "folder": lambda name: msg("{name} is a folder, not a file.", name=name),
    "forbidden": lambda name: msg("You are not allowed to read {name}.", name=name),
    "unreachable": lambda name: msg("{name} could not be read from the disk.", name=name),
    "empty": lambda name: msg("{name} is empty.", name=name),
    "no cells": lambda name: msg(
        "{name} has no cells with values. If it shows a pivot table or a chart, copy the cells "
        "behind it to a new sheet and save that.",
        name=name,
    ),
    "data model": lambda name: msg(
        "{name} keeps its figures in a data model, and its cells are empty. Make a table or a "
        "pivot table of them in a sheet, copy its cells to a new file and save that.",
        name=name,
    ),
    "encrypted": lambda name: msg(
        "{name} is protected by a password. Open it in your spreadsheet program and save a copy "
        "without a password.",
        name=name,
    ),
    "html": lambda name: msg(
        "{name} is a web page, whatever its name says. Open it in your spreadsheet program and "
        "save it as xlsx.",
        name=name,
    ),
    "web page for sie": lambda name: msg(
        "{name} is a web page, whatever its name says. Export the SIE file again from your "
        "accounting program.",
        name=name,
    ),
    "not sie": lambda name: msg(
        "{name} is not a SIE file, whatever its name says. Export it again from your accounting "
        "program.",
        name=name,
    ),
    "old xml": lambda name: msg(
        "{name} is an XML file, which is not read here. Open it in your spreadsheet program and "
        "save it as xlsx.",
        name=name,
    ),
    "old excel": lambda name: msg(
        "{name} was written by a very old Excel. Open it in your spreadsheet program and save it "
        "as xlsx.",
        name=name,
    ),
    "numbers": lambda name: msg(
        "{name} is an Apple Numbers file. Export it from Numbers as Excel or CSV.", name=name
    ),
    "document": lambda name: msg("{name} is a document, not a spreadsheet.", name=name),
    "pdf": lambda name: msg(
        "{name} is a PDF. Export the numbers as Excel or CSV instead.", name=name
    ),
    "px": lambda name: msg(
        "{name} is a PC-Axis file whose figures do not fit its variables. "
        "Choose Excel or CSV where you downloaded it.",
        name=name,
    ),
    "archive": lambda name: msg("{name} is an archive. Unpack it and choose a file.", name=name),
    "company file": lambda name: msg(
        "{name} is a database or a company file, not a spreadsheet.", name=name
    ),
    "binary": lambda name: msg("{name} is neither a spreadsheet nor text.", name=name),
    "encoding": lambda name: msg("{name} is not text in the chosen encoding.", name=name),
    "damaged": lambda name: msg(
        "{name} is damaged: it cannot be read as a spreadsheet.", name=name
    ),
    "bomb": lambda name: msg(
        "{name} unpacks to far more than a spreadsheet needs and was not opened.", name=name
    ),
    "entities": lambda name: msg(
        "{name} holds XML definitions that no spreadsheet needs and was not opened.", name=name
    ),
    "too large": lambda name: msg(
        "{name} is too large to be read here. Export fewer rows or columns.", name=name
    ),
    "memory": lambda name: msg(
        "{name} needs more memory than a spreadsheet may use here and was not read.", name=name
    ),
    "time": lambda name: msg("{name} took too long to read and was stopped.", name=name),
    "crash": lambda name: msg("{name} made the reader fail. It is probably damaged.", name=name),
}


WARNINGS: Mapping[str, Callable[[str], Message]] = {
    "careful": lambda name: msg(
        "{name} is put together oddly; it was read the slow way.", name=name
    ),
    "no formats": lambda name: msg(
        "The number formats and error cells of {name} could not be read.", name=name
    ),
    "odd bytes": lambda name: msg(
        "Some characters of {name} are damaged and are shown as �.", name=name
    ),
    "mixed": lambda name: msg(
        "Some lines of {name} are in another encoding than the rest; both were read.", name=name
    ),
    "data model": lambda name: msg(
        "{name} also holds a data model, which is not read: only what stands in cells is.",
        name=name,
    ),
    "quotes": lambda name: msg(
        "The quotation marks of {name} do not pair up; they were read as plain characters.",
        name=name,
    ),
    "unsolved": lambda name: msg(
        "Some formulas of {name} have no result in the file. Open it in a spreadsheet program, "
        "save it there and import it again.",
        name=name,
    ),
    "sheet unread": lambda name: msg("A sheet of {name} could not be read.", name=name),
}
