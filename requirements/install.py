"""Sets up this checkout: `install.py site`, `install.py test` or `install.py browser`.

Runs on the machine's own Python before anything is installed, so it uses the standard library only.
Twice in a row is quick (a stamp holds what was installed), and two at once wait for each other.

site     .venv with the hash-pinned requirements and onrecord itself, editable
test     the same, with what the tests need
browser  Node packages, Chromium and Java, as far as this machine allows; says what is missing
alone    runs a command while nothing is installed and no other such command runs
"""

import fcntl
import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
NODE_PACKAGES = ROOT / "tests" / "browser"
QUIET = ("-qq", "--disable-pip-version-check", "--no-input")
FONT = "DejaVu Sans Mono"
CHROMIUMS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


@contextmanager
def alone() -> Iterator[None]:
    """Holds a lock on the checkout, so that two runs of make do not install at the same time."""
    folder = os.open(ROOT, os.O_RDONLY)
    try:
        fcntl.flock(folder, fcntl.LOCK_EX)
        yield
    finally:
        os.close(folder)


def digest(paths: Sequence[Path]) -> str:
    """One digest over the files, the interpreter and the place: what a stamp stands for."""
    total = hashlib.sha256(f"{sys.version}\0{ROOT}".encode())
    for path in paths:
        total.update(b"\0" + path.read_bytes())
    return total.hexdigest()


def succeeds(command: Sequence[str | Path]) -> bool:
    """Whether the command can be run and ends well; what it prints is dropped."""
    try:
        return subprocess.run(command, check=False, capture_output=True).returncode == 0
    except OSError:
        return False


def venv_stands() -> bool:
    """Whether .venv is one of this interpreter and in its place, not half made or moved."""
    question = f"sys.prefix != {str(VENV)!r} or sys.version != {sys.version!r}"
    return succeeds([PYTHON, "-c", f"import sys; sys.exit({question})"])


def make_venv() -> None:
    """Leaves a virtual environment in .venv, also where Debian's python3-venv is missing."""
    if venv_stands():
        return
    print("making .venv", flush=True)
    if not succeeds([sys.executable, "-m", "venv", "--clear", VENV]):
        subprocess.run([sys.executable, "-m", "venv", "--clear", "--without-pip", VENV], check=True)


def pip() -> list[str]:
    """The command that installs into .venv: its own pip, or the machine's pip pointed at it."""
    if succeeds([PYTHON, "-m", "pip", "--version"]):
        return [str(PYTHON), "-m", "pip"]
    outer = [sys.executable, "-m", "pip", "--python", str(PYTHON)]
    if succeeds([*outer, "--version"]):
        return outer
    sys.exit("There is no pip to install with. On Debian or Ubuntu: apt-get install python3-pip")


def install_python(name: str) -> None:
    """Brings .venv up to requirements/NAME.txt and onrecord itself, unless it is already there."""
    pinned = ROOT / "requirements" / f"{name}.txt"
    stamp = VENV / f".{name}-installed"
    wanted = digest([pinned, ROOT / "pyproject.toml"])
    if stamp.is_file() and stamp.read_text() == wanted and venv_stands():
        return
    make_venv()
    print(f"installing requirements/{name}.txt into .venv", flush=True)
    subprocess.run([*pip(), "install", *QUIET, "--require-hashes", "-r", str(pinned)], check=True)
    editable = ["--no-deps", "--no-build-isolation", "--editable", str(ROOT)]
    subprocess.run([*pip(), "install", *QUIET, *editable], check=True)
    stamp.write_text(wanted)


def install_debian(packages: Sequence[str]) -> None:
    """Installs Debian packages where that is possible: as root, with apt-get."""
    if not packages or os.geteuid() != 0 or shutil.which("apt-get") is None:
        return
    print(f"installing {' '.join(packages)} with apt-get", flush=True)
    apt = ["apt-get", "-qq", "-o", "DPkg::Lock::Timeout=300"]
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for step in (["update"], ["install", "-y", "--no-install-recommends", *packages]):
        command = [*apt, *step]
        ended = subprocess.run(command, check=False, env=quiet, capture_output=True, text=True)
        if ended.returncode != 0:
            print(ended.stderr.strip(), file=sys.stderr)


def missing_packages() -> list[str]:
    """The Debian packages whose programs the tests would not find on this machine."""
    missing = []
    if shutil.which("node") is None or shutil.which("npm") is None:
        missing += ["nodejs", "npm"]
    if not succeeds(["java", "-version"]):
        missing.append("default-jre-headless")
    if not any(shutil.which(name) for name in CHROMIUMS):
        missing.append("chromium")
    missing += [name for name in ("rclone", "rsync") if shutil.which(name) is None]
    if shutil.which("fc-list") is None:
        missing.append("fontconfig")
    elif not subprocess.run(["fc-list", FONT], check=False, capture_output=True).stdout.strip():
        missing.append("fonts-dejavu-core")
    return missing


def install_browser() -> None:
    """Brings what the browser tests need; what cannot be had is named."""
    install_debian(missing_packages())
    if missing := missing_packages():
        names = " ".join(missing)
        print(f"Missing for some tests, which will say so: apt-get install {names}")
    if shutil.which("npm") is None:
        return
    stamp = NODE_PACKAGES / "node_modules" / ".installed"
    wanted = digest([NODE_PACKAGES / "package-lock.json", NODE_PACKAGES / "package.json"])
    if stamp.is_file() and stamp.read_text() == wanted:
        return
    print("installing tests/browser/package-lock.json into tests/browser/node_modules", flush=True)
    npm = ["npm", "ci", "--loglevel=error"]
    subprocess.run(npm, check=True, cwd=NODE_PACKAGES, stdout=subprocess.DEVNULL)
    stamp.write_text(wanted)


def main(wishes: Sequence[str]) -> None:
    """Installs each of the named sets in turn, or runs a command alone."""
    if sys.version_info < (3, 11):
        sys.exit("onrecord needs Python 3.11 or newer; name one with: make PYTHON=python3.12 ...")
    with alone():
        if wishes[0] == "alone":
            sys.exit(subprocess.run(wishes[1:], check=False).returncode)
        for wish in wishes:
            if wish == "browser":
                install_browser()
            else:
                install_python(wish)


if __name__ == "__main__":
    try:
        main(sys.argv[1:])
    except subprocess.CalledProcessError as failed:
        sys.exit(f"Set-up stopped: {failed.cmd[0]} ended with {failed.returncode} (see above).")
