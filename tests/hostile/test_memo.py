"""What has become of the memo changes what a build costs, and nothing else."""

import random
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from onrecord.build import BuildSettings, build_site
from tests.rig.counts import LONG
from tests.rig.edits import EditedSite
from tests.rig.sites import NOW, tree

KINDS = (
    "build", "enlisted", "entries", "entry", "facts", "pages", "reading", "retouched", "showing",
    "text", "text keys", "trees",
)  # fmt: skip


class Damaged:
    """A built site of which one body was edited afterwards, and what a clean build makes of it."""

    def __init__(self, folder: Path) -> None:
        site = EditedSite(folder / "site", 6, 1)
        build(site.root)
        self.site = site.root
        self.memo = (self.site / ".onrecord/memo").read_bytes()
        self.public = folder / "public"
        shutil.copytree(self.site / "public", self.public)
        site.edit_a_body()
        build(self.site, memo=False)
        self.wanted = tree(self.site / "public")

    def restore(self) -> Path:
        """The memo's file, as it was after the first build; so is the output."""
        shutil.rmtree(self.site / "public")
        shutil.copytree(self.public, self.site / "public")
        memo = self.site / ".onrecord/memo"
        for suffix in ("-wal", "-shm"):
            memo.with_name(memo.name + suffix).unlink(missing_ok=True)
        memo.write_bytes(self.memo)
        return memo


def build(root: Path, *, memo: bool = True) -> None:
    result = build_site(BuildSettings(root=root, now=NOW, memo=memo, jobs=1))
    assert result.exit_code == 0, result.diagnostics


@pytest.fixture(scope="module")
def damaged(tmp_path_factory: pytest.TempPathFactory) -> Damaged:
    return Damaged(tmp_path_factory.mktemp("damaged"))


def test_the_kinds_of_what_is_kept_are_known_here(damaged: Damaged) -> None:
    with closing(sqlite3.connect(damaged.restore())) as memo:
        kinds = memo.execute("SELECT DISTINCT kind FROM kept ORDER BY kind")
        assert tuple(kind for (kind,) in kinds) == KINDS


def with_a_wrong_bit(value: bytes, _: bytes, chance: random.Random) -> bytes:
    wrong = bytearray(value)
    wrong[chance.randrange(len(wrong))] ^= 1 << chance.randrange(8)
    return bytes(wrong)


def cut_short(value: bytes, _: bytes, chance: random.Random) -> bytes:
    return value[: chance.randrange(len(value))]


def of_another(_: bytes, other: bytes, __: random.Random) -> bytes:
    return other


WAYS = (with_a_wrong_bit, cut_short, of_another)
CASES = [
    (kind, way)
    for number, kind in enumerate(KINDS)
    for way in (WAYS if LONG else (WAYS[number % len(WAYS)],))
]


@pytest.mark.parametrize(("kind", "way"), CASES)
def test_values_that_are_damaged_are_made_again(
    damaged: Damaged, kind: str, way: Callable[[bytes, bytes, random.Random], bytes]
) -> None:
    chance = random.Random(kind)  # noqa: S311 - to be the same each time
    with closing(sqlite3.connect(damaged.restore())) as memo:
        others = memo.execute("SELECT value FROM kept WHERE kind != ?", [kind]).fetchall()
        rows = memo.execute("SELECT rowid, value FROM kept WHERE kind = ?", [kind]).fetchall()
        assert rows
        for row, value in rows:
            wrong = way(value, chance.choice(others)[0], chance)
            memo.execute("UPDATE kept SET value = ? WHERE rowid = ?", [wrong, row])
        memo.commit()
    build(damaged.site)
    assert tree(damaged.site / "public") == damaged.wanted


def test_values_that_are_lost_are_made_again(damaged: Damaged) -> None:
    for kind in KINDS if LONG else ("entry", "text"):
        with closing(sqlite3.connect(damaged.restore())) as memo:
            memo.execute("DELETE FROM kept WHERE kind = ?", [kind])
            memo.commit()
        build(damaged.site)
        assert tree(damaged.site / "public") == damaged.wanted, kind
