"""PC-Axis files: every combination a row, every period a column."""

from __future__ import annotations

from datetime import date
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.core.faults import FileFault
from desktop.importing.reading.px_text import Malformed, data_in, parse_px
from desktop.importing.reading.read import read
from desktop.importing.recognise import recognise
from desktop.importing.tables.recognition import Layout, Recognition, Role, Table
from desktop.importing.values.stamps import Grain
from tests.importing.in_process import read_here

TODAY = date(2026, 7, 1)

SALES = """CHARSET="ANSI";
AXIS-VERSION="2013";
LANGUAGE="sv";
LANGUAGES="sv","en";
MATRIX="HA0101";
SUBJECT-AREA="Handel";
SUBJECT-AREA[en]="Trade";
DECIMALS=1;
TITLE="Omsättning efter region, "
"innehåll och kvartal";
TITLE[en]="Turnover by region and quarter";
CONTENTS="Omsättning";
STUB="region","innehåll";
HEADING="kvartal";
CONTVARIABLE="innehåll";
VALUES("region")="Norr; och väst","Söder";
VALUES[en]("region")="North","South";
CODES("region")="01","02";
VALUES("innehåll")="Omsättning","Andel";
VALUES("kvartal")="2025K4","2026K1","2026K2";
TIMEVAL("kvartal")=TLIST(Q1),"20254","20261","20262";
UNITS("Omsättning")="mnkr";
UNITS("Andel")="procent";
NOTE="Preliminära#uppgifter";
DATA=
1.5 2.5 ".."
10 20 30
-4 5E1 6
"." 40 50;
"""


def looked_at(tmp_path: Path, text: str, encoding: str = "cp1252") -> Recognition:
    path = tmp_path / "table.px"
    path.write_bytes(text.encode(encoding))
    return recognise(read_here(path), today=TODAY)


def only(found: Recognition) -> Table:
    assert not found.questions
    (table,) = found.tables
    return table


def sums(table: Table) -> dict[str, tuple[int, float | None]]:
    return {c.name: (c.count, c.sum) for c in table.columns if c.role is Role.VALUE}


def test_a_table_by_quarter(tmp_path: Path) -> None:
    table = only(looked_at(tmp_path, SALES))
    assert table.layout is Layout.WIDE
    assert table.title == "Omsättning efter region, innehåll och kvartal"
    assert table.period is not None
    assert table.period.cadence is Grain.QUARTER
    assert (str(table.period.first), str(table.period.last)) == ("2025-10-01", "2026-04-01")
    assert sums(table) == {
        "Norr; och väst – Omsättning": (2, 4.0),
        "Norr; och väst – Andel": (3, pytest.approx(0.6)),
        "Söder – Omsättning": (3, 52.0),
        "Söder – Andel": (2, pytest.approx(0.9)),
    }
    units = {c.name: c.unit and c.unit.kind.value for c in table.columns}
    assert units["Söder – Andel"] == "percent"


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (SALES.replace('CHARSET="ANSI";\n', ""), "cp850"),
        (SALES.replace('"ANSI";', '"ANSI";\nCODEPAGE="utf-8";'), "utf-8"),
        (SALES.replace('"ANSI";', '"ANSI";\nCODEPAGE="iso-8859-15";'), "iso-8859-15"),
        (SALES, "utf-8-sig"),
        (SALES.replace("\n", "\r\n"), "cp1252"),
        (SALES.replace("TLIST(Q1),", 'TLIST(Q1,"20254"-"20262"),'), "cp1252"),
    ],
)
def test_other_encodings_and_forms(tmp_path: Path, text: str, encoding: str) -> None:
    table = only(looked_at(tmp_path, text, encoding))
    assert sums(table) == sums(only(looked_at(tmp_path, SALES)))


def test_the_time_may_stand_in_the_stub(tmp_path: Path) -> None:
    text = """CHARSET="ANSI";
AXIS-VERSION="2013";
MATRIX="X";
TITLE="Folkmängd";
STUB="år";
HEADING="kön","ålder";
VALUES("kön")="män","kvinnor";
VALUES("ålder")="0","1";
VALUES("år")="2023","2024","2025";
DATA=1 2 3 4
5 6 7 8
9 10 11 12;
"""
    table = only(looked_at(tmp_path, text))
    assert table.period is not None
    assert table.period.cadence is Grain.YEAR
    assert sums(table) == {
        "män – ålder 0": (3, 15.0),
        "män – ålder 1": (3, 18.0),
        "kvinnor – ålder 0": (3, 21.0),
        "kvinnor – ålder 1": (3, 24.0),
    }


