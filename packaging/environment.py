"""The checkout's own Python environment, ``.venv``, made from the lock file."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[1]
LOCK = CHECKOUT / "packaging" / "requirements.lock"
PROJECT = CHECKOUT / "pyproject.toml"
FOLDER = CHECKOUT / ".venv"
PYTHON = FOLDER / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
_STAMP = FOLDER / "made-from.txt"


class SetupFailed(Exception):
    """The environment could not be made; the text says what to do."""


def ensure() -> None:
    """Make ``.venv`` or bring it up to date; nothing is done when it is as the lock says."""
    recipe = _recipe()
    if PYTHON.exists() and _STAMP.exists() and _STAMP.read_text(encoding="utf-8") == recipe:
        return
    _STAMP.unlink(missing_ok=True)
    _make()
    print(
        "Installing the packages of packaging/requirements.lock (once; some 150 MB) …", flush=True
    )
    # --no-deps: the lock is complete; older pips look for newer versions of extras otherwise
    _pip("--require-hashes", "--no-deps", "--only-binary", ":all:", "-r", str(LOCK))
    _pip("--no-deps", "--no-build-isolation", "-e", str(CHECKOUT))
    _STAMP.write_text(recipe, encoding="utf-8")


def pip(*arguments: str) -> int:
    """Run the environment's pip; returns its exit code."""
    command = [str(PYTHON), "-m", "pip", "--disable-pip-version-check", *arguments]
    return subprocess.run(command, cwd=CHECKOUT, check=False).returncode


def _recipe() -> str:
    """What the environment is made from; a change of any of it makes it anew."""
    digest = hashlib.sha256()
    for path in (LOCK, PROJECT):
        digest.update(path.read_bytes())
    return f"{digest.hexdigest()}\n{sys.version}\n{CHECKOUT}\n"


def _make() -> None:
    if PYTHON.exists() and _version() == list(sys.version_info[:2]):
        return
    if FOLDER.exists():
        shutil.rmtree(FOLDER)
    print(f"Making {FOLDER} with Python {sys.version.split()[0]} …", flush=True)
    made = subprocess.run([sys.executable, "-m", "venv", str(FOLDER)], check=False)
    if made.returncode != 0:
        raise SetupFailed(
            "Python could not make a virtual environment (above). On Debian and Ubuntu that "
            "needs:\n\n    sudo apt-get install -y python3-venv"
        )


def _version() -> list[int] | None:
    """The Python version of the environment; ``None`` when its Python does not start."""
    ask = "import sys; print(*sys.version_info[:2])"
    try:
        answer = subprocess.run(
            [str(PYTHON), "-c", ask], capture_output=True, text=True, check=True
        )
    except (OSError, subprocess.CalledProcessError):
        return None
    return [int(part) for part in answer.stdout.split()]


def _pip(*arguments: str) -> None:
    if pip("install", "--quiet", *arguments) != 0:
        raise SetupFailed(
            "The Python packages could not be installed (above).\n"
            "If the message is about a connection: the first set-up needs the network. Run the "
            "same command again when there is one."
        )
