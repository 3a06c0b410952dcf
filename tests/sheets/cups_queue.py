"""A CUPS of our own with one queue that prints into a file; the computer's own is left alone."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

PAPERS = {"A4": (595, 842), "A3": (842, 1191), "Letter": (612, 792)}  # points
NAME = "wall"
_PATH = os.pathsep.join([os.environ.get("PATH", ""), "/usr/sbin", "/sbin"])
_FILES = """
FileDevice Yes
Sandboxing relaxed
ServerRoot {folder}
RequestRoot {folder}/spool
TempDir {folder}/spool/tmp
CacheDir {folder}/cache
StateDir {folder}/state
AccessLog {folder}/access.log
ErrorLog {folder}/error.log
PageLog {folder}/page.log
"""
_SERVER = """
Listen {folder}/socket
Browsing No
DefaultAuthType None
WebInterface No
<Location />
Order allow,deny
Allow all
</Location>
<Policy default>
<Limit All>
Order allow,deny
Allow all
</Limit>
</Policy>
"""


@dataclass(frozen=True, slots=True)
class Cups:
    """``printed`` is the file that the queue prints into."""

    folder: Path
    printed: Path
    process: subprocess.Popen[bytes]

    @property
    def environment(self) -> dict[str, str]:
        return {**os.environ, "PATH": _PATH, "CUPS_SERVER": str(self.folder / "socket")}

    def run(self, *command: str) -> None:
        """A command of CUPS, over this server."""
        subprocess.run(command, env=self.environment, check=True, capture_output=True)

    def stop(self) -> None:
        """As when the service is down."""
        self.process.terminate()
        self.process.wait(20)

    def wait_for_print(self) -> bytes:
        """The whole of what came out."""
        for _ in range(200):
            data = self.printed.read_bytes() if self.printed.exists() else b""
            if data.rstrip().endswith(b"%%EOF"):
                return data
            time.sleep(0.05)
        raise AssertionError((self.folder / "error.log").read_text())


@contextmanager
def cups() -> Iterator[Cups]:
    """Started with an empty queue; a socket's path must be short."""
    folder = Path(tempfile.mkdtemp(prefix="cups-"))
    folder.chmod(0o755)
    for name in ("spool/tmp", "cache", "state"):
        (folder / name).mkdir(parents=True)
    (folder / "files.conf").write_text(_FILES.format(folder=folder))
    (folder / "server.conf").write_text(_SERVER.format(folder=folder))
    (folder / "wall.ppd").write_text(_description())
    program = shutil.which("cupsd", path=_PATH)
    assert program, "the gate installs CUPS"
    options = ["-f", "-c", str(folder / "server.conf"), "-s", str(folder / "files.conf")]
    process = subprocess.Popen([program, *options])
    found = Cups(folder, folder / "printed.pdf", process)
    try:
        _wait_for(folder / "socket")
        device = f"file:{found.printed}"
        found.run("lpadmin", "-p", NAME, "-v", device, "-P", str(folder / "wall.ppd"), "-E")
        yield found
    finally:
        found.stop()
        shutil.rmtree(folder, ignore_errors=True)


def _wait_for(path: Path) -> None:
    for _ in range(200):
        if path.exists():
            return
        time.sleep(0.05)
    raise AssertionError(f"{path} did not come")


def _description() -> str:
    """What the queue can: colour on three papers, and PDF as it is."""
    lines = [
        '*PPD-Adobe: "4.3"',
        '*FormatVersion: "4.3"',
        '*FileVersion: "1.0"',
        "*LanguageVersion: English",
        "*LanguageEncoding: ISOLatin1",
        '*PCFileName: "WALL.PPD"',
        '*Manufacturer: "Test"',
        '*Product: "(Wall)"',
        '*ModelName: "Wall"',
        '*ShortNickName: "Wall"',
        '*NickName: "Wall"',
        '*PSVersion: "(3010.000) 0"',
        '*LanguageLevel: "3"',
        "*ColorDevice: True",
        "*DefaultColorSpace: RGB",
        '*cupsFilter: "application/pdf 0 gziptoany"',
    ]
    for key in ("PageSize", "PageRegion"):
        lines += [f"*OpenUI *{key}/Media: PickOne", f"*Default{key}: A4"]
        lines += [f'*{key} {paper}/{paper}: ""' for paper in PAPERS]
        lines += [f"*CloseUI: *{key}"]
    lines += ["*DefaultImageableArea: A4", "*DefaultPaperDimension: A4"]
    for paper, (width, height) in PAPERS.items():
        lines += [f'*ImageableArea {paper}/{paper}: "0 0 {width} {height}"']
        lines += [f'*PaperDimension {paper}/{paper}: "{width} {height}"']
    return "\n".join(lines) + "\n"
