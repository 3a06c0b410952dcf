"""Streams of an OLE2 container, the file around xls workbooks, with every chain kept finite."""

from __future__ import annotations

import struct

from desktop.importing.reading.refusals import Refusal

_END = 0xFFFFFFFA
"""Sector numbers from here on are marks: free, end of chain, table."""
_HEADER_SECTORS = 109
_ENTRY = 128
_MOST_ENTRIES = 10_000


class Ole2:
    """The directory of a container held in memory.

    Raises :class:`Refusal` for what cannot be followed: a chain longer than the file, or one
    that leaves it.  Layout: [MS-CFB].
    """

    def __init__(self, data: bytes) -> None:
        if len(data) < 512:
            raise Refusal("damaged")
        self._data = data
        shift, mini_shift = struct.unpack_from("<HH", data, 30)
        if shift not in (9, 12) or mini_shift != 6:
            raise Refusal("damaged")
        self._size = 1 << shift
        self._most = len(data) // self._size + 1
        first_directory, _, self._small, first_mini = struct.unpack_from("<IIII", data, 48)
        self._fat = self._read_fat()
        self._mini_fat = self._numbers(self._chain(first_mini, self._fat))
        self.entries = self._read_directory(self._join(self._chain(first_directory, self._fat)))
        root = next((e for e in self.entries.values() if e[0] == 5), (5, _END, 0))
        self._mini = self._join(self._chain(root[1], self._fat))

    def stream(self, name: str) -> bytes | None:
        """A stream by its name in any letter case, or ``None``."""
        kind, first, size = self.entries.get(name.lower(), (0, 0, 0))
        if kind != 2:
            return None
        if size >= self._small:
            return self._join(self._chain(first, self._fat))[:size]
        sectors = self._chain(first, self._mini_fat)
        return b"".join(self._mini[n * 64 : n * 64 + 64] for n in sectors)[:size]

    def _read_fat(self) -> list[int]:
        tables = list(struct.unpack_from(f"<{_HEADER_SECTORS}I", self._data, 76))
        following, count = struct.unpack_from("<II", self._data, 68)
        for _ in range(min(count, self._most)):
            if following >= _END:
                break
            *more, following = self._numbers([following])
            tables += more
        return self._numbers([number for number in tables if number < _END])

    def _numbers(self, sectors: list[int]) -> list[int]:
        data = self._join(sectors)
        return list(struct.unpack(f"<{len(data) // 4}I", data[: len(data) // 4 * 4]))

    def _chain(self, first: int, table: list[int]) -> list[int]:
        chain: list[int] = []
        while first < _END:
            if first >= len(table) or len(chain) > len(table):
                raise Refusal("damaged")
            chain.append(first)
            first = table[first]
        return chain

    def _join(self, sectors: list[int]) -> bytes:
        if len(sectors) > self._most:
            raise Refusal("damaged")
        size = self._size
        return b"".join(self._data[(n + 1) * size : (n + 2) * size] for n in sectors)

    def _read_directory(self, data: bytes) -> dict[str, tuple[int, int, int]]:
        entries: dict[str, tuple[int, int, int]] = {}
        for at in range(0, min(len(data), _MOST_ENTRIES * _ENTRY) - _ENTRY + 1, _ENTRY):
            length, kind = struct.unpack_from("<HB", data, at + 64)
            name = data[at : at + max(min(length, 64) - 2, 0)].decode("utf-16-le", "replace")
            first, size = struct.unpack_from("<II", data, at + 116)
            if kind:
                entries.setdefault(name.lower(), (kind, first, size))
        return entries
