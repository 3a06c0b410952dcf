"""The built package carries what it needs besides code."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

CHECKOUT = Path(__file__).resolve().parents[2]


def test_the_wheel_holds_the_code_and_its_resources(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps"]
    command += ["--no-build-isolation", "--wheel-dir", str(tmp_path), str(CHECKOUT)]
    subprocess.run(command, check=True, capture_output=True, timeout=110)
    (wheel,) = tmp_path.glob("sikte-*.whl")
    names = set(ZipFile(wheel).namelist())
    for name in (
        "desktop/cli.py",
        "desktop/resources/THIRD-PARTY-LICENCES.md",
        "desktop/resources/fonts/SourceSans3_400Regular.ttf",
        "desktop/resources/i18n/sv/LC_MESSAGES/sikte.mo",
        "desktop/resources/i18n/da/LC_MESSAGES/sikte.mo",
        "desktop/resources/library/marketing.toml",
    ):
        assert name in names
    assert not [name for name in names if name.startswith(("tests/", "packaging/"))]
