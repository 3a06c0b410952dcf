"""A record is a frozen dataclass in all but the cost of defining it."""

from __future__ import annotations

import copy
import pickle
from dataclasses import FrozenInstanceError, asdict, dataclass, field, fields, replace

import pytest

from desktop.core.record import record


@record(frozen=True, slots=True)
class Place:
    """A place."""

    name: str
    height: float = 0.0
    people: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Model:
    """A place as the standard library makes it."""

    name: str
    height: float = 0.0
    people: list[str] = field(default_factory=list)


@record(frozen=True, slots=True, kw_only=True)
class Step:
    """A step."""

    id: int | None = None
    title: str


def test_values_come_by_place_by_name_and_by_default() -> None:
    place = Place("Åre", people=["Ida"])
    assert (place.name, place.height, place.people) == ("Åre", 0.0, ["Ida"])
    assert Place("Åre").people is not Place("Åre").people
    assert Step(title="First").id is None


@pytest.mark.parametrize(
    ("given", "named"),
    [((), {}), (("Åre", 1.0, [], 4), {}), (("Åre",), {"name": "Ed"}), (("Åre",), {"depth": 3})],
)
def test_what_a_dataclass_refuses_is_refused(
    given: tuple[object, ...], named: dict[str, object]
) -> None:
    for kind in (Model, Place):
        with pytest.raises(TypeError):
            kind(*given, **named)  # type: ignore[arg-type] # that is the point


def test_keyword_only_is_kept() -> None:
    with pytest.raises(TypeError):
        Step(1, title="First")  # type: ignore[call-arg] # that is the point


def test_it_cannot_be_changed() -> None:
    place = Place("Åre")
    with pytest.raises(FrozenInstanceError):
        place.name = "Ed"  # type: ignore[misc] # that is the point
    with pytest.raises(FrozenInstanceError):
        del place.name
    with pytest.raises(FrozenInstanceError):
        place.depth = 3  # type: ignore[attr-defined] # that is the point


def test_equal_values_are_equal_and_hash_alike() -> None:
    first, same, other = Step(id=1, title="A"), Step(id=1, title="A"), Step(id=2, title="A")
    assert first == same
    assert first != other
    assert first != (1, "A")  # type: ignore[comparison-overlap] # that is the point
    assert len({first, same, other}) == 2


def test_the_tools_of_dataclasses_work() -> None:
    place = Place("Åre", 377.0)
    assert replace(place, name="Ed") == Place("Ed", 377.0)
    assert asdict(place) == {"name": "Åre", "height": 377.0, "people": []}
    assert [each.name for each in fields(Place)] == ["name", "height", "people"]
    assert repr(place) == repr(Model("Åre", 377.0)).replace("Model", "Place")
    match place:
        case Place(name, height):
            assert (name, height) == ("Åre", 377.0)


def test_copies_and_pickles_are_equal() -> None:
    place = Place("Åre", 377.0, ["Ida"])
    assert pickle.loads(pickle.dumps(place)) == place
    assert copy.deepcopy(place) == place
    assert copy.deepcopy(place).people is not place.people
