"""What this computer remembers between runs, typed; never anything of the company's."""

from __future__ import annotations

import json
from pathlib import Path

from PySide6.QtCore import QSettings

_RECENT_LIMIT = 8
_LEFT_LIMIT = 500


class Preferences:
    """A typed facade over QSettings; every value is stored as plain text.

    ``path`` names the file to keep them in; without it the user's own place is used.
    """

    def __init__(self, path: Path | None = None) -> None:
        ini = QSettings.Format.IniFormat
        if path is None:
            self._settings = QSettings(ini, QSettings.Scope.UserScope, "Sikte", "sikte")
        else:
            self._settings = QSettings(str(path), ini)

    @property
    def language(self) -> str | None:
        """The language chosen for the window; ``None`` follows the system."""
        return self._text("window/language") or None

    @language.setter
    def language(self, language: str | None) -> None:
        self._put("window/language", language or "")

    @property
    def theme(self) -> str:
        """``system``, ``light`` or ``dark``."""
        return self._text("window/theme") or "system"

    @theme.setter
    def theme(self, theme: str) -> None:
        self._put("window/theme", theme)

    @property
    def geometry(self) -> bytes:
        """The main window's saved geometry; empty the first time."""
        try:
            return bytes.fromhex(self._text("window/geometry"))
        except ValueError:
            return b""

    @geometry.setter
    def geometry(self, geometry: bytes) -> None:
        self._put("window/geometry", geometry.hex())

    @property
    def recent_files(self) -> list[Path]:
        """Company files opened on this computer, the latest first."""
        return [Path(name) for name in self._list("files/recent")]

    def remember_file(self, path: Path) -> None:
        """Put a company file first among the recent ones."""
        names = [str(path), *(str(known) for known in self.recent_files if known != path)]
        self._put("files/recent", json.dumps(names[:_RECENT_LIMIT]))

    def forget_file(self, path: Path) -> None:
        """Take a company file off the list, since it is gone or unwanted."""
        names = [str(known) for known in self.recent_files if known != path]
        self._put("files/recent", json.dumps(names))

    @property
    def last_folder(self) -> Path | None:
        """The folder of the latest file dialog."""
        name = self._text("files/folder")
        return Path(name) if name else None

    @last_folder.setter
    def last_folder(self, folder: Path) -> None:
        self._put("files/folder", str(folder))

    def watched_folder(self, company: Path) -> Path | None:
        """The folder watched for new spreadsheets while the company file is open, if any."""
        name = self._watching(company).get("folder")
        return Path(name) if isinstance(name, str) and name else None

    def watched_since(self, company: Path) -> float:
        """When the watching began, in seconds since 1970; older files are left alone."""
        since = self._watching(company).get("since", 0.0)
        return float(since) if isinstance(since, int | float) else 0.0

    def watch_folder(self, company: Path, folder: Path | None, since: float = 0.0) -> None:
        """Watch another folder for the company file, or none."""
        about = {} if folder is None else {"folder": str(folder), "since": since}
        self._watch(company, about)

    def files_left_alone(self, company: Path) -> list[str]:
        """The marks of files in the watched folder that need no more looking at."""
        left = self._watching(company).get("left", [])
        return [mark for mark in left if isinstance(mark, str)] if isinstance(left, list) else []

    def leave_files_alone(self, company: Path, marks: list[str]) -> None:
        """Remember files of the watched folder by their marks; of very many only the latest."""
        about = self._watching(company)
        if about:
            known = dict.fromkeys([*self.files_left_alone(company), *marks])
            self._watch(company, {**about, "left": list(known)[-_LEFT_LIMIT:]})

    def _watching(self, company: Path) -> dict[str, object]:
        found = self._all_watching().get(str(company), {})
        return found if isinstance(found, dict) else {}

    def _watch(self, company: Path, about: dict[str, object]) -> None:
        every = {**self._all_watching(), str(company): about}
        kept = {name: value for name, value in every.items() if value}
        self._put("files/watched", json.dumps(kept))

    def _all_watching(self) -> dict[str, object]:
        try:
            found = json.loads(self._text("files/watched") or "{}")
        except ValueError:
            return {}
        return found if isinstance(found, dict) else {}

    def column_widths(self, table: str) -> dict[str, int]:
        """The widths in pixels of a table's columns that the user has set, by column name."""
        try:
            widths = json.loads(self._text(f"columns/{table}") or "{}")
        except ValueError:
            return {}
        return {str(name): int(width) for name, width in widths.items()}

    def remember_column_widths(self, table: str, widths: dict[str, int]) -> None:
        self._put(f"columns/{table}", json.dumps(widths))

    def choice(self, name: str, otherwise: str = "") -> str:
        """A page's small remembered choice, such as the cadence last looked at."""
        return self._text(f"choices/{name}") or otherwise

    def remember_choice(self, name: str, value: str) -> None:
        self._put(f"choices/{name}", value)

    def save(self) -> None:
        """Write what is pending to disk."""
        self._settings.sync()

    def _put(self, key: str, value: str) -> None:
        if value != self._text(key):  # otherwise the file would be written for nothing
            self._settings.setValue(key, value)

    def _text(self, key: str) -> str:
        value = self._settings.value(key, "")
        return value if isinstance(value, str) else ""

    def _list(self, key: str) -> list[str]:
        try:
            values = json.loads(self._text(key) or "[]")
        except ValueError:
            return []
        return [value for value in values if isinstance(value, str)]
