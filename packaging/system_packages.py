"""What must be on the machine besides Python packages: found out, and on Debian installed."""

from __future__ import annotations

import ctypes
import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable

# Debian's package and what shows that it is there: a shared library or a command.
PAINT = {
    "libegl1": "libEGL.so.1",
    "libgl1": "libGL.so.1",
    "libglib2.0-0": "libglib-2.0.so.0",
    "libdbus-1-3": "libdbus-1.so.3",
    "libfontconfig1": "libfontconfig.so.1",
    "libxkbcommon0": "libxkbcommon.so.0",
}
WINDOW = PAINT | {
    "libxcb-cursor0": "libxcb-cursor.so.0",
    "libxcb-icccm4": "libxcb-icccm.so.4",
    "libxcb-keysyms1": "libxcb-keysyms.so.1",
    "libxcb-shape0": "libxcb-shape.so.0",
    "libxkbcommon-x11-0": "libxkbcommon-x11.so.0",
    "libcups2": "libcups.so.2",
}
TEST = WINDOW | {
    "cups": "cupsd",
    "imagemagick": "import",
    "openbox": "openbox",
    "poppler-utils": "pdftotext",
    "x11-xkb-utils": "setxkbmap",
    "xdotool": "xdotool",
    "xvfb": "Xvfb",
}
VENV = {"python3-venv": "ensurepip"}


class MissingPackages(Exception):
    """Something is missing that cannot be installed from here; the text says what to do."""


def ensure(packages: dict[str, str]) -> None:
    """Install the Debian packages that are missing, as root; otherwise say how to."""
    missing = list(_missing(packages))
    if not missing:
        return
    if shutil.which("apt-get") is None:
        raise MissingPackages(
            "Missing on this machine: " + ", ".join(packages[name] for name in missing) + ".\n"
            "On Debian and Ubuntu they are in the packages " + " ".join(missing) + "."
        )
    if os.geteuid() != 0:
        raise MissingPackages(
            "Some system packages are missing. This one command installs them:\n\n"
            "    sudo apt-get install -y " + " ".join(missing)
        )
    print("Installing system packages: " + " ".join(missing), flush=True)
    _install(missing)
    still = list(_missing(packages))
    if still:
        raise MissingPackages("These system packages did not help: " + " ".join(still))


def _missing(packages: dict[str, str]) -> Iterable[str]:
    if not sys.platform.startswith("linux"):
        return
    for package, sign in packages.items():
        if not _present(sign):
            yield package


def _present(sign: str) -> bool:
    if sign == "ensurepip":
        return importlib.util.find_spec("ensurepip") is not None
    if ".so." in sign:
        try:
            ctypes.CDLL(sign)
        except OSError:
            return False
        return True
    path = os.pathsep.join([os.environ.get("PATH", os.defpath), "/usr/sbin"])  # of services
    return shutil.which(sign, path=path) is not None


def _install(packages: list[str]) -> None:
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    install = ["apt-get", "install", "-y", "-q", "--no-install-recommends", *packages]
    for command in (["apt-get", "update", "-q"], install):
        done = subprocess.run(
            command,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
        if done.returncode != 0:
            print(done.stdout)
            raise MissingPackages(
                f"`{' '.join(command[:2])}` failed (above). Is there a network connection?"
            )
