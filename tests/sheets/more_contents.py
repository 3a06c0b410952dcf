"""Team sheets, KPI cards, glossaries and sittings of every shape, for tests."""

from __future__ import annotations

from datetime import date

from hypothesis import strategies as st

from desktop.core.company import Company
from desktop.core.glossary import Entry
from desktop.core.goal import Comparison, KeyResult
from desktop.core.kpi import Better, Kpi
from desktop.core.kpi_card import Surroundings, conclusions, kpi_facts
from desktop.core.measurement import Measurement
from desktop.core.message import Message
from desktop.core.period import Cadence, Period
from desktop.core.sheet_card import CardSheet
from desktop.core.sheet_glossary import GlossarySheet
from desktop.core.sheet_sitting import PaperExample, SittingSheet
from desktop.core.sheet_sitting_questions import Known, PaperNumber, paper_questions
from desktop.core.sheet_team import TeamPart, TeamRow, TeamSheet
from desktop.core.sitting import Ask, Sitting, Way
from desktop.core.smart import SmartParts, check_letters
from desktop.core.unit import Quantity
from tests.sheets.contents import TODAY, UNITS, charts, days, numbers, reasons, results, words

texts = words | st.just("")
MONTH = Period(Cadence.MONTH, date(2026, 10, 1))


@st.composite
def team_sheets(draw: st.DrawFn) -> TeamSheet:
    rows = st.builds(TeamRow, results(), words, st.lists(reasons(), max_size=5).map(tuple))
    parts = st.builds(TeamPart, texts, st.lists(rows, min_size=1, max_size=5).map(tuple))
    return TeamSheet(
        company=Company(name=draw(words)),
        message=draw(reasons()),
        as_of=draw(st.none() | days),
        today=TODAY,
        teams=tuple(draw(st.lists(parts, max_size=6))),
    )


@st.composite
def kpis(draw: st.DrawFn) -> Kpi:
    return Kpi(
        id=1,
        name=draw(words),
        definition=draw(texts),
        unit=draw(st.sampled_from(UNITS)),
        decimals=draw(st.integers(0, 4)),
        better=draw(st.sampled_from(list(Better))),
        band_low=draw(st.none() | numbers),
        band_high=draw(st.none() | numbers),
        leading=draw(st.booleans()),
        capacity=draw(st.none() | numbers),
        source=draw(texts),
        source_place=draw(texts),
        audience=draw(texts),
        conclude_stop=draw(texts),
        conclude_start=draw(texts),
        conclude_more=draw(texts),
    )


@st.composite
def card_sheets(draw: st.DrawFn) -> CardSheet:
    kpi, value = draw(kpis()), draw(st.none() | numbers)
    many = st.lists(words, max_size=12).map(tuple)
    around = Surroundings(
        owner=draw(texts), goals=draw(many), used_in=draw(many), parts=draw(many), names={}
    )
    return CardSheet(
        company=Company(name=draw(words)),
        today=TODAY,
        kpi_id=1,
        name=kpi.name,
        value=None if value is None else Quantity(value, kpi.unit, kpi.decimals),
        period=None if value is None else MONTH,
        outdated=draw(st.none() | reasons()),
        chart=draw(st.none() | charts()),
        sections=kpi_facts(kpi, around),
        conclusions=conclusions(kpi),
        lower_is_better=draw(st.booleans()),
    )


@st.composite
def glossary_sheets(draw: st.DrawFn) -> GlossarySheet:
    entries = st.builds(Entry, name=words, definition=texts, formula=texts, source=texts)
    return GlossarySheet(
        Company(name=draw(words)), TODAY, tuple(draw(st.lists(entries, max_size=40)))
    )


@st.composite
def paper_numbers(draw: st.DrawFn) -> PaperNumber:
    kpi = draw(kpis())
    row = KeyResult(
        goal_id=1,
        kpi_id=1,
        baseline=draw(st.none() | numbers),
        target=draw(st.none() | numbers),
        comparison=draw(st.sampled_from(list(Comparison))),
    )
    latest = draw(st.none() | numbers.map(lambda value: Measurement(MONTH, value)))
    return PaperNumber(kpi, row, draw(texts), draw(texts), latest)


@st.composite
def sitting_sheets(draw: st.DrawFn) -> SittingSheet:
    way = draw(st.none() | st.sampled_from(list(Way)))
    asked = st.dictionaries(st.sampled_from(list(Ask)), words, max_size=9)
    ideas = st.lists(words, max_size=20).map("\n".join)
    known = Known(
        way=way,
        what=draw(texts),
        statement=draw(texts),
        why=draw(texts),
        owner=draw(texts),
        parent=draw(texts),
        aspirational=draw(st.none() | st.booleans()),
        start=draw(st.none() | days),
        deadline=draw(st.none() | days),
        time_chosen=draw(st.booleans()),
        answers={**draw(asked), Ask.TRIES: draw(ideas)},
        numbers=tuple(draw(st.lists(paper_numbers(), max_size=12))),
    )
    sitting = draw(st.sampled_from(list(Sitting)))
    rows = st.lists(st.tuples(words, words), max_size=7).map(tuple)
    example = PaperExample(draw(reasons()), draw(rows))
    return SittingSheet(
        company=Company(name=draw(words)),
        today=TODAY,
        sitting=sitting,
        questions=paper_questions(sitting, known),
        goal_id=None if way is None else 7,
        statement="" if way is None else known.statement or "Mål",
        owner=known.owner,
        sentence=draw(st.none() | reasons()),
        letters=draw(st.sampled_from([(), check_letters(SmartParts())])),
        so_far=tuple(draw(st.lists(st.tuples(reasons(), words), max_size=14))),
        next_on=draw(st.none() | days),
        examples=dict.fromkeys(("sv", "da", "en"), (example,)),
    )


def blank(sitting: Sitting) -> SittingSheet:
    """A form as it is printed for a workshop."""
    return SittingSheet(
        company=Company(name="Bageriet"),
        today=TODAY,
        sitting=sitting,
        questions=paper_questions(sitting, Known()),
    )


def words_of(names: list[str], definition: str = "Vad ordet betyder hos oss.") -> GlossarySheet:
    """A glossary of words with one meaning."""
    entries = tuple(Entry(name=name, definition=definition) for name in names)
    return GlossarySheet(Company(name="Bageriet"), TODAY, entries)


def team_of(count: int) -> TeamSheet:
    """So many key results, each with an owner of its own and a driver."""
    from tests.sheets.contents import shop_goal

    (result,) = shop_goal(1).results
    driver = Message("Besök 2 503, oktober 2026")
    parts = tuple(
        TeamPart(f"Ägare {n}", (TeamRow(result, "Sälj mer kaffe", (driver,)),))
        for n in range(count)
    )
    return TeamSheet(Company(name="Bageriet"), Message("Alla."), None, TODAY, parts)
