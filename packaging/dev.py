#!/usr/bin/env python3
"""Everything a newcomer runs: set up, run, test, measure.  Needs Python 3.11 and nothing else."""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
from pathlib import Path

OLDEST = (3, 11)


def main(arguments: list[str]) -> int:
    if sys.version_info < OLDEST:
        return _with_newer_python(arguments)
    options = _parser().parse_args(arguments)
    from environment import SetupFailed
    from system_packages import MissingPackages

    try:
        return int(options.command(options) or 0)
    except (MissingPackages, SetupFailed) as fault:
        print(f"\n{fault}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="dev.py", description="Set up, run and test Sikte from its source."
    )
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    run = commands.add_parser("run", help="open the window (set up first if needed)")
    run.add_argument("file", nargs="?", help="a company file, NAME.sikte")
    run.set_defaults(command=_run)

    test = commands.add_parser("test", help="everything that must pass before a change lands")
    test.add_argument("pytest", nargs=argparse.REMAINDER, help="handed on to pytest")
    test.set_defaults(command=_test)

    setup = commands.add_parser("setup", help="only make the environment, .venv")
    setup.set_defaults(command=_setup)

    bench = commands.add_parser("bench", help="run the benchmarks and print a table")
    bench.add_argument("names", nargs="*", help="only these: start, chart, sheet")
    bench.set_defaults(command=_bench)

    translate = commands.add_parser("translate", help="bring the translations up to date")
    translate.add_argument("--check", action="store_true", help="only say what is missing")
    translate.set_defaults(command=_translate)

    licences = commands.add_parser("licences", help="write the list of third-party licences")
    licences.set_defaults(command=_licences)

    pictures = commands.add_parser("pictures", help="take the README's pictures anew")
    pictures.set_defaults(command=_pictures)

    lock = commands.add_parser("lock", help="choose the newest allowed versions for the lock file")
    lock.add_argument("--upgrade", action="store_true", help="also move what is locked already")
    lock.set_defaults(command=_lock)
    return parser


def _run(options: argparse.Namespace) -> int:
    if not _has_display():
        return _demo_instead()
    _prepare("WINDOW")
    file = [options.file] if options.file else []
    return _python("-P", "-m", "desktop", *file)


def _demo_instead() -> int:
    """What a machine without a screen can show: the sample company and its sheets."""
    _prepare("PAINT")
    folder = Path("demo")
    print(f"There is no display, so the sample company is built into ./{folder} instead.\n")
    sys.stdout.flush()
    failed = _python("-P", "-m", "desktop", "demo", str(folder), "--replace")
    if failed:
        return failed
    print("\nThe files:")
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        print(f"    {path}  ({path.stat().st_size:,} bytes)")
    return 0


def _test(options: argparse.Namespace) -> int:
    _prepare("TEST")
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    chosen = options.pytest or ["-n", "auto", "--cov", "--cov-report=term:skip-covered"]
    return _python("-m", "pytest", *chosen, in_checkout=True)


def _setup(options: argparse.Namespace) -> None:
    _prepare("WINDOW")
    print("Ready. `python3 packaging/dev.py run` opens the window.")


def _bench(options: argparse.Namespace) -> int:
    _prepare("TEST")
    return _python("-P", "tests/benchmarks/run_all.py", *options.names, in_checkout=True)


def _translate(options: argparse.Namespace) -> int:
    _prepare("PAINT")
    check = ["--check"] if options.check else []
    return _python("packaging/translations.py", *check, in_checkout=True)


def _licences(options: argparse.Namespace) -> int:
    _prepare("PAINT")
    return _python("packaging/licences.py", in_checkout=True)


def _pictures(options: argparse.Namespace) -> int:
    _prepare("TEST")
    return _python("packaging/pictures.py", in_checkout=True)


def _lock(options: argparse.Namespace) -> int:
    import environment

    _prepare("PAINT")
    environment.pip("install", "--quiet", "uv")
    command = ["-m", "uv", "pip", "compile", "pyproject.toml", "--extra", "dev", "--universal"]
    command += ["--python-version", ".".join(map(str, OLDEST)), "--generate-hashes"]
    command += ["--no-header", "--no-annotate", "--quiet", "--output-file", str(environment.LOCK)]
    return _python(*command, *(["--upgrade"] if options.upgrade else []), in_checkout=True)


def _prepare(system: str) -> None:
    import environment
    import system_packages

    system_packages.ensure(system_packages.VENV | getattr(system_packages, system))
    environment.ensure()


def _python(*arguments: str, in_checkout: bool = False) -> int:
    """Run the environment's Python; returns its exit code."""
    import environment

    folder = environment.CHECKOUT if in_checkout else None
    command = [str(environment.PYTHON), *arguments]
    return subprocess.run(command, cwd=folder, check=False).returncode


def _has_display() -> bool:
    if not sys.platform.startswith("linux"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _with_newer_python(arguments: list[str]) -> int:
    for minor in range(20, OLDEST[1] - 1, -1):
        newer = shutil.which(f"python3.{minor}")
        if newer and subprocess.run([newer, "-c", ""], check=False).returncode == 0:
            return subprocess.run([newer, __file__, *arguments], check=False).returncode
    wanted = ".".join(map(str, OLDEST))
    print(
        f"Sikte needs Python {wanted} or newer; this is Python {sys.version.split()[0]}.\n"
        f"Install a newer one from python.org or your system's packages, and run this again.",
        file=sys.stderr,
    )
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
