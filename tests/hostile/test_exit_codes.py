"""The exit code tells what happened; whatever is typed, nobody sees the inside of the program."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import onrecord
from onrecord.cli.main import run as run_command_line
from tests.rig.commands import NOW, ROOT, plain_environment
from tests.rig.needs import LINUX, POSIX, system
from tests.rig.sites import write_site

ARTICLE = "---\ntitle: T\ndate: 2020-01-01\n---\nText.\n"
WARNED = ARTICLE.replace("---\nText", "keyy: x\n---\nText")
PUBLISHED, CONTENT, USAGE, ENVIRONMENT, BUG = 0, 1, 2, 3, 70


def site(root: Path, article: str = ARTICLE, **more: str | bytes) -> Path:
    """A site of one article."""
    return write_site(root / "site", {"content/articles/a.md": article, **more})


Run = Callable[..., tuple[int, str]]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs a command here; gives its exit code and all that it says."""

    def command(*arguments: str | Path, **environment: str) -> tuple[int, str]:
        monkeypatch.chdir(ROOT)
        monkeypatch.setattr(sys, "argv", ["onrecord", *map(str, arguments)])
        for name, value in environment.items():
            monkeypatch.setenv(name, value)
        with pytest.raises(SystemExit) as ended:
            run_command_line()
        streams = capsys.readouterr()
        code = ended.value.code
        return code if isinstance(code, int) else PUBLISHED, streams.out + streams.err

    return command


@pytest.mark.parametrize(
    ("article", "options", "code"),
    [
        (ARTICLE, [], PUBLISHED),
        (WARNED, [], PUBLISHED),
        (WARNED, ["--strict"], CONTENT),
        ("", [], CONTENT),
        (ARTICLE, ["--output", "site.yaml"], ENVIRONMENT),
        (ARTICLE, ["--output", "content"], CONTENT),
    ],
)
def test_a_build_ends_with_what_it_found(
    tmp_path: Path, run: Run, article: str, options: list[str], code: int
) -> None:
    root = site(tmp_path, article)
    places = [str(root / option) if "-" not in option else option for option in options]
    ended, said = run("build", "--site", root, "--now", NOW, *places)
    assert ended == code
    assert (root / "public").exists() is (code == PUBLISHED)
    assert ("Nothing published" in said) is (code != PUBLISHED)


@pytest.mark.parametrize(
    "arguments",
    [
        ["nonsense"],
        ["build", "--nonsense"],
        ["build", "extra"],
        ["build", "--now", "yesterday"],
        ["build", "--now", "2020-13-01"],
        ["check", "--format", "xml"],
        ["explain", "OR999"],
        ["explain", "\udcff"],
    ],
    ids=" ".join,
)
def test_what_is_typed_wrongly_is_a_matter_of_usage(run: Run, arguments: list[str]) -> None:
    assert run(*arguments)[0] == USAGE


@pytest.mark.parametrize("epoch", ["x", "-1", "²", "99999999999999999999", "253402300800"])
def test_a_moment_that_cannot_be_is_a_matter_of_usage(tmp_path: Path, run: Run, epoch: str) -> None:
    code, said = run("build", "--site", site(tmp_path), SOURCE_DATE_EPOCH=epoch)
    assert code == USAGE
    assert "such as 1578355200" in said


@pytest.mark.parametrize("now", ["0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00"])
def test_the_ends_of_time_are_moments_like_others(tmp_path: Path, run: Run, now: str) -> None:
    assert run("build", "--site", site(tmp_path), "--now", now)[0] == PUBLISHED


@pytest.mark.parametrize(
    ("options", "code"),
    [
        (["--site", "nowhere"], CONTENT),
        (["--site", "README.md"], ENVIRONMENT),
        (["--site", ""], None),
        (["--site", "\udcff"], CONTENT),
        (["--site", "content", "--base-url", "\udcff"], CONTENT),
    ],
)
def test_odd_places_are_answered(run: Run, options: list[str], code: int | None) -> None:
    ended, said = run("check", *options)
    assert ended in {code, PUBLISHED} if code is None else ended == code
    assert ended != BUG
    assert said


@system(*LINUX, why="there is a device that is full")
def test_where_nothing_can_be_printed_the_environment_is_at_fault(tmp_path: Path) -> None:
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        ran = subprocess.run(
            [
                sys.executable,
                "-m",
                "onrecord",
                "check",
                "--site",
                site(tmp_path, ""),
                "--format=json",
            ],
            check=False,
            cwd=ROOT,
            encoding="utf-8",
            env=plain_environment(),
            stdout=full,
            stderr=subprocess.PIPE,
        )
    assert ran.returncode == ENVIRONMENT
    assert ran.stderr.splitlines() == ["error OR903 the system refuses: No space left on device"]


def test_a_reader_may_turn_away(tmp_path: Path) -> None:
    many = {f"content/articles/{number}.md": "no front matter\n" for number in range(800)}
    process = subprocess.Popen(
        [
            sys.executable,
            "-m",
            "onrecord",
            "check",
            "--site",
            site(tmp_path, **many),
            "--format=json",
        ],
        cwd=ROOT,
        encoding="utf-8",
        env=plain_environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.readline()
    process.stdout.close()
    said = process.stderr.read()
    process.stderr.close()
    assert process.wait() in {CONTENT, ENVIRONMENT}
    assert "Traceback" not in said
    assert "Exception ignored" not in said


@system(*POSIX, why="its shell closes streams")
def test_streams_may_be_closed(tmp_path: Path) -> None:
    command = f'"{sys.executable}" -m onrecord build --site "{site(tmp_path)}" >&- 2>&-'
    ran = subprocess.run(["sh", "-c", command], check=False, cwd=ROOT, env=plain_environment())
    assert ran.returncode == PUBLISHED


def bug(tmp_path: Path, extra: str = "") -> subprocess.CompletedProcess[str]:
    """A build in which something goes wrong inside onrecord."""
    fault = (
        "import sys, onrecord.build as b\n"
        "from onrecord.cli import main\n"
        "import onrecord.cli.run as r\n"
        "def broken(settings): raise KeyError('x')\n"
        "r.build_site = broken\n"
        f"{extra}"
        f"sys.argv = ['onrecord', 'build', '--site', {str(site(tmp_path))!r}]\n"
        "main()\n"
    )
    return subprocess.run(
        [sys.executable, "-c", fault],
        check=False,
        capture_output=True,
        encoding="utf-8",
        env=plain_environment(
            {"TMPDIR": str(tmp_path), "PYTHONPATH": str(Path(onrecord.__file__).parents[1])}
        ),
    )


def test_a_bug_is_told_also_where_no_report_can_be_written(tmp_path: Path) -> None:
    ran = bug(
        tmp_path,
        "import tempfile\n"
        "def full(*_asked, **_options): raise OSError(28, 'No space left on device')\n"
        "tempfile.NamedTemporaryFile = full\n",
    )
    assert ran.returncode == BUG
    (line,) = ran.stderr.splitlines()
    assert line.startswith("error OR970 ")
    assert "No space left on device" in line
    assert "KeyError: 'x'" in line


def test_a_bug_is_one_line_and_a_report(tmp_path: Path) -> None:
    ran = bug(tmp_path)
    assert ran.returncode == BUG
    line, *rest = ran.stderr.splitlines()
    assert rest == []
    assert line.startswith(
        "error OR970 something went wrong inside onrecord; nothing was published."
    )
    report = Path(line.rpartition(" ")[2])
    assert report.parent == tmp_path
    assert "KeyError" in report.read_text(encoding="utf-8")
