"""What one file may cost to read; measured on hostile files, with room for honest ones."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass

MIB = 1 << 20


@dataclass(frozen=True, slots=True)
class Limits:
    """Sizes in bytes, times in seconds."""

    part: int = 250 * MIB
    """One unpacked part of a zipped workbook."""
    total: int = 300 * MIB
    """All unpacked parts together; also the size of a text file."""
    ratio: int = 200
    """Unpacked to packed, of parts above ``ratio_from``; honest workbooks are near 8."""
    ratio_from: int = MIB
    parts: int = 20_000
    memory: int = 1_500 * MIB
    cpu: int = 20
    wall: float = 60.0
    cells: int = 30_000_000
    columns: int = 16_384
    """As many as a spreadsheet program can show."""
    sheets: int = 1_000

    def to_json(self) -> str:
        return json.dumps(asdict(self))

    @classmethod
    def from_json(cls, text: str) -> Limits:
        return cls(**json.loads(text))
