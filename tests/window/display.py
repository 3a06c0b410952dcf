"""A screen of its own for a test: Xvfb with a window manager, a mouse and a keyboard."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path


class Display:
    """Use as a context manager; ``environment`` makes a program appear on it."""

    def __init__(self, width: int = 1280, height: int = 800) -> None:
        self._width, self._height = width, height
        self._size = f"{width}x{height}x24"
        self._programs: list[subprocess.Popen[bytes]] = []
        self.name = ""

    def __enter__(self) -> Display:
        reading, writing = os.pipe()
        # -noreset: otherwise the keyboard is forgotten when the last program leaves
        server = ["Xvfb", "-displayfd", str(writing), "-screen", "0", self._size, "-noreset"]
        self._start([*server, "-nolisten", "tcp"], pass_fds=(writing,))
        os.close(writing)
        with os.fdopen(reading) as answer:
            self.name = f":{answer.readline().strip()}"
        self._start(["openbox"])
        self._await_window_manager()
        self.run("setxkbmap", "se")
        return self

    def __exit__(self, *_: object) -> None:
        for program in reversed(self._programs):
            program.terminate()
            program.wait(10)

    @property
    def environment(self) -> dict[str, str]:
        return {**os.environ, "DISPLAY": self.name, "QT_QPA_PLATFORM": "xcb"}

    def run(self, *command: str) -> str:
        """Run a command on this screen; what it says."""
        done = subprocess.run(
            command, env=self.environment, capture_output=True, text=True, check=True, timeout=30
        )
        return done.stdout

    def click(self, x: int, y: int) -> None:
        self.run("xdotool", "mousemove", "--sync", str(x), str(y), "click", "1")

    def double_click(self, x: int, y: int) -> None:
        self.run("xdotool", "mousemove", "--sync", str(x), str(y))
        self.run("xdotool", "click", "--repeat", "2", "--delay", "60", "1")

    def drop_files(self, paths: Sequence[Path], x: int, y: int) -> None:
        """Drag files from a window of another program and let them go at a point."""
        start = self._width - 60, self._height - 20
        script = Path(__file__).with_name("drag_source.py")
        names = [str(start[0] - 20), str(start[1] - 10), *map(str, paths)]
        source = subprocess.Popen(
            [sys.executable, str(script), *names],
            env=self.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        assert source.stdout is not None
        source.stdout.readline()
        time.sleep(0.5)
        self.run("xdotool", "mousemove", "--sync", *map(str, start), "mousedown", "1")
        for step in range(1, 11):
            way = [round(a + (b - a) * step / 10) for a, b in zip(start, (x, y), strict=True)]
            self.run("xdotool", "mousemove", *map(str, way))
            time.sleep(0.05)
        time.sleep(0.3)
        self.run("xdotool", "mouseup", "1")
        time.sleep(1.0)  # the files are handed over now
        source.terminate()
        source.wait(20)

    def key(self, *keys: str) -> None:
        """Press keys by their X names: ``ctrl+k``, ``Return``."""
        self.run("xdotool", "key", "--delay", "20", *keys)

    def type(self, text: str, *, milliseconds: int = 8) -> None:
        """Type with this much time for each key; xdotool waits half of what it is told."""
        self.run("xdotool", "type", "--delay", str(2 * milliseconds), text)

    def picture(self, path: Path) -> None:
        """What the whole screen shows, as PNG."""
        self.run("import", "-window", "root", str(path))

    def _start(self, command: list[str], pass_fds: tuple[int, ...] = ()) -> None:
        program = subprocess.Popen(
            command,
            env=self.environment,
            pass_fds=pass_fds,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        self._programs.append(program)

    def _await_window_manager(self) -> None:
        until = time.monotonic() + 10
        while time.monotonic() < until:
            known = subprocess.run(
                ["xdotool", "getwindowfocus"],
                env=self.environment,
                capture_output=True,
                check=False,
            )
            if known.returncode == 0:
                return
            time.sleep(0.05)
        raise TimeoutError("the window manager did not come up")
