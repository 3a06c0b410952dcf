"""Open questions of one file: asked once each, with answers given back on the next look."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TypeVar

from desktop.core.message import Message, Value, msg
from desktop.core.period import Period
from desktop.core.unit import Quantity
from desktop.importing.tables.hidden_totals import HiddenTotal
from desktop.importing.tables.preamble import YearEvidence
from desktop.importing.tables.recognition import Question
from desktop.importing.values.dates import parse_date
from desktop.importing.values.kinds import is_year
from desktop.importing.values.number_columns import number_in
from desktop.importing.values.periods import parse_period
from desktop.importing.values.stamps import Stamp, stamp_of

T = TypeVar("T")

NONE = "none"  # the answer that settles a question by leaving something out


@dataclass(slots=True)
class Asking:
    """Collects questions; knows the answers that the user has given."""

    answers: Mapping[str, str]
    today: date
    questions: dict[str, Question] = field(default_factory=dict)
    answered: dict[str, Question] = field(default_factory=dict)
    table: int | None = None  # the index of the one that is looked at

    def _asked(self, question: Question, read: Callable[[str], T | None]) -> T | None:
        """What the answer means, ``None`` while there is none, or none that can be read."""
        answer = self.answers.get(question.id)
        found = None if answer is None else read(answer)
        settled = found is not None or answer == NONE
        place = self.answered if settled else self.questions
        first = place.get(question.id, question)  # it is asked with the first examples
        here = frozenset() if self.table is None else {self.table}
        place[question.id] = replace(first, tables=first.tables | here)
        return found

    def order(self, column: str, fitting: Sequence[str], examples: Iterable[str]) -> str:
        """Which order a column's dates are in, empty while that is open."""
        texts = _some(sorted(examples, key=lambda text: len({_day(text, o) for o in fitting}) < 2))
        options = tuple((order, _ORDERS[order](texts[0])) for order in fitting)
        message = msg(
            "In which order are the dates in “{column}” written? {example} can mean two days.",
            column=column,
            example=texts[0],
        )
        question = Question("date-order", message, options, texts)
        return self._asked(question, lambda key: key if key in fitting else None) or ""

    def decimal(self, column: str, examples: Iterable[str]) -> str:
        """The decimal sign of the file's numbers, empty while that is open."""
        texts = _some(examples)
        options = (
            (",", msg("Decimal comma: {example} is {value}", **_as_read(texts[0], ","))),
            (".", msg("Decimal point: {example} is {value}", **_as_read(texts[0], "."))),
        )
        message = msg(
            "Which sign separates decimals in “{column}”? {example} can be read in two ways.",
            example=texts[0],
            column=column,
        )
        question = Question("decimal", message, options, texts)
        return self._asked(question, lambda key: key if key in (".", ",") else None) or ""

    def fiscal(self, column: str, example: str) -> bool:
        """Whether ``2010-11`` is a fiscal year rather than a month; not while that is open."""
        options = (("year", msg("The fiscal year")), ("month", msg("The month")))
        message = msg(
            "Is {example} in “{column}” a fiscal year or a month?", example=example, column=column
        )
        question = Question("fiscal", message, options, (example,))
        kinds = {"year": True, "month": False}
        return self._asked(question, kinds.get) or False

    def year(self, examples: Iterable[str], evidence: Sequence[YearEvidence]) -> int | None:
        """The year of periods that lack one, ``None`` while that is open."""
        years = [item.year for item in evidence] or [self.today.year - back for back in range(4)]
        options = tuple((str(year), msg("{year}", year=str(year))) for year in years)
        message = msg("Which year do the periods begin in? The file names no year.")
        if evidence:
            message = msg("Which year do the periods begin in? The file names several.")
        texts = _some(examples)
        question = Question("year", message, options, texts, "year", lasting=False)
        return self._asked(question, _as_year)

    def weeks(self, year: int) -> bool:
        """Whether week 1 is the one with 1 January; not while that is open.  ``year`` has a
        week 53 that the calendar lacks."""
        options = (
            ("january", msg("Week 1 holds 1 January, and the last week of the year may be short")),
            ("iso", msg("As in the calendar (ISO 8601): leave that week 53 out")),
        )
        message = msg(
            "How are the weeks numbered? The file has a week 53 in {year}, the calendar has none.",
            year=str(year),
        )
        question = Question("weeks", message, options)
        return self._asked(question, {"january": True, "iso": False}.get) or False

    def swapped(self, column: str, example: date) -> bool:
        """Whether day and month of a column's real dates changed places; not while it is open."""
        turned = example.replace(month=example.day, day=example.month)
        options = (
            ("swapped", msg("They changed places: {wrong} is {day}", wrong=example, day=turned)),
            ("kept", msg("They are right: {day} is meant", day=example)),
        )
        message = msg(
            "Did day and month change places in “{column}”? Some cells are dates, with no day "
            "above 12, and others are texts, all with a day above 12.",
            column=column,
        )
        question = Question("swapped", message, options, (example.isoformat(),))
        return self._asked(question, {"swapped": True, "kept": False}.get) or False

    def missing(self, column: str, number: float, count: int) -> bool:
        """Whether a number stands for missing values: so it is read while that is open."""
        written = f"{number:g}"
        options = (
            ("missing", msg("There is no value in those cells")),
            ("value", msg("It is a value like the others")),
        )
        message = msg(
            "What does {number} mean in “{column}”? It stands there {count} times, far from all "
            "other values.",
            number=written,
            column=column,
            count=count,
        )
        question = Question("missing", message, options, (written,))
        return self._asked(question, {"missing": True, "value": False}.get) is not False

    def bare_percent(self, column: str, number: float) -> bool:
        """Whether a number without a percent sign is in percent: so it is read while that is
        open."""
        written = f"{number:g}"
        options = (
            ("points", msg("Percent, like the cells with a sign")),
            ("share", msg("A share: 1 is the same as 100 %")),
        )
        message = msg(
            "What does {number} in “{column}” mean? Other cells there have a percent sign.",
            number=written,
            column=column,
        )
        question = Question("percent", message, options, (written,))
        return self._asked(question, {"points": True, "share": False}.get) is not False

    def totals(self, found: HiddenTotal) -> bool:
        """Whether a category is the total of the others: so it is read while that is open."""
        options = (
            ("total", msg("It is their total: leave it out, so that nothing counts twice")),
            ("part", msg("It counts like the others")),
        )
        message = msg(
            "Is “{text}” in “{column}” the total of the others? It is always their sum.",
            text=found.text,
            column=found.column.name,
        )
        question = Question("totals", message, options, (found.example,))
        return self._asked(question, {"total": True, "part": False}.get) is not False

    def start(self, column: str) -> date | None:
        """The day from which ``Nth day`` counts, ``None`` while that is open."""
        message = msg(
            "From which day does “{column}” count? The file does not say when its range starts.",
            column=column,
        )
        return self._asked(Question("start", message, (), (), "day", lasting=False), _as_one_day)

    def chart(self, charts: Sequence[tuple[str, str]], examples: Iterable[str]) -> str:
        """The chart of accounts that a ledger follows, of these (id, name); empty while open."""
        options = [(key, msg("{chart}", chart=name)) for key, name in charts]
        options.append((NONE, msg("None of these: leave the accounts as they are")))
        message = msg("Which chart of accounts do the account numbers follow?")
        keys = {key for key, _ in charts}
        question = Question("chart", message, tuple(options), _some(examples))
        return self._asked(question, lambda key: key if key in keys else None) or ""

    def period(self, likely: Stamp | None) -> Stamp | None:
        """The period of tables that have no time axis, ``None`` while that is open."""
        message = msg("Which period do the figures belong to? The file has no dates.")
        options: list[tuple[str, Message]] = []
        if likely is not None:
            period = Period.containing(likely.grain.cadence, likely.start)
            options.append((likely.start.isoformat()[:7], msg("{period}", period=period)))
        options.append((NONE, msg("None: leave the figures out")))
        question = Question("period", message, tuple(options), (), "period", lasting=False)
        return self._asked(question, _as_period)


