"""How a text file is encoded: by its mark, strict UTF-8, else Windows-1252 (SIE: CP437)."""

from __future__ import annotations

import codecs
import re
from pathlib import Path
from typing import NamedTuple

from desktop.importing.refusals import Refusal

_CHUNK = 1 << 20
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SIE = re.compile(rb"\s*#FLAGGA\b")
_CONTROL = bytes(set(range(32)) - {*b"\t\n\r\f\v", 0x1A, 0x1B, 0x1C, 0x1D, 0x1E, 0x1F})


class Encoding(NamedTuple):
    """A codec, and whether some bytes do not fit it and are shown as the replacement sign."""

    codec: str
    damaged: bool = False


def find_encoding(path: Path, override: str | None = None) -> Encoding:
    """The encoding of a text file; ``override`` is the user's word and is only checked."""
    with path.open("rb") as file:
        head = file.read(4096)
    codec = override or _marked(head) or _unmarked_utf16(head)
    if codec is not None:
        return Encoding(codec, damaged=not _decodes(path, codec))
    _refuse_binary(path)
    if _decodes(path, "utf-8"):
        return Encoding("utf-8")
    if _mostly_utf8(path):
        return Encoding("utf-8", damaged=True)
    codec = "cp437" if _SIE.match(head) else "cp1252"
    return Encoding(codec, damaged=not _decodes(path, codec))


def _marked(head: bytes) -> str | None:
    return next((codec for mark, codec in _MARKS if head.startswith(mark)), None)


def _unmarked_utf16(head: bytes) -> str | None:
    """UTF-16 without its mark: Latin text has a zero in every second byte."""
    pairs = len(head) // 2
    if pairs < 4:
        return None
    if head[1::2].count(0) > 0.7 * pairs and head[0::2].count(0) == 0:
        return "utf-16-le"
    if head[0::2].count(0) > 0.7 * pairs and head[1::2].count(0) == 0:
        return "utf-16-be"
    return None


def _refuse_binary(path: Path) -> None:
    """A zero byte, or more than one control character in a hundred, is no text."""
    size = controls = 0
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            if b"\0" in chunk:
                raise Refusal("binary")
            size += len(chunk)
            controls += len(chunk) - len(chunk.translate(None, _CONTROL))
    if controls * 100 > size:
        raise Refusal("binary")


def _decodes(path: Path, codec: str) -> bool:
    try:
        decoder = codecs.getincrementaldecoder(codec)("strict")
        with path.open("rb") as file:
            while chunk := file.read(_CHUNK):
                decoder.decode(chunk)
            decoder.decode(b"", final=True)
    except UnicodeError:
        return False
    except LookupError as error:
        raise Refusal("encoding") from error
    return True


def _mostly_utf8(path: Path) -> bool:
    """Whether a few bad bytes stand among many good multi-byte characters.

    Windows-1252 read as UTF-8 has hardly any good ones.
    """
    good = bad = 0
    decoder = codecs.getincrementaldecoder("utf-8")("replace")
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            text = decoder.decode(chunk)
            bad += text.count("\ufffd")
            good += len(text) - len(text.encode("ascii", "ignore"))
    return good - bad > 20 * bad
