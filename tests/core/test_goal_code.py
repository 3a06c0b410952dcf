"""Codes on paper: short, read back, and a slip does not lead to another goal."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.goal_code import goal_code, goal_of

NUMBERS = st.integers(1, 10_000)


def test_worked_by_hand() -> None:
    # 7 is the digits 0 7; 2 * 7 + 3 * 0 = 14; the signs count from 2 as 0
    assert goal_code(7) == "S-29G"
    # 40 = 1 * 31 + 9; 2 * 9 + 3 * 1 = 21
    assert goal_code(40) == "S-3BQ"


@pytest.mark.parametrize("typed", ["S-29G", "s-29g", " s29g ", "S29G"])
def test_as_people_type_it(typed: str) -> None:
    assert goal_of(typed) == 7


@pytest.mark.parametrize("typed", ["", "S", "S-", "S-2", "S-29", "29G", "S-29H", "S-O9G", "Sales"])
def test_what_is_no_code(typed: str) -> None:
    assert goal_of(typed) is None


@given(NUMBERS)
def test_every_goal_is_found_by_its_code(goal_id: int) -> None:
    assert goal_of(goal_code(goal_id)) == goal_id


@given(NUMBERS, st.data())
def test_one_slip_leads_nowhere(goal_id: int, data: st.DataObject) -> None:
    code = goal_code(goal_id)
    place = data.draw(st.integers(2, len(code) - 1))
    sign = data.draw(st.sampled_from([each for each in "23456789ABCKXZ" if each != code[place]]))
    assert goal_of(code[:place] + sign + code[place + 1 :]) is None


@given(NUMBERS, st.data())
def test_two_signs_exchanged_lead_nowhere(goal_id: int, data: st.DataObject) -> None:
    code = goal_code(goal_id)
    place = data.draw(st.integers(2, len(code) - 2))
    swapped = code[:place] + code[place + 1] + code[place] + code[place + 2 :]
    assert swapped == code or goal_of(swapped) is None
