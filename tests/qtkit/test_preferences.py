"""What this computer remembers comes back with its type."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.qtkit.preferences import Preferences


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "sikte.ini"


def again(preferences: Preferences, place: Path) -> Preferences:
    """The same settings as the next start of the program reads them."""
    preferences.save()
    return Preferences(place)


def test_nothing_is_remembered_at_first(place: Path) -> None:
    fresh = Preferences(place)
    assert fresh.language is None
    assert fresh.theme == "system"
    assert fresh.geometry == b""
    assert fresh.recent_files == []
    assert fresh.last_folder is None
    assert fresh.column_widths("kpis") == {}
    assert fresh.choice("cadence", "month") == "month"


def test_everything_comes_back(place: Path, tmp_path: Path) -> None:
    first = Preferences(place)
    first.language = "da"
    first.theme = "dark"
    first.geometry = bytes(range(256))
    first.last_folder = tmp_path
    first.remember_column_widths("kpis", {"name": 210, "latest, now": 90})
    first.remember_choice("cadence", "true")
    second = again(first, place)
    assert second.language == "da"
    assert second.theme == "dark"
    assert second.geometry == bytes(range(256))
    assert second.last_folder == tmp_path
    assert second.column_widths("kpis") == {"name": 210, "latest, now": 90}
    assert second.choice("cadence") == "true"


def test_language_can_follow_the_system_again(place: Path) -> None:
    preferences = Preferences(place)
    preferences.language = "sv"
    preferences.language = None
    assert again(preferences, place).language is None


def test_one_recent_file_comes_back_as_a_list(place: Path) -> None:
    preferences = Preferences(place)
    preferences.remember_file(Path("/företag/Å, Ä & Ö.sikte"))
    assert again(preferences, place).recent_files == [Path("/företag/Å, Ä & Ö.sikte")]


def test_recent_files_are_few_latest_first_and_once(place: Path) -> None:
    preferences = Preferences(place)
    for number in range(12):
        preferences.remember_file(Path(f"/f/{number}.sikte"))
    preferences.remember_file(Path("/f/9.sikte"))
    names = [path.stem for path in preferences.recent_files]
    assert names == ["9", "11", "10", "8", "7", "6", "5", "4"]
    preferences.forget_file(Path("/f/11.sikte"))
    assert [path.stem for path in preferences.recent_files][:2] == ["9", "10"]


def test_a_spoiled_file_is_as_if_empty(place: Path) -> None:
    place.write_text(
        "[window]\ngeometry=zz\n[files]\nrecent={\n[columns]\nkpis=[\n", encoding="utf-8"
    )
    spoiled = Preferences(place)
    assert spoiled.geometry == b""
    assert spoiled.recent_files == []
    assert spoiled.column_widths("kpis") == {}
