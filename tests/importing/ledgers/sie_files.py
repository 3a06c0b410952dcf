"""Writes SIE files, for tests: only what a test cares about, the rest as programs do."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal

Voucher = tuple[date, Sequence[tuple[str, Decimal | str]]]

NAMES = {
    "1510": "Kundfordringar",
    "1930": "Företagskonto",
    "2440": "Leverantörsskulder",
    "2611": "Utgående moms",
    "3010": "Försäljning",
    "3740": "Öresutjämning",
    "4010": "Inköp av varor",
    "5010": "Lokalhyra",
    "7010": "Löner",
    "7832": "Avskrivningar på inventarier",
    "8310": "Ränteintäkter",
}


def head(
    *more: str,
    kind: int = 4,
    year: tuple[str, str] = ("20250101", "20251231"),
    made: str = "20260115",
) -> list[str]:
    """The records that begin a file, and the accounts."""
    return [
        "#FLAGGA 0",
        "#FORMAT PC8",
        f"#SIETYP {kind}",
        '#PROGRAM "Räkna" 1.0',
        f"#GEN {made}",
        '#FNAMN "Ärlig Å & Ö AB"',
        f"#RAR 0 {year[0]} {year[1]}",
        *more,
        *(f'#KONTO {number} "{name}"' for number, name in NAMES.items()),
    ]


def vouchers(each: Iterable[Voucher]) -> list[str]:
    """Vouchers with their rows."""
    lines = []
    for number, (day, rows) in enumerate(each, 1):
        lines += [f'#VER A {number} {day:%Y%m%d} "Rad {number}"', "{"]
        lines += [f"\t#TRANS {account} {{}} {amount}" for account, amount in rows]
        lines.append("}")
    return lines


def encoded(lines: Iterable[str], codec: str = "cp437") -> bytes:
    return ("\r\n".join(lines) + "\r\n").encode(codec)
