"""Languages: gettext catalogues and QLocale formats joined into one reader's wording."""

from __future__ import annotations

import gettext
import re
from datetime import date, datetime
from functools import cache, cached_property

from PySide6.QtCore import QCollator, QCollatorSortKey, QDate, QDateTime, QLocale, QTime

from desktop.core.message import Message, Value, msg, nmsg
from desktop.core.period import Cadence, Period
from desktop.core.resources import resource
from desktop.core.unit import Quantity, UnitKind
from desktop.qtkit.pseudo import PSEUDO, stretched

LANGUAGES = {"sv": "Svenska", "da": "Dansk", "en": "English"}
_TERRITORY = {"sv": "sv_SE", "da": "da_DK", "en": "en_GB"}
_NBSP = "\u00a0"
_MINUS = "\u2212"
_TWO_STOPS = re.compile(r"(?<!\.)\.\.(?!\.)")


def _catalogue(language: str) -> gettext.NullTranslations:
    """The translations of one language; none for English, the language of the source."""
    path = resource("i18n", language, "LC_MESSAGES", "sikte.mo")
    if not path.is_file():
        return gettext.NullTranslations()
    with path.open("rb") as file:
        return gettext.GNUTranslations(file)


class LanguageWording:
    """The :class:`desktop.core.wording.Wording` of one language of the product."""

    def __init__(self, language: str) -> None:
        self.language = language if language in LANGUAGES else "en"
        self.locale = QLocale(_TERRITORY[self.language])
        self._day = "d." if self.language == "da" else "d"  # an ordinal in Danish: 3. marts
        self._catalogue = _catalogue(self.language)

    def say(self, message: Message) -> str:
        if message.plural is None:
            pattern = self._catalogue.gettext(message.text)
        else:
            pattern = self._catalogue.ngettext(message.text, message.plural, message.count)
        if not message.values:
            return pattern
        text = pattern.format(**{name: self.value(v) for name, v in message.values.items()})
        return _TWO_STOPS.sub(".", text)  # an abbreviation ("kr.") ends the sentence as well

    def value(self, value: Value) -> str:
        """Any value of a message as text."""
        match value:
            case str():
                return value
            case Message():
                return self.say(value)
            case Quantity():
                return self.quantity(value)
            case Period():
                return self.period(value)
            case datetime():
                return self.moment(value)
            case date():
                return self.day(value)
            case int():
                return self.number(value)
            case float():
                return self.number(value, 0 if value == int(value) else 2)

    def number(self, value: float, decimals: int = 0, *, signed: bool = False) -> str:
        rounded = round(value, decimals) + 0.0  # no "-0"
        text = self.locale.toString(abs(rounded), "f", decimals)
        sign = _MINUS if rounded < 0 else "+" if signed and rounded > 0 else ""
        return sign + text

    def quantity(self, quantity: Quantity) -> str:
        unit = quantity.unit
        value, decimals = quantity.value, quantity.decimals
        match unit.kind:
            case UnitKind.PERCENT if quantity.points:
                number = self.number(value * 100, decimals, signed=quantity.signed)
                return self.say(msg("{number} pp", number=number))
            case UnitKind.PERCENT:
                space = "" if self.language == "en" else _NBSP
                return self.number(value * 100, decimals, signed=quantity.signed) + space + "%"
            case UnitKind.CURRENCY:
                return self._currency(value, unit.symbol, decimals, signed=quantity.signed)
            case UnitKind.DURATION:
                return self._duration(value, signed=quantity.signed)
            case _:
                text = self.number(value, decimals, signed=quantity.signed)
                return f"{text}{_NBSP}{unit.symbol}" if unit.symbol else text

    def _currency(self, value: float, code: str, decimals: int, *, signed: bool) -> str:
        text = self.number(value, decimals, signed=signed)
        own = {("sv", "SEK"): "kr", ("da", "DKK"): "kr."}.get((self.language, code), code)
        return f"{text}{_NBSP}{own}"

    def _duration(self, seconds: float, *, signed: bool) -> str:
        sign = _MINUS if seconds < 0 else "+" if signed and seconds > 0 else ""
        total = round(abs(seconds))
        hours, minutes, rest = total // 3600, total // 60 % 60, total % 60
        return f"{sign}{hours}:{minutes:02}:{rest:02}" if hours else f"{sign}{minutes}:{rest:02}"

    def day(self, day: date) -> str:
        return self.locale.toString(QDate(day.year, day.month, day.day), f"{self._day} MMMM yyyy")

    def day_short(self, day: date) -> str:
        """A date in the reader's numeric format: ``2026-03-01``, ``01.03.2026``, ``01/03/2026``."""
        return self.locale.toString(
            QDate(day.year, day.month, day.day), QLocale.FormatType.ShortFormat
        )

    def moment(self, moment: datetime) -> str:
        """Date and time of day."""
        return self.locale.toString(
            QDateTime(
                QDate(moment.year, moment.month, moment.day),
                QTime(moment.hour, moment.minute, moment.second),
            ),
            QLocale.FormatType.ShortFormat,
        )

    def period(self, period: Period) -> str:
        start = period.start
        match period.cadence:
            case Cadence.DAY:
                return self.day(start)
            case Cadence.WEEK:
                year, week = period.iso_week
                return self.say(msg("week {week}, {year}", week=str(week), year=str(year)))
            case Cadence.MONTH:
                return self.locale.toString(QDate(start.year, start.month, 1), "MMMM yyyy")
            case Cadence.QUARTER:
                end = period.end
                if start.month % 3 == 1:
                    quarter = str((start.month + 2) // 3)
                    return self.say(msg("Q{quarter} {year}", quarter=quarter, year=str(start.year)))
                first = self.locale.standaloneMonthName(start.month, QLocale.FormatType.ShortFormat)
                last = self.locale.standaloneMonthName(end.month, QLocale.FormatType.ShortFormat)
                return f"{first}\u2013{last} {end.year}"
            case Cadence.YEAR:
                if start.month == 1:
                    return str(start.year)
                return f"{start.year}/{period.end.year % 100:02}"

    def period_short(self, period: Period) -> str:
        start = period.start
        match period.cadence:
            case Cadence.DAY:
                day = QDate(start.year, start.month, start.day)
                return self.locale.toString(day, f"{self._day} MMM")
            case Cadence.WEEK:
                return self.say(msg("w{week}", week=str(period.iso_week[1])))
            case Cadence.MONTH:
                return self.locale.standaloneMonthName(start.month, QLocale.FormatType.ShortFormat)
            case _:
                return self.period(period)

    def sort_key(self, text: str) -> QCollatorSortKey:
        """Numbers in a text count as numbers."""
        return self._collator.sortKey(text)

    @cached_property
    def _collator(self) -> QCollator:
        made = QCollator(self.locale)
        made.setNumericMode(True)
        return made


class PseudoWording(LanguageWording):
    """English stretched and accented, to see what has no room or no translation."""

    def say(self, message: Message) -> str:
        singular = message.plural is None or message.count == 1
        pattern = stretched(message.text if singular else message.plural or message.text)
        text = pattern.format(**{name: self.value(v) for name, v in message.values.items()})
        return _TWO_STOPS.sub(".", text)  # an abbreviation ("kr.") ends the sentence as well


@cache
def wording(language: str) -> LanguageWording:
    """The wording of one language; anything else than sv, da or en (or xx) is English."""
    return PseudoWording("en") if language == PSEUDO else LanguageWording(language)


_current = "en"


def set_language(language: str) -> None:
    """Choose the language of the window and the command line; pages are rebuilt by the caller."""
    global _current
    _current = language


def current() -> LanguageWording:
    """The wording of the window and the command line."""
    return wording(_current)


def tr(text: str, /, **values: Value) -> str:
    """A sentence of the interface in the current language; ``text`` must be a literal."""
    return current().say(msg(text, **values))


def ntr(singular: str, plural: str, count: int, /, **values: Value) -> str:
    """A sentence with a count, ``{n}``, in the current language; both forms must be literals."""
    return current().say(nmsg(singular, plural, count, **values))


def say(message: Message) -> str:
    """A message from core or a service in the current language."""
    return current().say(message)


def system_language() -> str:
    """The first of the system's languages that the product speaks; English otherwise."""
    for name in QLocale.system().uiLanguages():
        code = {"nb": "da", "nn": "da", "no": "da"}.get(name[:2], name[:2])
        if code in LANGUAGES:
            return code
    return "en"
