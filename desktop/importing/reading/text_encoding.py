"""How a text file is encoded: by its mark, strict UTF-8, else by the letters its bytes make."""

from __future__ import annotations

import codecs
import re
from pathlib import Path
from typing import NamedTuple

from desktop.importing.reading.byte_letters import (
    NORDIC,
    Place,
    is_latin,
    likely_code,
    places_in,
    score,
)
from desktop.importing.reading.refusals import Refusal

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


MIXED = "windows where not utf-8"
"""The error handler for UTF-8 into which lines of another program were pasted."""


class Encoding(NamedTuple):
    """A codec, and whether some bytes do not fit it and are shown as the replacement sign."""

    codec: str
    damaged: bool = False
    errors: str = "replace"
    twice: bool = False
    """Whether it was encoded twice: ``Ã¶`` stands for ``ö``."""


def _as_windows(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("cp1252", "replace"), error.end


codecs.register_error(MIXED, _as_windows)


def find_encoding(path: Path, override: str | None = None) -> Encoding:
    """The encoding of a text file; ``override`` is the user's word and is only checked."""
    with path.open("rb") as file:
        head = file.read(4096)
    codec = override or _marked(head) or _unmarked_utf16(head)
    if codec is not None:
        return Encoding(codec, damaged=not _decodes(path, codec))
    _refuse_binary(path)
    if _decodes(path, "utf-8"):
        return Encoding("utf-8", twice=_is_twice(head.decode("utf-8", "ignore")))
    if (found := _partly_utf8(path)) is not None:
        return found
    codec = "cp437" if _SIE.match(head) else likely_code(_places(path))
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
                if codec != "utf-8" or not chunk.isascii() or decoder.getstate()[0]:
                    decoder.decode(chunk)
            decoder.decode(b"", final=True)
    except UnicodeError:
        return False
    except LookupError as error:
        raise Refusal("encoding") from error
    return True


_SCRAMBLED = re.compile("[ÃÂâ][\u0080-\u00bf\u0152-\u0178\u02c6\u02dc\u2013-\u2122]+")


def unscrambled(line: str) -> str:
    """A line whose letters were encoded twice, as it was; where that fails as it is."""
    return _SCRAMBLED.sub(_once, line)


def _once(match: re.Match[str]) -> str:
    try:
        return match[0].encode("cp1252").decode("utf-8")
    except UnicodeError:
        return match[0]


def _is_twice(text: str) -> bool:
    """Whether no letter is right before, and most are after, one encoding is taken off."""
    once = unscrambled(text)
    wrong = len(_SCRAMBLED.findall(text))
    right = sum(sign in NORDIC for sign in text)
    return wrong > 0 and not right and sum(sign in NORDIC for sign in once) >= 0.5 * wrong


def _places(path: Path) -> list[Place]:
    found: list[Place] = []
    with path.open("rb") as file:
        while not found and (chunk := file.read(_CHUNK)):
            found = places_in(chunk)
    return found


def _partly_utf8(path: Path) -> Encoding | None:
    """UTF-8 with a few bad bytes, or with some lines in the code of Windows.

    Windows-1252 read as UTF-8 has hardly any good multi-byte characters, and of those of Latin
    script none but by design: ``Ã¶``.
    """
    good = bad = latin = 0
    strays: list[Place] = []
    with path.open("rb") as file:
        for line in file:
            if line.isascii():
                continue
            text = line.decode("utf-8", "replace")
            wrong = text.count("\ufffd")
            bad += wrong
            held = [sign for sign in text if not sign.isascii() and sign != "\ufffd"]
            good += len(held)
            latin += sum(map(is_latin, held))
            if wrong:
                strays += [place for place in places_in(line) if _is_stray(place)]
    fitting = sum(score(place, "cp1252") > 0 for place in strays)
    surely = 2 * latin >= bad and latin >= 0.9 * good > 0
    if (good >= 3 or surely) and strays and fitting >= 0.9 * len(strays):
        return Encoding("utf-8", errors=MIXED)
    return Encoding("utf-8", damaged=True) if surely or good > 20 * bad else None


def _is_stray(place: Place) -> bool:
    """Whether a high byte stands alone, as no part of a longer UTF-8 character does."""
    return place.before < 0x80 and place.after < 0x80
