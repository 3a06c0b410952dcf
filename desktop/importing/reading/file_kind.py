"""What a file is, by its bytes; its name is not asked."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import IO
from zipfile import BadZipFile, ZipFile

from desktop.importing.reading.refusals import Refusal


class FileKind(StrEnum):
    XLSX = "xlsx"  # xlsm, xltx and their like too
    XLSB = "xlsb"
    XLS = "xls"
    ODS = "ods"
    TEXT = "text"
    PX = "px"  # PC-Axis
    SIE = "sie"


HEAD = 8192
_OLE2 = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_FOREIGN = {
    b"%PDF": "pdf",
    b"SQLite format 3\x00": "company file",
    b"\x1f\x8b": "archive",
    b"7z\xbc\xaf\x27\x1c": "archive",
    b"Rar!": "archive",
    b"{\\rtf": "document",
    b"\x89PNG": "binary",
    b"\xff\xd8\xff": "binary",
    b"GIF8": "binary",
    b"\x09\x00\x04\x00": "old excel",  # BIFF2
    b"\x09\x02\x06\x00": "old excel",
    b"\x09\x04\x06\x00": "old excel",
    b"\x09\x08\x08\x00": "old excel",  # BIFF5 without its container
}
_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|table|meta)\b",
    re.I | re.S,
)
_WEB_ARCHIVE = re.compile(rb"(?:From:.*\r?\n|Subject:.*\r?\n|Date:.*\r?\n)*MIME-Version:", re.I)
_XML = re.compile(rb"\s*<(?:\?xml|(?:\w{1,9}:)?Workbook)\b", re.I)
_PX = re.compile(
    rb"\s*[A-Z][A-Z-]+(?:\[\w+\])?\s*=\s*(?:\"[^\"]*\"|YES|NO|\d+)\s*;\s*[A-Z-]+[\[(=]"
)
_PX_SHAPE = re.compile(rb"\n(?:MATRIX|AXIS-VERSION|TITLE|STUB|HEADING|SUBJECT-AREA)\s*=")
_SIE = re.compile(
    rb"\s*#(?:FLAGGA|SIETYP|PROGRAM|FORMAT|GEN|FNAMN|FNR|ORGNR|RAR|KONTO|KPTYP|VER)[ \t]", re.I
)


def file_kind(file: IO[bytes]) -> FileKind:
    """The kind of an open file, or a :class:`Refusal` for what cannot be a table."""
    file.seek(0)
    head = file.read(HEAD)
    if not head.strip(b"\x00 \t\r\n\xef\xbb\xbf\xff\xfe"):
        raise Refusal("empty" if len(head) < HEAD else "binary")
    if head.startswith(_OLE2):
        return FileKind.XLS
    if head.startswith(_ZIP):
        return _kind_of_zip(file)
    for start, code in _FOREIGN.items():
        if head.startswith(start):
            raise Refusal(code)
    text = head.replace(b"\x00", b"").removeprefix(b"\xef\xbb\xbf").lstrip(b"\xff\xfe")
    if _HTML.match(text) or _WEB_ARCHIVE.match(text):
        raise Refusal("html")
    if _XML.match(text):
        raise Refusal("old xml")
    if _PX.match(text) and _PX_SHAPE.search(text):
        return FileKind.PX
    return FileKind.SIE if _SIE.match(text) else FileKind.TEXT


def _kind_of_zip(file: IO[bytes]) -> FileKind:
    try:
        names = {name.replace("\\", "/").lower().lstrip("/") for name in ZipFile(file).namelist()}
    except (BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise Refusal("damaged") from error
    if "xl/workbook.bin" in names:
        return FileKind.XLSB
    if "xl/workbook.xml" in names or any(name.startswith("xl/worksheets/") for name in names):
        return FileKind.XLSX
    if "content.xml" in names:
        return _kind_of_open_document(file)
    if any(name.startswith("index/") and name.endswith(".iwa") for name in names):
        raise Refusal("numbers")
    if "word/document.xml" in names or "ppt/presentation.xml" in names:
        raise Refusal("document")
    raise Refusal("archive")


def _kind_of_open_document(file: IO[bytes]) -> FileKind:
    try:
        with ZipFile(file).open("mimetype") as part:
            kind = part.read(200)
    except (KeyError, BadZipFile, OSError, RuntimeError):
        kind = b"spreadsheet"
    if b"spreadsheet" not in kind:
        raise Refusal("document")
    return FileKind.ODS
