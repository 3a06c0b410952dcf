"""The app in a process of its own, used with mouse and keyboard as a person would."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tests.window.display import Display

CHECKOUT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Part:
    """Something visible: its words, the middle of it on the screen, and whether it has the
    keyboard."""

    kind: str
    words: str
    x: int
    y: int
    width: int
    height: int
    usable: bool
    held: bool


class DrivenApp:
    """Use as a context manager.  ``home`` keeps its settings apart from those of the machine."""

    def __init__(self, display: Display, home: Path, *arguments: str, language: str = "en") -> None:
        self._display = display
        self._home = home
        self._arguments = arguments
        self._language = language

    def __enter__(self) -> DrivenApp:
        settings = {
            "HOME": str(self._home),
            "XDG_CONFIG_HOME": str(self._home / "config"),
            "XDG_DATA_HOME": str(self._home / "data"),
            "SIKTE_LANGUAGE": self._language,
            "PYTHONPATH": str(CHECKOUT),
        }
        script = CHECKOUT / "tests" / "window" / "seen_app.py"
        self._process = subprocess.Popen(
            [sys.executable, "-P", str(script), *self._arguments],
            env=self._display.environment | settings,
            cwd=self._home,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        return self

    def __exit__(self, *_: object) -> None:
        if self._process.poll() is None:
            self._process.terminate()
        self._process.wait(20)

    def parts(self) -> list[Part]:
        """What can be seen now."""
        if self._process.poll() is not None:
            raise AssertionError(f"the app has ended with {self._process.returncode}")
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write("look\n")
        self._process.stdin.flush()
        return [Part(**part) for part in json.loads(self._process.stdout.readline())]

    def find(self, words: str, *, kind: str = "", seconds: float = 15, nth: int = 0) -> Part:
        """Wait until something usable with exactly these words is there, standing still."""
        until = time.monotonic() + seconds
        before: Part | None = None
        while time.monotonic() < until:
            found = [
                part
                for part in self.parts()
                if part.words == words and part.usable and _is_kind(part, kind)
            ]
            if len(found) > nth:
                if found[nth] == before:
                    return found[nth]
                before = found[nth]
            time.sleep(0.1)
        seen = sorted({part.words for part in self.parts()})
        raise AssertionError(f"“{words}” is not on the screen, but: {seen}")

    def shows(self, fragment: str, *, seconds: float = 15) -> None:
        """Wait until something on the screen has these words in it."""
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            if any(fragment in part.words for part in self.parts()):
                return
            time.sleep(0.1)
        seen = sorted({part.words for part in self.parts()})
        raise AssertionError(f"“{fragment}” is not on the screen, but: {seen}")

    def holds(self, words: str, *, seconds: float = 15) -> None:
        """Wait until the keyboard is on something with exactly these words."""
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            held = {part.words for part in self.parts() if part.held}
            if words in held:
                return
            time.sleep(0.1)
        raise AssertionError(f"the keyboard is not on “{words}”, but on {sorted(held)}")

    def until(self, true: Callable[[], bool], *, seconds: float = 15) -> None:
        """Wait until something outside the window is so."""
        until = time.monotonic() + seconds
        while not true():
            if time.monotonic() > until:
                raise AssertionError("it never came to be")
            time.sleep(0.1)

    def click(self, words: str, *, kind: str = "", nth: int = 0) -> None:
        part = self.find(words, kind=kind, nth=nth)
        self._display.click(part.x, part.y)

    def fill(self, field: str, text: str, *, kind: str = "", nth: int = 0) -> None:
        """Click a field by its name and type over what it holds."""
        self.click(field, kind=kind, nth=nth)
        self._display.key("ctrl+a")
        time.sleep(0.2)  # a key too soon after a chord is lost on a busy machine
        self._display.type(text)

    def key(self, *keys: str) -> None:
        self._display.key(*keys)

    def type(self, text: str, *, milliseconds: int = 8) -> None:
        self._display.type(text, milliseconds=milliseconds)

    def wait_until_closed(self, seconds: float = 20) -> int:
        """The exit code."""
        return self._process.wait(seconds)


def _is_kind(part: Part, kind: str) -> bool:
    """``kind`` is a piece of the widget's class name; without it, anything but plain words."""
    return kind in part.kind if kind else part.kind not in ("Label", "Heading", "Caption")
