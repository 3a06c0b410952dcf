"""Open questions of one file: asked once each, with answers given back on the next look."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from desktop.core.message import Message, Value, msg
from desktop.core.unit import Quantity
from desktop.importing.dates import parse_date
from desktop.importing.number_columns import number_in
from desktop.importing.periods import Stamp, parse_period, stamp_of
from desktop.importing.preamble import YearEvidence
from desktop.importing.recognition import Question


@dataclass(slots=True)
class Asking:
    """Collects questions; knows the answers that the user has given."""

    answers: Mapping[str, str]
    today: date
    questions: dict[str, Question] = field(default_factory=dict)
    answered: dict[str, Question] = field(default_factory=dict)

    def _answer(self, question: Question) -> str | None:
        found = self.answers.get(question.id)
        asked = self.questions if found is None else self.answered
        asked.setdefault(question.id, question)
        return found

    def order(self, column: str, fitting: Sequence[str], examples: Iterable[str]) -> str:
        """Which order a column's dates are in, empty while that is open."""
        texts = list(dict.fromkeys(examples))[:3]
        options = tuple((order, _ORDERS[order](texts[0])) for order in fitting)
        message = msg(
            "In which order are the dates in “{column}” written? {example} can mean two days.",
            column=column,
            example=texts[0],
        )
        asked = Question(f"date-order:{column}", message, options, tuple(texts))
        answer = self._answer(asked)
        return answer if answer is not None and answer in fitting else ""

    def decimal(self, column: str, examples: Iterable[str]) -> str:
        """The decimal sign of a column, empty while that is open."""
        texts = list(dict.fromkeys(examples))[:3]
        example = texts[0]
        options = (
            (",", msg("Decimal comma: {example} is {value}", **_as_read(example, ","))),
            (".", msg("Decimal point: {example} is {value}", **_as_read(example, "."))),
        )
        message = msg(
            "Which sign separates decimals in “{column}”? {example} can be read in two ways.",
            example=example,
            column=column,
        )
        answer = self._answer(Question(f"decimal:{column}", message, options, tuple(texts)))
        return answer if answer in (".", ",") else ""

    def fiscal(self, column: str, example: str) -> str:
        """Whether ``2010-11`` is a fiscal year or a month, empty while that is open."""
        options = (("year", msg("The fiscal year")), ("month", msg("The month")))
        message = msg(
            "Is {example} in “{column}” a fiscal year or a month?", example=example, column=column
        )
        answer = self._answer(Question(f"fiscal:{column}", message, options, (example,)))
        return answer if answer in ("year", "month") else ""

    def year(
        self, where: str, examples: Sequence[str], evidence: Sequence[YearEvidence]
    ) -> int | None:
        """The year of periods that lack one, ``None`` while that is open."""
        years = [item.year for item in evidence] or [self.today.year - back for back in range(4)]
        options = tuple((str(year), msg("{year}", year=str(year))) for year in years)
        message = msg("Which year do the periods begin in? The file names no year.")
        if evidence:
            message = msg("Which year do the periods begin in? The file names several.")
        answer = self._answer(
            Question(f"year:{where}", message, options, tuple(examples[:3]), "year", lasting=False)
        )
        return int(answer) if answer and answer.isdigit() and 1850 <= int(answer) <= 2150 else None

    def start(self, column: str) -> date | None:
        """The day from which ``Nth day`` counts, ``None`` while that is open."""
        message = msg(
            "From which day does “{column}” count? The file does not say when its range starts.",
            column=column,
        )
        answer = self._answer(Question(f"start:{column}", message, (), (), "day", lasting=False))
        day = parse_date(answer) if answer else None
        return stamp_of(day).start if day else None

    def period(self, where: str, likely: Stamp | None) -> Stamp | None:
        """The period of a table that has no time axis, ``None`` while that is open."""
        message = msg("Which period do the figures belong to? The file has no dates.")
        options: list[tuple[str, Message]] = []
        if likely is not None:
            text = likely.start.isoformat()
            key = text[:4] if likely.grain == "year" else text[:7]
            options.append((key, msg("{period}", period=key)))
        options.append(("none", msg("None: leave the figures out")))
        answer = self._answer(
            Question(f"period:{where}", message, tuple(options), (), "period", lasting=False)
        )
        found = parse_period(answer) if answer else None
        return found if isinstance(found, Stamp) else None


def _as_read(example: str, decimal: str) -> dict[str, Value]:
    """An ambiguous number and what it is under one decimal sign."""
    number = number_in(example, decimal) or 0.0
    decimals = 0 if number == int(number) else 3
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
