"""The languages, currencies and months to choose from, for a new company and its settings."""

from __future__ import annotations

from PySide6.QtCore import QLocale

from desktop.qtkit.wording import LANGUAGES, current, tr

_CURRENCIES = ("SEK", "DKK", "NOK", "EUR", "ISK", "GBP", "USD", "CHF", "PLN", "CZK", "HUF", "RON")
_USUAL = {"sv": "SEK", "da": "DKK"}


def language_options() -> list[tuple[str, str]]:
    """Each language in its own name."""
    return list(LANGUAGES.items())


def currency_options(also: str = "") -> list[tuple[str, str]]:
    """Currencies by code, the nearest first; ``also`` is one that a file has already."""
    names = {
        "SEK": tr("Swedish krona"),
        "DKK": tr("Danish krone"),
        "NOK": tr("Norwegian krone"),
        "EUR": tr("Euro"),
        "ISK": tr("Icelandic króna"),
        "GBP": tr("Pound sterling"),
        "USD": tr("US dollar"),
        "CHF": tr("Swiss franc"),
        "PLN": tr("Polish złoty"),
        "CZK": tr("Czech koruna"),
        "HUF": tr("Hungarian forint"),
        "RON": tr("Romanian leu"),
    }
    options = [(code, f"{code} \N{EN DASH} {names[code]}") for code in _CURRENCIES]
    if also and also not in _CURRENCIES:
        options.append((also, also))
    return options


def usual_currency(language: str) -> str:
    """The likely currency of a company that writes in ``language`` on this computer."""
    if language in _USUAL:
        return _USUAL[language]
    code = QLocale.system().currencySymbol(QLocale.CurrencySymbolFormat.CurrencyIsoCode)
    return code if code in _CURRENCIES else "EUR"


def month_options() -> list[tuple[int, str]]:
    """The twelve months by their names."""
    locale = current().locale
    names = [locale.standaloneMonthName(month) for month in range(1, 13)]
    return [(month, name[:1].upper() + name[1:]) for month, name in enumerate(names, start=1)]
