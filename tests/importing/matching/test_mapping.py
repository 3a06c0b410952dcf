"""Rules and their JSON, and what an import would change."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.kpi import AddUp, Better, Kpi, Perspective, Phase
from desktop.core.measurement import Measurement
from desktop.core.period import Cadence, Period
from desktop.core.unit import Unit, UnitKind
from desktop.importing.figures.difference import Change, compare
from desktop.importing.figures.extraction import Extracted, Extraction
from desktop.importing.figures.mapping import Gather, Mapping, Rule, Running
from desktop.importing.matching.memory import Memory
from desktop.importing.matching.recall import likeness
from desktop.importing.reading.read import read
from desktop.importing.recognise import recognise
from desktop.importing.tables.recognition import Layout, Table

TODAY = date(2026, 7, 1)
MAY = Period(Cadence.MONTH, date(2026, 5, 1))
JULY = MAY.shift(2)

KPIS = st.builds(
    Kpi,
    name=st.text(min_size=1),
    definition=st.text(),
    unit=st.builds(Unit, st.sampled_from(UnitKind), st.text(max_size=4)),
    decimals=st.integers(0, 4),
    better=st.sampled_from(Better),
    cadence=st.sampled_from(Cadence),
    add_up=st.sampled_from(AddUp),
    phase=st.none() | st.sampled_from(Phase),
    perspective=st.none() | st.sampled_from(Perspective),
    leading=st.booleans(),
)
PAIRS = st.lists(st.tuples(st.text(), st.text()), max_size=3).map(tuple)
RULES = st.builds(
    Rule,
    kpi_id=st.none() | st.integers(1, 10**6),
    new_kpi=st.none() | KPIS,
    column=st.text(),
    add_up=st.sampled_from(Gather),
    filters=PAIRS,
    sign=st.sampled_from([1, -1]),
    factor=st.sampled_from([1.0, 1000.0]),
    more=st.lists(st.text(), max_size=3).map(tuple),
    less=st.lists(st.text(), max_size=3).map(tuple),
    over=st.text(),
    over_by=st.sampled_from([Gather.SUM, Gather.COUNT, Gather.DISTINCT]),
    without=PAIRS,
    minus=PAIRS,
    date=st.text(),
    running=st.sampled_from(Running),
    once=st.text(),
)


@given(st.lists(RULES, max_size=4).map(tuple), st.dictionaries(st.text(), st.text(), max_size=3))
def test_a_mapping_survives_its_json(rules: tuple[Rule, ...], answers: dict[str, str]) -> None:
    mapping = Mapping("long|date|sales", rules, answers)
    assert Mapping.from_json(mapping.shape, mapping.to_json()) == mapping


def test_rules_written_before_a_field_was_added_are_read() -> None:
    text = json.dumps({"rules": [{"kpi_id": 3, "column": "Sales", "add_up": "sum"}]})
    (rule,) = Mapping.from_json("long|sales", text).rules
    assert rule == Rule(3, None, "Sales")


def test_a_rule_can_be_told_the_new_names_of_its_columns() -> None:
    rule = Rule(
        1,
        None,
        "A",
        more=("B",),
        less=("C",),
        over="D",
        filters=(("E", "x"),),
        without=(("F", "x"),),
        minus=(("G", "x"),),
        date="H",
        once="I",
    )
    assert rule.needed == ("A", "B", "C", "D", "E", "F", "G", "H", "I")
    lower = rule.renamed(str.lower)
    assert lower.needed == tuple("abcdefghi")
    assert lower.filters == (("e", "x"),)
    assert Rule(1, None, "A").needed == ("A",)


@pytest.mark.parametrize(
    "text",
    ["", "[]", '{"rules": [{}]}', '{"rules": [{"kpi_id": 1, "column": "A", "add_up": "?"}]}'],
)
def test_other_text_is_no_mapping(text: str) -> None:
    with pytest.raises((ValueError, KeyError, TypeError)):
        Mapping.from_json("long", text)


def likeness_of(shape: str, other: str) -> float:
    """How much a table of the one shape is like one that is remembered by the other."""
    table = Table("", "", Layout.LONG, None, None, None, None, (), shape=shape)
    return likeness(table, Memory(Mapping(other, (), {})), "")


def test_shapes_are_alike_by_their_names() -> None:
    shape = "long|date|gross sales|net sales|orders|returns|taxes"
    assert likeness_of(shape, shape) >= 1.0
    assert 0.8 < likeness_of(shape, shape + "|tips") < 1.0
    assert likeness_of(shape, "long|date|clicks|impressions") < 0.3
    assert likeness_of(shape, shape.replace("long", "wide month")) == 0.0


@pytest.mark.parametrize("title", ["Resultatrapport", "Balansrapport"])
def test_reports_of_one_layout_have_shapes_of_their_own(tmp_path: Path, title: str) -> None:
    def shape(text: str) -> str:
        path = tmp_path / "a.csv"
        path.write_text(text, "utf-8")
        return recognise(read(path), today=TODAY).tables[0].shape

    head = "Konto;Benämning;"
    spring = f"{title} januari 2026\n\n{head}jan 2026;feb 2026\n3001;Varor;1;2\n"
    summer = f"{title} juni 2026\n\n{head}maj 2026;jun 2026\n3001;Varor;1;2\n3002;Frakt;1;2\n"
    other = spring.replace(title, "Momsrapport")
    assert shape(spring) == shape(summer)
    assert shape(spring) != shape(other)


def found(value: float, through: date | None = None, since: date | None = None) -> Extracted:
    return Extracted(value, through, since, "Sheet1!B2")


def changes(
    extraction: Extraction, *stored: Measurement
) -> list[tuple[Change, float | None, float | None]]:
    lines = compare(extraction, {each.period: each for each in stored}, TODAY)
    return [(line.change, line.old, line.new) for line in lines]


def test_new_changed_and_same() -> None:
    extraction = Extraction({MAY: found(1.0), MAY.shift(1): found(2.0), JULY: found(3.0)})
    stored = (Measurement(MAY, 1.0), Measurement(MAY.shift(1), 5.0))
    assert changes(extraction, *stored) == [
        (Change.SAME, 1.0, 1.0),
        (Change.CHANGED, 5.0, 2.0),
        (Change.NEW, None, 3.0),
    ]


def test_the_last_bits_of_a_sum_are_no_change() -> None:
    assert changes(Extraction({MAY: found(0.1 + 0.2)}), Measurement(MAY, 0.3)) == [
        (Change.SAME, 0.3, 0.1 + 0.2)
    ]


def test_a_whole_period_is_not_replaced_by_a_part_of_it() -> None:
    ends_early = Extraction({MAY: found(1.0, through=date(2026, 5, 11))})
    (line,) = compare(ends_early, {MAY: Measurement(MAY, 9.0)}, TODAY)
    assert line.change is Change.REJECTED
    assert line.message is not None
    starts_late = Extraction({MAY: found(1.0, since=date(2026, 5, 11))})
    (line,) = compare(starts_late, {MAY: Measurement(MAY, 9.0)}, TODAY)
    assert line.change is Change.REJECTED


def test_a_part_is_replaced_by_a_longer_part() -> None:
    stored = Measurement(MAY, 5.0, through=date(2026, 5, 11))
    later = Extraction({MAY: found(7.0, through=date(2026, 5, 20))})
    assert changes(later, stored) == [(Change.CHANGED, 5.0, 7.0)]
    whole = Extraction({MAY: found(5.0)})
    assert changes(whole, stored) == [(Change.CHANGED, 5.0, 5.0)]  # no longer partial
    running = Extraction({JULY: found(2.0, through=date(2026, 7, 5))})
    assert changes(running, Measurement(JULY, 1.0)) == [(Change.CHANGED, 1.0, 2.0)]


def test_a_first_period_that_starts_late_says_so() -> None:
    (line,) = compare(Extraction({MAY: found(1.0, since=date(2026, 5, 11))}), {}, TODAY)
    assert line.change is Change.NEW
    assert line.message is not None
    assert line.message.values["day"] == date(2026, 5, 11)
