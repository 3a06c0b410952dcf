"""Bookmarks and language for a PDF that is finished: what QPdfWriter can not write.

They are appended to the file as an incremental update (ISO 32000-1, 7.5.6), with a plain table of
places as the file itself has, so that PDF/A-1 allows it.  A library would write a stream of places
instead, which PDF 1.4 does not know.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Bookmark:
    """Leads to a page, counted from 0."""

    title: str
    page: int


class NotReadable(ValueError):
    """Bytes that are not a whole PDF as QPdfWriter makes them."""


def page_count(data: bytes) -> int:
    """How many pages a finished PDF says it has; raises :class:`NotReadable`."""
    return len(_File(data).pages)


def with_outline(data: bytes, bookmarks: Sequence[Bookmark], language: str) -> bytes:
    """The same PDF with a language and bookmarks; raises :class:`NotReadable`."""
    file = _File(data)
    entries = [b"/Lang (%s)" % language.encode("ascii")]
    objects: dict[int, bytes] = {}
    if bookmarks:
        root = file.size
        entries += [b"/Outlines %d 0 R" % root, b"/PageMode /UseOutlines"]
        objects = _outline(root, bookmarks, file.pages)
    objects[file.catalogue] = b"\n".join([file.content(file.catalogue), *entries])
    return data + _update(file, objects, len(data))


def _outline(root: int, bookmarks: Sequence[Bookmark], pages: Sequence[int]) -> dict[int, bytes]:
    """The objects of a flat list, numbered from ``root`` on."""
    last = root + len(bookmarks)
    objects = {
        root: b"/Type /Outlines\n/First %d 0 R\n/Last %d 0 R\n/Count %d"
        % (root + 1, last, len(bookmarks))
    }
    for number, bookmark in enumerate(bookmarks, root + 1):
        title = b"\xfe\xff" + bookmark.title.encode("utf-16-be", "replace")
        lines = [
            b"/Title <%s>" % title.hex().encode("ascii"),
            b"/Parent %d 0 R" % root,
            b"/Dest [%d 0 R /Fit]" % pages[bookmark.page],
        ]
        if number > root + 1:
            lines.append(b"/Prev %d 0 R" % (number - 1))
        if number < last:
            lines.append(b"/Next %d 0 R" % (number + 1))
        objects[number] = b"\n".join(lines)
    return objects


def _update(file: _File, objects: Mapping[int, bytes], offset: int) -> bytes:
    """What is appended: the objects, their places, and a trailer that leads to the old ones."""
    parts: list[bytes] = []
    table: list[bytes] = []
    for number, content in sorted(objects.items()):
        part = b"%d 0 obj\n<<\n%s\n>>\nendobj\n" % (number, content)
        table.append(b"%d 1\n%010d 00000 n \n" % (number, offset))
        parts.append(part)
        offset += len(part)
    size = max(file.size, max(objects) + 1)
    trailer = re.sub(rb"/Size \d+", b"/Size %d" % size, file.trailer)
    end = b"trailer\n<<\n%s\n/Prev %d\n>>\nstartxref\n%d\n%%%%EOF\n" % (trailer, file.table, offset)
    return b"".join([*parts, b"xref\n", *table, end])


class _File:
    """The few places of a PDF that are needed."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self.table = int(self._one(rb"startxref\s+(\d+)\s+%%EOF\s*\Z", max(len(data) - 100, 0)))
        self.trailer = self._one(rb"trailer\s*<<\s*(.*?)\s*>>\s*startxref", self.table)
        self.size = int(self._in(self.trailer, rb"/Size (\d+)"))
        self.catalogue = int(self._in(self.trailer, rb"/Root (\d+) 0 R"))
        tree = self.content(int(self._in(self.content(self.catalogue), rb"/Pages (\d+) 0 R")))
        kids = self._in(tree, rb"/Kids\s*\[([^\]]*)\]")
        self.pages = [int(number) for number in re.findall(rb"(\d+) 0 R", kids)]
        if len(self.pages) != int(self._in(tree, rb"/Count (\d+)")):
            raise NotReadable

    def content(self, number: int) -> bytes:
        """What is between ``<<`` and ``>>`` of an object."""
        first = re.compile(rb"xref\s+0 \d+\s*?\n").match(self._data, self.table)
        if first is None:
            raise NotReadable
        place = first.end() + 20 * number  # each line of the table has 20 bytes
        line = self._data[place : place + 10]
        if not line.isdigit():
            raise NotReadable
        return self._one(rb"%d 0 obj\s*<<\s*(.*?)\s*>>\s*endobj" % number, int(line), here=True)

    def _one(self, pattern: bytes, start: int, *, here: bool = False) -> bytes:
        compiled = re.compile(pattern, re.DOTALL)
        found = (compiled.match if here else compiled.search)(self._data, start)
        if found is None:
            raise NotReadable
        return found[1]

    @staticmethod
    def _in(text: bytes, pattern: bytes) -> bytes:
        found = re.search(pattern, text)
        if found is None:
            raise NotReadable
        return found[1]
