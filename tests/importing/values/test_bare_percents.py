"""Numbers without a percent sign among percentages: decided and told, or asked about."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from desktop.importing.tables.recognition import Column, Recognition

Look = Callable[..., Recognition]
Sums = Callable[..., dict[str, float]]


def column(found: Recognition) -> Column:
    (table,) = found.tables
    named = table.column("Andel")
    assert named is not None
    return named


def rows(*cells: str) -> str:
    return "Datum;Andel\n" + "".join(f"2026-03-{at:02};{c}\n" for at, c in enumerate(cells, 1))


def test_a_number_above_one_is_percent_as_well(look_at_text: Look, sums_by_month: Sums) -> None:
    text = rows("5%", "10", "7%", "6%", "8%")
    found = look_at_text(text)
    assert found.questions == ()
    assert column(found).sum == pytest.approx(0.36)
    assert any("percent sign" in reason.text for reason in found.tables[0].reasons)
    assert sums_by_month(text, "Andel") == {"2026-03": pytest.approx(0.36)}


@pytest.mark.parametrize(("answer", "total"), [("points", 0.261), ("share", 0.36)])
def test_a_number_below_one_is_asked_about(
    look_at_text: Look, sums_by_month: Sums, answer: str, total: float
) -> None:
    text = rows("5%", "0,10", "7%", "6%", "8%")
    (question,) = look_at_text(text).questions
    assert (question.id, question.examples) == ("percent", ("0.1",))
    answers = {"percent": answer}
    assert look_at_text(text, answers=answers).questions == ()
    assert column(look_at_text(text, answers=answers)).sum == pytest.approx(total)
    assert sums_by_month(text, "Andel", answers) == {"2026-03": pytest.approx(total)}


@pytest.mark.parametrize("cells", [("5%", "7%", "0"), ("5%", "..", "7%"), ("5", "7", "10")])
def test_columns_of_one_kind_are_as_they_were(look_at_text: Look, cells: tuple[str, ...]) -> None:
    found = look_at_text(rows(*cells))
    assert found.questions == ()
    assert not column(found).bare_points
