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


def test_the_watched_folder_is_kept_for_each_company_file(tmp_path: Path) -> None:
    path = tmp_path / "sikte.ini"
    one, other = tmp_path / "One.sikte", tmp_path / "Other.sikte"
    preferences = Preferences(path)
    assert preferences.watched_folder(one) is None
    preferences.leave_files_alone(one, ["a"])  # nothing is watched, so nothing is remembered
    assert preferences.files_left_alone(one) == []
    preferences.watch_folder(one, tmp_path, 12.5)
    preferences.leave_files_alone(one, ["a", "b", "a"])
    preferences.save()
    again = Preferences(path)
    assert (again.watched_folder(one), again.watched_since(one)) == (tmp_path, 12.5)
    assert again.files_left_alone(one) == ["a", "b"]
    assert again.watched_folder(other) is None
    again.leave_files_alone(one, [str(number) for number in range(600)])
    assert len(again.files_left_alone(one)) == 500
    again.watch_folder(one, None)
    assert again.watched_folder(one) is None
    assert again.watched_since(one) == 0.0


def test_a_damaged_list_of_watched_folders_watches_nothing(tmp_path: Path) -> None:
    path = tmp_path / "sikte.ini"
    path.write_text("[files]\nwatched=not json\n")
    assert Preferences(path).watched_folder(tmp_path / "One.sikte") is None
    path.write_text('[files]\nwatched="[1]"\n')
    assert Preferences(path).watched_folder(tmp_path / "One.sikte") is None