def _some(examples: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(examples))[:3]


def _as_year(answer: str) -> int | None:
    return int(answer) if answer.isdigit() and is_year(float(answer)) else None


def _as_one_day(answer: str) -> date | None:
    day = parse_date(answer)
    return stamp_of(day).start if day else None


def _as_period(answer: str) -> Stamp | None:
    found = parse_period(answer)
    return found if isinstance(found, Stamp) else None


def _as_read(example: str, decimal: str) -> dict[str, Value]:
    """An ambiguous number and what it is under one decimal sign."""
    number = number_in(example, decimal) or 0.0
    decimals = 0 if number.is_integer() else 3
    return {"example": example, "value": Quantity(number, decimals=decimals)}


def _as_day_first(example: str) -> Message:
    return msg("Day first: {example} is {day}", example=example, day=_day(example, "dmy"))


def _as_month_first(example: str) -> Message:
    return msg("Month first: {example} is {day}", example=example, day=_day(example, "mdy"))


def _as_year_first(example: str) -> Message:
    return msg("Year first: {example} is {day}", example=example, day=_day(example, "ymd"))


def _day(example: str, order: str) -> date:
    found = parse_date(example, order)
    return stamp_of(found).start if found else date.min


_ORDERS = {"dmy": _as_day_first, "mdy": _as_month_first, "ymd": _as_year_first}
