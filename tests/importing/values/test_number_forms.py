"""Numbers beside units, marks and wrappings, alone and in columns; every form read back."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.unit import UnitKind
from desktop.importing.tables.recognition import Column, Recognition
from desktop.importing.values.kinds import ERROR, MISSING, glance
from desktop.importing.values.marks import is_censored
from desktop.importing.values.numbers import parse_number
from tests.importing.found import Look

DAYS = [f"2026-{month:02}-15" for month in range(1, 13)]


@pytest.mark.parametrize(
    ("text", "value", "measure"),
    [
        ("12 st", 12.0, "st"),
        ("3,5 tim", 3.5, "tim"),
        ("-4 °C", -4.0, "°C"),
        ("1,2 mkr", 1.2, "mkr"),
        ("1,2k", 1200.0, "k"),
        ("1.5M", 1_500_000.0, "M"),
        ("1 234*", 1234.0, ""),
        ("1 234 1)", 1234.0, ""),
        ('="1234"', 1234.0, ""),
        ("'1234", 1234.0, ""),
        ("1.234,-", 1234.0, ""),
    ],
)
def test_what_stands_around_a_number(text: str, value: float, measure: str) -> None:
    for decimal in (".", ","):
        written = parse_number(text, decimal)
        assert written is not None
        assert (written.value, written.measure) == (value, measure)


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("00:01:32", 92.0),
        ("26:15:00", 94500.0),
        ("1m 32s", 92.0),
        ("1h 5m", 3900.0),
        ("1 tim 5 min", 3900.0),
        ("2 min 5 s", 125.0),
        ("1d 2h", 93600.0),
        ("45s", 45.0),
        ("5 min", 300.0),
    ],
)
def test_durations_in_seconds(text: str, seconds: float) -> None:
    written = parse_number(text)
    assert written is not None
    assert (written.value, written.duration) == (seconds, True)


def test_an_amount_of_crowns_is_no_duration() -> None:
    for text in ("50 SEK", "50SEK"):
        written = parse_number(text)
        assert written is not None
        assert (written.value, written.currency, written.duration) == (50.0, "SEK", False)


@pytest.mark.parametrize("text", ["10 procent", "10 pct", "10 percent", "%10"])
def test_percent_in_words(text: str) -> None:
    written = parse_number(text)
    assert written is not None
    assert (written.value, written.percent) == (0.1, True)


@pytest.mark.parametrize("text", ["< 10%", "<5", "≤ 5", "> 1 000", "1 000+"])
def test_bounds_are_no_values(text: str) -> None:
    assert is_censored(text)
    assert glance(text) == MISSING


@pytest.mark.parametrize("text", ["Err:502", "#BEZUG!", "#¡VALOR!", "#VÆRDI!", "#NV", "#N/A"])
def test_errors_of_all_languages(text: str) -> None:
    assert glance(text) == ERROR


def test_a_unit_in_a_name_is_no_figure() -> None:
    assert glance("30 min") == "t"
    assert glance("500 g") == "t"
    assert glance("2015K") == "t"  # 2015, kvinnor


def column(found: Recognition, name: str = "Antal") -> Column:
    (table,) = found.tables
    result = table.column(name)
    assert result is not None
    return result


def dated(values: list[str]) -> str:
    rows = zip(DAYS, values, strict=False)
    return "Datum;Antal\n" + "".join(f"{day};{value}\n" for day, value in rows)


def test_a_column_with_one_unit_is_measured_in_it(look_at_text: Look) -> None:
    found = column(look_at_text(dated(["12 st", "5 st", "..", "1 200 st"])))
    assert (found.count, found.sum) == (3, 1217.0)
    assert found.unit is not None
    assert (found.unit.kind, found.unit.symbol) == (UnitKind.OWN, "st")


def test_a_number_between_measured_ones_is_of_their_unit(look_at_text: Look) -> None:
    found = column(look_at_text(dated(["5 st", "3", "2 st"])))
    assert (found.count, found.sum) == (3, 10.0)


def test_thousands_of_a_currency(look_at_text: Look) -> None:
    found = column(look_at_text(dated(["$1.2M", "$300K", "$950"])))
    assert found.sum == 1_500_950.0
    assert found.unit is not None
    assert found.unit.symbol == "USD"


def test_units_that_vary_are_never_added(look_at_text: Look) -> None:
    found = column(look_at_text(dated(["3,5 kg", "200 g"])))
    assert (found.type, found.sum) == ("text", None)


def test_durations_and_thousands_of_a_column(look_at_text: Look) -> None:
    found = column(look_at_text(dated(["45s", "1m 32s", "2 min"])))
    assert found.sum == 257.0
    assert found.unit is not None
    assert found.unit.kind is UnitKind.DURATION
    assert column(look_at_text(dated(["12k", "1.2M", "950"]))).sum == 1_212_950.0


def test_values_behind_bounds_are_left_out(look_at_text: Look) -> None:
    found = column(look_at_text(dated(["< 10%", "12%", "15%", "< 10%"])))
    assert (found.count, found.sum) == (2, pytest.approx(0.27))


@pytest.mark.parametrize(
    "mark", ["--", "..", ".", "*****", "missing", "-", "–", "#N/A", "n/a", "\u00a0", "No data"]
)
def test_marks_for_missing_are_no_values(look_at_text: Look, mark: str) -> None:
    found = column(look_at_text(dated(["10", mark, "20", mark, "30"])))
    assert (found.count, found.sum) == (3, 60.0)


GROUPS = {"sv": ("\u00a0", ","), "fr": ("\u202f", ","), "da": (".", ","), "ch": ("'", ".")}
GROUPS |= {"en": (",", "."), "bare": ("", "."), "bare comma": ("", ","), "typed": (" ", ",")}
SIGNS = ["-{}", "\u2212{}", "{}-", "({})", "- {}"]
AROUND = ["{}", "{} kr", "kr. {}", "{}\u00a0€", "US${}", "{} DKK", "SEK {}", "{} %", " {} "]


@given(
    st.decimals(min_value=0, max_value=10**9, places=2),
    st.sampled_from(sorted(GROUPS)),
    st.sampled_from(["{}", *SIGNS]),
    st.sampled_from(AROUND),
)
def test_every_form_is_read_back(number: Decimal, style: str, sign: str, around: str) -> None:
    group, decimal = GROUPS[style]
    whole, fraction = f"{number:,.2f}".split(".")
    text = sign.format(around.strip().format(whole.replace(",", group) + decimal + fraction))
    written = parse_number(text, decimal)
    assert written is not None
    value = float(number) if sign == "{}" else -float(number)
    assert written.value == pytest.approx(value / 100 if "%" in around else value, rel=1e-12)


@given(
    st.integers(min_value=0, max_value=10**12),
    st.sampled_from(sorted(GROUPS)),
    st.sampled_from(AROUND),
)
def test_whole_numbers_are_read_back_with_their_own_sign(
    number: int, style: str, around: str
) -> None:
    group, decimal = GROUPS[style]
    written = parse_number(around.format(f"{number:,}".replace(",", group)), decimal)
    assert written is not None
    assert written.value == pytest.approx(number / 100 if "%" in around else number, rel=1e-12)


@given(st.integers(min_value=0, max_value=360_000))
def test_durations_are_read_back(seconds: int) -> None:
    minutes, rest = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    for text in (f"{hours}:{minutes:02}:{rest:02}", f"{hours}h {minutes}m {rest}s"):
        written = parse_number(text)
        assert written is not None
        assert written.value == seconds


@given(st.text(alphabet="0123456789.,'% -+()<>:kKM€$hmsdr*=\"\u00a0\u2212/e", max_size=14))
def test_nothing_near_a_number_fails_or_is_endless(text: str) -> None:
    for decimal in (".", ","):
        written = parse_number(text, decimal)
        assert written is None or abs(written.value) < float("inf")
    assert len(glance(text)) == 1


def test_a_row_of_two_currencies_is_never_added(look_at_text: Look) -> None:
    found = look_at_text("Land;jan-26;feb-26\nSE;100 kr;200 kr\nMix;10 €;20 kr\n")
    assert column(found, "SE").sum == 300.0
    assert column(found, "Mix").sum is None
    assert any("several currencies" in warning.text for warning in found.warnings)
