"""SIE files by month: our own small ones, and generated ones of types 2 and 4."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.core.faults import FileFault
from desktop.core.period import Cadence
from desktop.core.unit import Unit, UnitKind
from desktop.importing.figures.extract import extract
from desktop.importing.figures.mapping import Gather, Rule
from desktop.importing.reading.read import read
from desktop.importing.reading.refusals import Refusal
from desktop.importing.recognise import recognise
from desktop.importing.tables.recognition import Recognition, Role, Table
from desktop.qtkit.wording import say
from tests.importing.found import Look
from tests.importing.in_process import read_here
from tests.importing.ledgers.sie_files import encoded, head, vouchers

TODAY = date(2026, 2, 1)


@pytest.fixture
def look(tmp_path: Path) -> Look:
    def recognised(lines: Iterable[str], codec: str = "cp437") -> Recognition:
        path = tmp_path / "bok.se"
        path.write_bytes(encoded(lines, codec))
        return recognise(read_here(path), today=TODAY)

    return recognised


def by_month(table: Table, name: str) -> dict[str, float | None]:
    column = table.column(name)
    assert column is not None
    assert table.cells is not None
    return {str(cells[0]): cells[column.index] for cells in table.cells.columns[1:]}  # type: ignore[misc]


TWO_MONTHS = [
    (date(2025, 1, 7), [("1510", "1250"), ("3010", "-1000"), ("2611", "-250")]),
    (date(2025, 1, 20), [("1930", "1250"), ("1510", "-1250")]),
    (date(2025, 1, 31), [("5010", "300.50"), ("7010", "200"), ("1930", "-500.50")]),
    (date(2025, 2, 3), [("1510", "500"), ("3010", "-400"), ("2611", "-100")]),
    (date(2025, 2, 10), [("4010", "150"), ("2440", "-150")]),
    (date(2025, 2, 28), [("7832", "25"), ("1930", "-25"), ("8310", "-5"), ("1930", "5")]),
]
OPENING = ["#IB 0 1930 10000", "#IB 0 1510 0"]


def test_vouchers_become_months_and_income_is_positive(look: Look) -> None:
    (table,) = look([*head(), *OPENING, *vouchers(TWO_MONTHS)]).tables
    assert table.title == "Ärlig Å & Ö AB 2025"
    assert table.period is not None
    assert (table.period.cadence, table.period.first, table.period.last) == (
        "month",
        date(2025, 1, 1),
        date(2025, 2, 1),
    )
    assert by_month(table, "Omsättning") == {"2025-01": 1000.0, "2025-02": 400.0}
    assert by_month(table, "Varukostnad") == {"2025-01": 0.0, "2025-02": 150.0}
    assert by_month(table, "Bruttovinst") == {"2025-01": 1000.0, "2025-02": 250.0}
    assert by_month(table, "Övriga kostnader") == {"2025-01": 300.5, "2025-02": 0.0}
    assert by_month(table, "Personalkostnader") == {"2025-01": 200.0, "2025-02": 0.0}
    assert by_month(table, "Avskrivningar") == {"2025-01": 0.0, "2025-02": 25.0}
    assert by_month(table, "Rörelseresultat") == {"2025-01": 499.5, "2025-02": 225.0}
    assert by_month(table, "Årets resultat") == {"2025-01": 499.5, "2025-02": 230.0}
    # Levels: what was there and every movement since.
    assert by_month(table, "Kassa och bank") == {"2025-01": 10749.5, "2025-02": 10729.5}
    assert by_month(table, "Kundfordringar") == {"2025-01": 0.0, "2025-02": 500.0}
    assert by_month(table, "Leverantörsskulder") == {"2025-01": 0.0, "2025-02": 150.0}
    assert by_month(table, "Momsskuld") == {"2025-01": 250.0, "2025-02": 350.0}
    revenue = table.column("Omsättning")
    assert revenue is not None
    assert (revenue.unit, revenue.count, revenue.sum) == (
        Unit(UnitKind.CURRENCY, "SEK"),
        2,
        1400.0,
    )


def test_without_any_balances_there_are_no_levels_and_a_word_about_it(look: Look) -> None:
    found = look([*head(), *vouchers(TWO_MONTHS)])
    assert by_month(found.tables[0], "Kassa och bank") == {"2025-01": None, "2025-02": None}
    (sentence,) = said(found)
    assert "type 4I" in sentence


def test_balances_at_the_end_tell_those_before(look: Look) -> None:
    (table,) = look([*head(), "#UB 0 1930 10729.50", *vouchers(TWO_MONTHS)]).tables
    assert by_month(table, "Kassa och bank") == {"2025-01": 10749.5, "2025-02": 10729.5}


def test_a_line_without_accounts_is_there_but_not_offered(look: Look) -> None:
    (table,) = look([*head(), *vouchers(TWO_MONTHS)]).tables
    stock, tax = table.column("Varulager"), table.column("Skatt")
    assert stock is not None
    assert tax is not None
    assert (stock.role, tax.role, tax.count) == (Role.IGNORED, Role.IGNORED, 0)


def test_struck_rows_do_not_count_and_added_ones_count_once(look: Look) -> None:
    lines = [
        *head(),
        *OPENING,
        "#VER A 1 20250110 Rättad",
        "{",
        "#TRANS 1930 {} 100",
        "#BTRANS 3010 {} -900",
        "#RTRANS 3010 {} -100",
        "#TRANS 3010 {} -100",
        "}",
    ]
    (table,) = look(lines).tables
    assert by_month(table, "Omsättning") == {"2025-01": 100.0}
    assert not look(lines).warnings


def test_period_balances_of_objects_are_not_added_to_the_accounts_own(look: Look) -> None:
    lines = [
        *head(kind=3),
        "#DIM 1 Kostnadsställe",
        '#OBJEKT 1 "10" "Nord"',
        "#PSALDO 0 202501 3010 {} -700.25",
        '#PSALDO 0 202501 3010 {1 "10"} -300',
        "#PSALDO 0 202501 3010 {1 10 6 99} -400.25",
        "#PSALDO 0 202503 3010 {} -50",
    ]
    (table,) = look(lines).tables
    # February lies between months with movements: the books cover it, and nothing was sold.
    assert by_month(table, "Omsättning") == {"2025-01": 700.25, "2025-02": 0.0, "2025-03": 50.0}


def test_objects_stand_in_for_an_account_without_balances_of_its_own(look: Look) -> None:
    lines = [
        *head("#RES 0 3010 -750.25", "#RES 0 5010 20", kind=3),
        '#PSALDO 0 202501 3010 {1 "10"} -300',
        '#PSALDO 0 202501 3010 {1 "20" 6 "P1"} -400.25',
        '#PSALDO 0 202501 3010 {6 "P1"} -400.25',
        '#PSALDO 0 202502 3010 {1 "10"} -50',
        "#PSALDO 0 202502 5010 {} 20",
        '#PSALDO 0 202502 5010 {1 "10"} 20',
    ]
    found = look(lines)
    assert by_month(found.tables[0], "Omsättning") == {"2025-01": 700.25, "2025-02": 50.0}
    assert by_month(found.tables[0], "Övriga kostnader") == {"2025-01": 0.0, "2025-02": 20.0}
    assert not [w for w in found.warnings if "#RES" in say(w)]


def test_year_balances_become_years_of_both(look: Look) -> None:
    lines = [
        *head("#RAR -1 20240101 20241231", kind=1),
        "#RES 0 3010 -5000",
        "#RES -1 3010 -4000",
        "#RES 0 5010 1000",
        "#IB 0 1930 10",
        "#UB 0 1930 20",
        "#UB -1 1930 10",
    ]
    this, last = look(lines).tables
    assert (this.period and this.period.cadence, this.aside) == ("year", False)
    assert by_month(this, "Omsättning") == {"2025": 5000.0}
    assert by_month(this, "Rörelseresultat") == {"2025": 4000.0}
    assert by_month(this, "Kassa och bank") == {"2025": 20.0}
    assert by_month(last, "Omsättning") == {"2024": 4000.0}
    assert by_month(last, "Kassa och bank") == {"2024": 10.0}


def test_a_year_that_is_not_the_companys_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "bok.se"
    path.write_bytes(encoded([*head(kind=1, year=("20240701", "20250630")), "#RES 0 3010 -5000"]))
    workbook = read_here(path)
    (table,) = recognise(workbook, today=TODAY).tables
    rule = Rule(None, None, "Omsättning", Gather.SUM)
    found = extract(table, workbook, rule, Cadence.YEAR, 7)
    assert [(p.start, v.value) for p, v in found.values.items()] == [(date(2024, 7, 1), 5000.0)]
    assert extract(table, workbook, rule, Cadence.YEAR, 1).problem is not None


def test_a_broken_year_keeps_its_months(look: Look) -> None:
    year = ("20240901", "20250831")
    lines = [
        *head(year=year),
        *vouchers(
            [
                (date(2024, 9, 5), [("3010", "-9"), ("1930", "9")]),
                (date(2025, 1, 5), [("3010", "-1"), ("1930", "1")]),
            ]
        ),
    ]
    (table,) = look(lines).tables
    assert table.title.endswith("2024/2025")
    assert table.period is not None
    assert (table.period.first, table.period.last) == (date(2024, 9, 1), date(2025, 1, 1))


# What the file does not cover.


def test_a_month_under_way_is_partial_and_later_ones_are_not_there(tmp_path: Path) -> None:
    ahead = [*TWO_MONTHS, (date(2025, 6, 30), [("5010", "10"), ("1930", "-10")])]
    path = tmp_path / "bok.se"
    path.write_bytes(encoded([*head(made="20250217"), *vouchers(ahead)]))
    workbook = read_here(path)
    found = recognise(workbook, today=TODAY)
    (table,) = found.tables
    rule = Rule(None, None, "Omsättning", Gather.SUM)
    values = extract(table, workbook, rule, Cadence.MONTH).values
    assert [(p.start.month, v.value, v.through) for p, v in values.items()] == [
        (1, 1000.0, None),
        (2, 400.0, date(2025, 2, 17)),
    ]
    assert any("2025-06" in say(warning) for warning in found.warnings)


def test_the_day_of_the_balances_ends_the_months(look: Look) -> None:
    lines = ["#PSALDO 0 202501 3010 {} -5", "#PSALDO 0 202502 3010 {} -6"]
    (table,) = look([*head("#OMFATTN 20250131", kind=2), *lines]).tables
    assert by_month(table, "Omsättning") == {"2025-01": 5.0}
    (table,) = look([*head("#OMFATTN 19700101", kind=2), *lines]).tables
    assert by_month(table, "Omsättning") == {"2025-01": 5.0, "2025-02": 6.0}


def test_where_values_come_from_is_told(tmp_path: Path) -> None:
    path = tmp_path / "bok.se"
    path.write_bytes(encoded([*head(), *OPENING, *vouchers(TWO_MONTHS)]))
    workbook = read_here(path)
    (table,) = recognise(workbook, today=TODAY).tables
    found = extract(table, workbook, Rule(None, None, "Varukostnad"), Cadence.MONTH)
    assert [value.cell for value in found.values.values()] == [
        "4000-4999 2025-01",
        "4000-4999 2025-02",
    ]


def test_levels_of_a_quarter_are_those_at_its_end(tmp_path: Path) -> None:
    path = tmp_path / "bok.se"
    path.write_bytes(encoded([*head(), *OPENING, *vouchers(TWO_MONTHS)]))
    workbook = read_here(path)
    (table,) = recognise(workbook, today=TODAY).tables
    rule = Rule(None, None, "Kassa och bank", Gather.LAST)
    (value,) = extract(table, workbook, rule, Cadence.QUARTER).values.values()
    assert (value.value, value.through) == (10729.5, date(2025, 2, 28))


# Checks.


def said(found: Recognition) -> list[str]:
    return [say(warning).replace("\u00a0", " ") for warning in found.warnings]


def test_a_file_that_agrees_with_itself_is_not_remarked_upon(look: Look) -> None:
    stated = ["#RES 0 3010 -1400", "#RES 0 4010 150", "#RES 0 5010 300.5", "#RES 0 7010 200"]
    stated += ["#RES 0 7832 25", "#RES 0 8310 -5", "#UB 0 1930 10729.5", "#UB 0 1510 500"]
    stated += ["#UB 0 2440 -150", "#UB 0 2611 -350"]
    assert not said(look([*head(), *OPENING, *stated, *vouchers(TWO_MONTHS)]))


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        (["#RES 0 3010 -1500"], ["#RES", "3010", "100.00 SEK"]),
        (["#UB 0 1930 10000"], ["#UB", "1930", "729.50 SEK"]),
        (["#KONTO"], ["1 line breaks", "line 19"]),
        (["#IB 0 1930 mycket"], ["1 line breaks"]),
        (["vilse text"], ["1 line breaks"]),
    ],
)
def test_what_does_not_agree_is_said_with_amounts(
    look: Look, lines: list[str], words: list[str]
) -> None:
    rest = ["#RES 0 4010 150", "#RES 0 5010 300.5", "#RES 0 7010 200", "#RES 0 7832 25"]
    more = [*rest, "#RES 0 8310 -5"] if "#RES" in lines[0] else []
    found = said(look([*head(), *lines, *OPENING, *more, *vouchers(TWO_MONTHS)]))
    assert any(all(word in sentence for word in words) for sentence in found), found


def test_an_unbalanced_voucher_is_named(look: Look) -> None:
    odd = [*TWO_MONTHS, (date(2025, 2, 1), [("5010", "12"), ("1930", "-10")])]
    (sentence,) = said(look([*head(), *OPENING, *vouchers(odd)]))
    assert "A 7" in sentence
    assert "2.00 SEK" in sentence


def test_period_balances_that_lag_behind_give_way_to_vouchers(look: Look) -> None:
    lines = ["#RES 0 3010 -1400", "#PSALDO 0 202501 3010 {} -1000"]
    (table,) = look([*head(), *lines, *vouchers(TWO_MONTHS)]).tables
    assert by_month(table, "Omsättning") == {"2025-01": 1000.0, "2025-02": 400.0}


def test_vouchers_of_another_year_are_left_out_and_said(look: Look) -> None:
    found = look(
        [*head(), *vouchers([*TWO_MONTHS, (date(2024, 12, 30), [("3010", "-7"), ("1930", "7")])])]
    )
    assert by_month(found.tables[0], "Omsättning") == {"2025-01": 1000.0, "2025-02": 400.0}
    assert any("2024-12" in sentence for sentence in said(found))


def test_a_file_without_amounts_says_what_to_export(look: Look) -> None:
    found = look(head())
    assert not found.tables
    assert "type 4" in said(found)[0]


# Text and form.


@pytest.mark.parametrize("codec", ["cp437", "cp1252", "utf-8", "utf-8-sig", "mac_roman", "utf-16"])
def test_letters_are_read_whatever_the_file_declares(look: Look, codec: str) -> None:
    found = look([*head(), *OPENING, *vouchers(TWO_MONTHS)], codec)
    assert found.tables[0].title == "Ärlig Å & Ö AB 2025"
    assert not found.warnings


def test_tabs_quotes_and_escapes(look: Look) -> None:
    lines = [
        "#FLAGGA\t0",
        '#FNAMN\t"Bolaget ""',
        '#fnamn "Firma \\"Ett\\" AB"',
        "#RAR\t0\t20250101\t20251231",
        '#KONTO\t"3010"\t"Sälj"',
        '#VER\t"A"\t""\t20250105\t"Text med { klammer }"\t',
        "{",
        '   #TRANS\t"3010"\t{1 "a}b" 6 "x"}\t-10,50\t""\t"rad"',
        "\t#TRANS 1930 {} 10.5 ",
        "}",
    ]
    (table,) = look(lines).tables
    assert table.title == 'Firma "Ett" AB 2025'
    assert by_month(table, "Omsättning") == {"2025-01": 10.5}


def test_the_shape_does_not_depend_on_year_company_or_accounts(look: Look) -> None:
    (one,) = look([*head(), *vouchers(TWO_MONTHS)]).tables
    rows = [(date(2026, 1, 2), [("3051", "-1"), ("1920", "1")])]
    other_head = head(year=("20260101", "20261231"), made="20260201")
    other_head[5] = "#FNAMN Annat"
    (other,) = look([*other_head, *vouchers(rows)]).tables
    assert one.shape == other.shape
    assert [c.name for c in one.columns] == [c.name for c in other.columns]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"<html><body>404</body></html>", "web page"),
        (b"Konto;Belopp\n3010;5\n", "not a SIE file"),
        (b"%PDF-1.7", "not a SIE file"),
        (b"\x00\x01\x02" * 50, "not a SIE file"),
        (b"", "empty"),
    ],
)
def test_what_is_named_sie_but_is_not_gets_one_sentence(
    tmp_path: Path, content: bytes, words: str
) -> None:
    path = tmp_path / "bok.si"
    path.write_bytes(content)
    with pytest.raises(FileFault) as caught:
        read(path)
    assert words in say(caught.value.message)


def test_sie_under_any_name_is_known_by_its_content(tmp_path: Path) -> None:
    path = tmp_path / "export.txt"
    path.write_bytes(encoded([*head(), *vouchers(TWO_MONTHS)]))
    assert read(path).kind == "sie"


def test_endless_lines_blank_lines_and_a_long_file(look: Look) -> None:
    many = [(date(2025, 1, 1 + n % 28), [("3010", "-1"), ("1930", "1")]) for n in range(3000)]
    lines = [*head(), *OPENING, "", "#PROSA " + "x" * 200_000, *vouchers(many), "\x1a"]
    found = look(lines)
    assert by_month(found.tables[0], "Omsättning") == {"2025-01": 3000.0}
    assert not found.warnings


def test_a_voucher_that_is_never_closed_and_rows_outside_one(look: Look) -> None:
    lines = [*head(), "#TRANS 3010 {} -5", "#VER A 1 20250105", "{", "#TRANS 3010 {} -7"]
    lines += ["#VER A 2 2025xx05", "{", "#TRANS 3010 {} -9", "}", "#RAR x 20250101 20251231"]
    found = look(lines)
    assert by_month(found.tables[0], "Omsättning") == {"2025-01": 7.0}
    assert any("4 lines break" in sentence for sentence in said(found))


def test_the_encoding_that_is_asked_for_is_taken(tmp_path: Path) -> None:
    path = tmp_path / "bok.se"
    path.write_bytes(encoded([*head(), *vouchers(TWO_MONTHS)], "cp437"))
    read_as = read_here(path, encoding="cp1252")
    assert recognise(read_as, today=TODAY).tables[0].title != "Ärlig Å & Ö AB 2025"


# Any ledger, any bytes.

Booked = tuple[date, list[tuple[str, Decimal]]]
AMOUNTS = st.integers(-10_000_000, 10_000_000).map(lambda cents: Decimal(cents) / 100)
ACCOUNTS = st.sampled_from(["1510", "1930", "2440", "3010", "3740", "4010", "5010", "7010"])
LEDGERS = st.lists(
    st.tuples(
        st.dates(date(2024, 7, 1), date(2025, 6, 30)),
        st.lists(st.tuples(ACCOUNTS, AMOUNTS), min_size=1, max_size=4),
    ),
    min_size=1,
    max_size=25,
)
LINES = {  # accounts of the strategy by line, and the sign that people expect
    "Omsättning": (("3010", "3740"), -1),
    "Varukostnad": (("4010",), 1),
    "Övriga kostnader": (("5010",), 1),
    "Personalkostnader": (("7010",), 1),
    "Rörelseresultat": (("3010", "3740", "4010", "5010", "7010"), -1),
}


def sums(
    ledger: Iterable[tuple[date, list[tuple[str, Decimal]]]],
) -> dict[tuple[str, str], Decimal]:
    """By month and account, added up as plainly as can be."""
    found: dict[tuple[str, str], Decimal] = {}
    for day, rows in ledger:
        for account, amount in rows:
            key = (f"{day:%Y-%m}", account)
            found[key] = found.get(key, Decimal()) + amount
    return found


def check_lines(table: Table, expected: Mapping[tuple[str, str], Decimal]) -> None:
    months = sorted({month for (month, _), amount in expected.items() if amount})
    for name, (accounts, sign) in LINES.items():
        found = by_month(table, name)
        assert min(found) == months[0]
        assert max(found) == months[-1]
        for month, value in found.items():
            wanted = sum((expected.get((month, a), Decimal()) for a in accounts), Decimal()) * sign
            assert value is None or value == pytest.approx(float(wanted), abs=1e-9)
            assert value is not None or not wanted


@given(LEDGERS)
@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_a_ledger_written_as_type_2_and_4_gives_its_sums_back(
    tmp_path: Path, ledger: list[Booked]
) -> None:
    expected = sums(ledger)
    path = tmp_path / "bok.se"
    begin = head(year=("20240701", "20250630"))
    months = [
        f"#PSALDO 0 {month.replace('-', '')} {account} {{}} {amount}"
        for (month, account), amount in expected.items()
    ]
    for lines in ([*begin, *vouchers(ledger)], [*begin, *months]):
        path.write_bytes(encoded(lines))
        tables = recognise(read_here(path), today=TODAY).tables
        if not any(expected.values()):
            assert not tables
        else:
            check_lines(tables[0], expected)


ODD_LINES = [
    *(b"#VER A 1 20250101", b"{", b"}", b"#TRANS 3010 {} -5", b"#TRANS 3010", b"#RAR 0"),
    *(b"#RAR 0 20250101 20251231", b"#PSALDO 0 202513 3010 {} 1", b'#KONTO 3010 "x', b"#GEN x"),
    *(b"#RES 0 3010 99999999999999999999", b"#IB 0 1930 1e5", b"\x00", b"\xff\xfe", b'"""'),
    *(b"#RAR -1 20240101 20241231", b"#RES -1 3010 -7", b"#PSALDO 0 000001 3010 {} 1"),
    *(b"#OMFATTN 20250110", b"#\xe5\xe4", b"#FNAMN \x86\x84", b"#PBUDGET 0 202501 3010 {} 4"),
]


@given(
    st.one_of(
        st.binary(max_size=400),
        st.lists(
            st.sampled_from(ODD_LINES),
            max_size=20,
        ).map(b"\n".join),
    )
)
@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_any_bytes_end_in_data_or_a_refusal(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "bok.txt"
    path.write_bytes(b"#FLAGGA 0\n" + content)
    try:
        workbook = read_here(path)
    except Refusal:
        return
    for table in recognise(workbook, today=TODAY).tables:
        for column in table.columns:
            extract(table, workbook, Rule(None, None, column.name), Cadence.MONTH)
