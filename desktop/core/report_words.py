"""A report in words: the same sections in the window, on paper and in a mail."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.core.message import Message, Value, msg
from desktop.core.record import record
from desktop.core.report import Report, ReportFigure
from desktop.core.wording import Wording


@record(frozen=True, slots=True)
class Section:
    """A heading and the lines below it; ``nothing`` stands in their place where there are none,
    and a section without either is left out."""

    title: Message
    lines: tuple[Message, ...]
    nothing: Message | None = None

    @property
    def shown(self) -> tuple[Message, ...]:
        if self.lines or self.nothing is None:
            return self.lines
        return (self.nothing,)


def title(report: Report) -> Message:
    return msg("Report for {period}", period=report.period)


def numbers_title() -> Message:
    return msg("The numbers that matter")


def no_numbers() -> Message:
    return msg("No goal ran in this period.")


def sections(report: Report) -> tuple[Section, ...]:
    """All but the numbers, in order; those that have nothing to say and need not are left out."""
    found = (
        Section(
            msg("What changed for real"),
            report.changed,
            msg("Nothing went beyond its usual variation."),
        ),
        Section(msg("What we reached"), report.reached),
        Section(msg("What marketing adds"), report.value),
        Section(msg("What we tried"), report.tried, msg("Nothing new was tried.")),
        Section(msg("What we learned"), report.learned, msg("No review was made.")),
        Section(msg("What is next"), report.next, msg("Nothing is due soon.")),
    )
    return tuple(each for each in found if each.shown)


def value_words(figure: ReportFigure) -> Message:
    """The value with its period; so far, where the period is not over."""
    value = figure.value
    if value is None:
        return msg("no value")
    facts: dict[str, Value] = {
        "value": figure.kpi.quantity(value.value),
        "period": value.period,
    }
    if figure.sofar:
        return msg("{value} so far ({period})", **facts)
    return msg("{value} ({period})", **facts)


def period_words(figure: ReportFigure) -> Message | None:
    """The period of the value by itself; so far, where it is not over."""
    if figure.value is None:
        return None
    if figure.sofar:
        return msg("so far, {period}", period=figure.value.period)
    return msg("{period}", period=figure.value.period)


def plan_words(figure: ReportFigure) -> Message | None:
    """Where the key result stands beside its plan; ``None`` without a plan."""
    gap = figure.against_plan
    if gap is None or figure.actual is None or figure.plan is None:
        return None
    return msg("{actual}, planned {plan} ({gap})", actual=figure.actual, plan=figure.plan, gap=gap)


def earlier_words(figure: ReportFigure) -> Message | None:
    """The same period a year before; ``None`` where there is no value of it."""
    if figure.earlier is None:
        return None
    return msg(
        "{value} ({period})",
        value=figure.kpi.quantity(figure.earlier.value),
        period=figure.earlier.period,
    )


def report_text(report: Report, wording: Wording) -> str:
    """The whole report as plain text, for a mail."""
    return "\n".join(_lines(report, wording)) + "\n"


def _lines(report: Report, wording: Wording) -> Iterator[str]:
    say = wording.say
    yield say(msg("{company}: {report}", company=report.company.name, report=title(report)))
    if report.as_of is not None:
        yield say(msg("Data as of {day}", day=report.as_of))
    yield ""
    yield say(numbers_title()).upper()
    if not report.figures:
        yield say(no_numbers())
    for figure in report.figures:
        yield f"- {figure.title}: {say(value_words(figure))}"
        plan, earlier = plan_words(figure), earlier_words(figure)
        if plan is not None:
            yield "  " + say(msg("Against plan: {plan}", plan=plan))
        if earlier is not None:
            yield "  " + say(msg("A year before: {value}", value=earlier))
        for sentence in figure.known:
            yield "  " + say(sentence)
    for section in sections(report):
        yield ""
        yield say(section.title).upper()
        for line in section.shown:
            yield f"- {say(line)}" if section.lines else say(line)