def test_codes_of_the_time_where_its_values_are_words(tmp_path: Path) -> None:
    text = SALES.replace('="2025K4","2026K1","2026K2"', '="fjärde","första","andra"')
    table = only(looked_at(tmp_path, text))
    assert table.period is not None
    assert str(table.period.first) == "2025-10-01"


def test_only_the_rows_that_hold_something(tmp_path: Path) -> None:
    text = SALES.replace("NOTE=", 'KEYS("region")=CODES;\nKEYS("innehåll")=VALUES;\nNOTE=')
    head = text[: text.index("DATA=")]
    text = head + 'DATA="02","Omsättning",1 2 3\n"01","Andel",4 5 6;\n'
    assert sums(only(looked_at(tmp_path, text))) == {
        "Norr; och väst – Andel": (3, pytest.approx(0.15)),
        "Söder – Omsättning": (3, 6.0),
    }


@pytest.mark.parametrize(
    "text",
    [
        SALES.replace(" 50;", ";"),  # one figure too few
        SALES.replace(" 50;", " 50 60;"),
        SALES[: SALES.index("DATA=")],
        SALES.replace('CODES("region")="01","02"', 'CODES("region")="01"'),
        SALES.replace('VALUES("kvartal")', 'VALUES("år")').replace("TIMEVAL", "TIMEVALX"),
    ],
)
def test_what_does_not_fit_is_said_in_a_sentence(tmp_path: Path, text: str) -> None:
    path = tmp_path / "table.px"
    path.write_bytes(text.encode("cp1252"))
    with pytest.raises(FileFault, match="PC-Axis"):
        read(path)


def test_the_sample_of_the_statistical_office(shared: Path) -> None:
    found = recognise(read(shared / "px" / "PR0101B3.px"), today=TODAY)
    table = only(found)
    assert table.period is not None
    assert (table.period.cadence, len(table.columns)) == (Grain.MONTH, 12)
    assert (str(table.period.first), str(table.period.last)) == ("2006-10-01", "2008-12-01")
    first, bread, last = table.columns[0], table.columns[2], table.columns[-1]
    assert (first.first, first.last, bread.last, last.last) == (240.25, 266.36, 284.69, 182.84)


@settings(max_examples=100, deadline=None)
@given(
    st.lists(st.integers(1, 4), min_size=1, max_size=3),
    st.integers(0, 3),
    st.data(),
)
def test_every_figure_is_in_its_place(
    tmp_path_factory: pytest.TempPathFactory, sizes: list[int], at: int, data: st.DataObject
) -> None:
    """The figure of each combination tells its own place; the time stands anywhere."""
    months = data.draw(st.integers(1, 5))
    names = [f"v{n}" for n in range(len(sizes))]
    values = [
        [f"{name} {chr(97 + n)}" for n in range(size)]
        for name, size in zip(names, sizes, strict=True)
    ]
    place = min(at, len(names))
    names.insert(place, "month")
    values.insert(place, [f"2026M{n + 1:02}" for n in range(months)])
    stub = data.draw(st.integers(0, len(names)))
    numbers = {key: n for n, key in enumerate(product(*values))}
    lines = ['CHARSET="ANSI";', 'MATRIX="X";', 'TITLE="T";']
    for keyword, part in (("STUB", names[:stub]), ("HEADING", names[stub:])):
        lines += [f"{keyword}=" + ",".join(f'"{name}"' for name in part) + ";"] if part else []
    for name, texts in zip(names, values, strict=True):
        lines.append(f'VALUES("{name}")=' + ",".join(f'"{text}"' for text in texts) + ";")
    lines.append("DATA=" + " ".join(map(str, numbers.values())) + ";")
    path = tmp_path_factory.mktemp("px") / "x.px"
    path.write_text("\n".join(lines), "cp1252")
    (sheet,) = read_here(path).sheets
    header, *rows = list(sheet.rows())[2:]
    labels = [name for name in names if name != "month"]
    assert list(header[: len(labels)]) == labels
    for row in rows:
        for period, figure in zip(header[len(labels) :], row[len(labels) :], strict=True):
            if period == "unit" or not isinstance(period, str):
                continue
            key = list(row[: len(labels)])
            key.insert(place, period)
            assert figure == numbers[tuple(str(part) for part in key)]


@given(st.text(alphabet='ABCDATSUVLE="(),;[]-\n 12.x', max_size=80))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        found = parse_px(text)
    except Malformed:
        return
    assert all(isinstance(cell, str | float) for cell in data_in(found.data))
