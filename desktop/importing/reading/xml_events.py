"""Streaming XML without document types: no entities, no external files, no bombs."""

from __future__ import annotations

from collections.abc import Callable
from typing import IO
from xml.parsers import expat

from desktop.importing.reading.refusals import Refusal

CHUNK = 1 << 18
Start = Callable[[str, dict[str, str]], None]
End = Callable[[str], None]
Text = Callable[[str], None]


def local_name(name: str) -> str:
    """A tag or attribute without its prefix, so that any prefix and Strict OOXML read alike."""
    return name.rpartition(":")[2]


def parse_xml(
    part: IO[bytes], *, start: Start, end: End | None = None, text: Text | None = None
) -> None:
    """Call back for every tag of ``part``; a document type is a :class:`Refusal`."""
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _refuse_doctype
    parser.StartElementHandler = lambda name, attributes: start(local_name(name), attributes)
    if end is not None:
        on_end = end
        parser.EndElementHandler = lambda name: on_end(local_name(name))
    if text is not None:
        parser.CharacterDataHandler = text
    try:
        while chunk := part.read(CHUNK):
            parser.Parse(chunk, False)
        parser.Parse(b"", True)
    except expat.ExpatError as error:
        raise Refusal("damaged") from error


def _refuse_doctype(*_: object) -> None:
    raise Refusal("entities")
