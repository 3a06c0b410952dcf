"""Currencies as exports write them: codes, symbols, and Excel's locale numbers."""

from __future__ import annotations

import re
from collections.abc import Iterable

from desktop.importing.values.number_formats import literals

CODES = frozenset(
    [
        "AED",
        "ALL",
        "AMD",
        "ARS",
        "AUD",
        "AZN",
        "BAM",
        "BDT",
        "BGN",
        "BHD",
        "BOB",
        "BRL",
        "BWP",
        "BYN",
        "CAD",
        "CHF",
        "CLP",
        "CNY",
        "COP",
        "CRC",
        "CUP",
        "CZK",
        "DKK",
        "DOP",
        "DZD",
        "EEK",
        "EGP",
        "EUR",
        "FJD",
        "GBP",
        "GEL",
        "GHS",
        "GTQ",
        "HKD",
        "HNL",
        "HRK",
        "HUF",
        "IDR",
        "ILS",
        "INR",
        "IQD",
        "IRR",
        "ISK",
        "JMD",
        "JOD",
        "JPY",
        "KES",
        "KRW",
        "KWD",
        "KZT",
        "LAK",
        "LBP",
        "LKR",
        "LTL",
        "LVL",
        "MAD",
        "MDL",
        "MKD",
        "MMK",
        "MUR",
        "MXN",
        "MYR",
        "NAD",
        "NGN",
        "NIO",
        "NOK",
        "NPR",
        "NZD",
        "OMR",
        "PAB",
        "PEN",
        "PHP",
        "PKR",
        "PLN",
        "PYG",
        "QAR",
        "RON",
        "RSD",
        "RUB",
        "SAR",
        "SEK",
        "SGD",
        "THB",
        "TND",
        "TRY",
        "TTD",
        "TWD",
        "TZS",
        "UAH",
        "UGX",
        "USD",
        "UYU",
        "UZS",
        "VND",
        "XAF",
        "XOF",
        "YER",
        "ZAR",
        "ZMW",
    ]
)

SYMBOLS = {
    "$": "USD",
    "us$": "USD",
    "usd$": "USD",
    "a$": "AUD",
    "au$": "AUD",
    "c$": "CAD",
    "ca$": "CAD",
    "nz$": "NZD",
    "hk$": "HKD",
    "s$": "SGD",
    "r$": "BRL",
    "mx$": "MXN",
    "€": "EUR",
    "euro": "EUR",
    "euros": "EUR",
    "£": "GBP",
    "¥": "JPY",
    "jp¥": "JPY",
    "cn¥": "CNY",
    "₹": "INR",
    "rs.": "INR",
    "zł": "PLN",
    "kč": "CZK",
    "fr.": "CHF",
    "sfr.": "CHF",
    "₺": "TRY",
    "₴": "UAH",
    "₽": "RUB",
    "₩": "KRW",
    "฿": "THB",
    "₫": "VND",
    "₪": "ILS",
    "kr": "kr",
    "kr.": "kr",
    "kr:-": "kr",
    ":-": "kr",
    "dkr": "DKK",
    "dkr.": "DKK",
    "skr": "SEK",
    "nkr": "NOK",
    "kronor": "SEK",
    "kroner": "kr",
}

CROWN = "kr"  # a crown whose country the cell does not tell
CROWNS = frozenset(["SEK", "DKK", "NOK", "ISK"])

_LOCALES = {
    "41d": "SEK",
    "406": "DKK",
    "414": "NOK",
    "814": "NOK",
    "809": "GBP",
    "409": "USD",
    "407": "EUR",
    "40b": "EUR",
    "40f": "ISK",
}
_BRACKET = re.compile(r"\[\$([^\]-]*)(?:-([0-9A-Fa-f]+))?[^\]]*\]")
_HEADER = re.compile(r"[(\[]\s*([^()\[\]]{1,8}?)\s*[)\]]|\b([A-Z]{3})\b|([€£¥₹]|US\$|\$)")


def currency(text: str) -> str | None:
    """The ISO 4217 code that a short text stands for, :data:`CROWN` for any ``kr``.

    Codes count in capitals only: "all" and "top" are words.
    """
    word = text.strip()
    return word if word in CODES else SYMBOLS.get(word.casefold())


def told_apart(codes: Iterable[str]) -> frozenset[str]:
    """The currencies among codes; a bare ``kr`` may be any of the crowns beside it."""
    found = frozenset(codes)
    return found - {CROWN} if found & CROWNS else found


def currency_of_format(number_format: str) -> str | None:
    """The currency of an Excel number format such as ``#,##0.00 [$kr-41D]``."""
    for symbol, locale in _BRACKET.findall(number_format):
        found = currency(symbol)
        if found == CROWN or (found is None and symbol):
            found = _LOCALES.get(locale.casefold().lstrip("0"), found)
        if found:
            return found
    for word in literals(number_format):
        if (found := currency(word) or currency(word.strip("-+"))) is not None:
            return found
    return None


def currency_of_header(header: str) -> str | None:
    """The currency named in a header: ``Amount spent (SEK)``, ``Kostnad, kr``, ``Cost €``."""
    for parts in _HEADER.findall(header):
        for part in parts:
            if part and (found := currency(part)) is not None:
                return found
    last = re.split(r"[\s,;/]+", header.strip())[-1].casefold()
    return CROWN if last in ("kr", "kr.") else None
