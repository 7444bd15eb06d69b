"""Names on a map: where they go, worked by hand on a few marks."""

from __future__ import annotations

import numpy as np
import pytest

from analysis.figures.map_names import CLEAR, HEIGHT, Floats, Name, counted, placed, within

FRAME = (600.0, 400.0)
ROW = [(280.0, 200.0), (300.0, 200.0), (320.0, 200.0)]


def named(*marks: tuple[float, float], text: str = "name", width: float = 80.0) -> Name:
    return Name(text, width, np.array(marks))


def covers(name: Name, place: tuple[float, float], marks: Floats) -> int:
    """How many marks a name would cover."""
    return int(within(name, np.array([place]), counted(marks, FRAME))[0])


def marks_of(*names: Name) -> Floats:
    return np.concatenate([name.marks for name in names])


def test_a_name_with_room_stands_just_above_the_middle_of_its_marks() -> None:
    name = named(*ROW)
    assert placed([name], name.marks, FRAME) == [(300.0, 200.0 + CLEAR)]


def test_a_name_goes_below_its_marks_when_others_lie_above_them() -> None:
    name, above = named(*ROW), named((270, 213), (300, 213), (330, 213), (300, 225))
    ((x, y),) = placed([name], marks_of(name, above), FRAME)
    assert (x, y <= 200.0 - CLEAR) == (300.0, True)
    assert covers(name, (300.0, 200.0 + CLEAR), above.marks) > 0
    assert covers(name, (x, y), marks_of(name, above)) == 0


def test_a_name_stands_beside_its_own_marks_and_not_on_them() -> None:
    name = named(*[(280.0 + 10 * column, 180.0 + 10 * row) for column in range(5) for row in range(5)])
    ((x, y),) = placed([name], name.marks, FRAME)
    assert covers(name, (300.0, 200.0), name.marks) > 0
    assert covers(name, (x, y), name.marks) == 0


def test_a_name_moves_sideways_when_above_and_below_are_taken() -> None:
    name = named((300, 200))
    wall = named(*[(300.0, 200.0 + step) for step in range(-200, 201, 10) if step])
    ((x, y),) = placed([name], marks_of(name, wall), FRAME)
    assert x != 300.0
    assert covers(name, (x, y), marks_of(name, wall)) == 0


def test_marks_under_a_name_are_those_within_its_width_and_height() -> None:
    # Half the width and half a mark are 40 + 5.25; half the height and half a mark 10.5.
    name = named(*ROW)
    around = np.array(
        [(300.0, 200.0), (344.0, 200.0), (347.0, 200.0), (300.0, 209.0), (300.0, 212.0), (254.0, 200.0)]
    )
    assert [covers(name, (300.0, 200.0), around[[one]]) for one in range(6)] == [1, 1, 0, 1, 0, 0]
    assert covers(name, (300.0, 200.0), around) == 3


def test_two_names_of_the_same_place_do_not_cross_and_the_first_has_the_better_one() -> None:
    first, second = named(*ROW, text="first"), named(*ROW, text="second")
    alone = placed([first], first.marks, FRAME)
    one, other = placed([first, second], first.marks, FRAME)
    assert [one] == alone
    assert abs(one[1] - other[1]) >= HEIGHT or abs(one[0] - other[0]) >= first.width


@pytest.mark.parametrize("corner", [(2.0, 2.0), (598.0, 398.0), (2.0, 398.0), (598.0, 2.0)])
def test_a_name_stays_inside_the_frame(corner: tuple[float, float]) -> None:
    name = named(corner)
    ((x, y),) = placed([name], name.marks, FRAME)
    assert name.width / 2 <= x <= FRAME[0] - name.width / 2
    assert HEIGHT / 2 <= y <= FRAME[1] - HEIGHT / 2


def test_the_order_of_the_marks_moves_no_name() -> None:
    generator = np.random.default_rng(1)
    names = [named(*(generator.normal(200, 40, (9, 2))).tolist()) for _ in range(5)]
    turned = [Name(name.text, name.width, name.marks[::-1]) for name in names]
    marks = marks_of(*names)
    assert placed(names, marks, FRAME) == placed(turned, marks[::-1], FRAME)


def test_a_name_wider_than_the_frame_is_placed_all_the_same() -> None:
    name = named(*ROW, width=900.0)
    assert len(placed([name], name.marks, FRAME)) == 1
