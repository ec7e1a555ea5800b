"""YAML that elsewhere blows up, runs code or changes values is refused at its place, and soon."""

import time
from collections.abc import Mapping
from itertools import pairwise
from pathlib import Path

from tests.rig.refusals import assert_helpful
from tests.rig.sites import Built, build_folder, write_site

SECONDS = 15
NAMES = "abcdefghi"
BOMB = 'x_a: &a ["lol", "lol"]\n' + "".join(
    f"x_{name}: &{name} [{', '.join([f'*{before}'] * 9)}]\n" for before, name in pairwise(NAMES)
)

HOSTILE = {
    # by name: the keys and the code of the first finding
    "bomb": (BOMB, "OR105"),
    "merged": ("x_a: &a {k: v}\nx_b: {<<: *a}\n", "OR105"),
    "recursion": ("x_a: &a [*a]\n", "OR105"),
    "many anchors": ("".join(f"x_{i}: &a{i} v\n" for i in range(2_000)), "OR105"),
    "deep brackets": (f"x_a: {'[' * 50_000}{']' * 50_000}\n", "OR107"),
    "deep braces": (f"x_a: {'{a: ' * 20_000}{'}' * 20_000}\n", "OR107"),
    "deep lines": ("".join(" " * i + "a:\n" for i in range(300)), "OR107"),
    "deep dashes": (f"x_a:\n  {'- ' * 20_000}\n", "OR107"),
    "questions": ("? " * 5_000 + "\n", "OR103"),
    "duplicates": ("title: U\n" * 500, "OR104"),
    "code": ('x_a: !!python/object/apply:os.system ["exit"]\n', "OR106"),
    "short tag": ("x_a: !x y\n", "OR108"),
    "binary": ("summary: !!binary aGk=\n", "OR106"),
    "directive": ("%TAG ! tag:x,2000:\n", "OR103"),
    "huge number": (f"quotes: [{{credibility: {'9' * 100_000}}}]\n", "OR110"),
    "huge occurrence": (f"defaults: {{occurrence: {'9' * 5_000}}}\n", "OR111"),
    "huge date": (f"updated: {'2' * 100_000}\n", "OR114"),
    "year nought": ("updated: 0000-01-01\n", "OR114"),
    "last year": ("updated: 9999-12-31T23:59:59-14:00\n", "OR114"),
    "sexagesimal": ("updated: 190:20:30\n", "OR114"),
    "norway": ("draft: no\n", "OR111"),
    "long title": (f"nolink: {'w' * 1_000_000}\n", "OR111"),
    "long key": (f"{'k' * 100_000}: v\n", "OR103"),
    "open quotation": (f'summary: "{"x " * 400_000}\n', "OR103"),
    "open braces": (f"x_a: {{{'a, ' * 5_000}\n", "OR103"),
    "colons": (f"{'a: ' * 5_000}\n", "OR103"),
    "escapes": ('summary: "\\0 \\ud800 \\UFFFFFFFF"\n', "OR109"),
    "ten thousand keys": ("".join(f"k{i}: v\n" for i in range(10_000)), "OR115"),
}
BEARABLE = {
    "a megabyte": f"summary: {'word ' * 200_000}\n",
    "ten thousand keys": "".join(f"x_k{i}: v\n" for i in range(10_000)),
    "ten thousand entries": f"takeaways: [{', '.join(['a'] * 10_000)}]\n",
    "a number": f"x_n: {'9' * 100_000}\n",
    "a comment": f"# {'x' * 1_000_000}\n",
    "a block": "summary: |\n" + "  a\n" * 100_000,
}


def build(root: Path, keys: Mapping[str, str]) -> tuple[Built, float]:
    """A site of articles with these keys, and the seconds of work that it took."""
    files = {
        f"content/articles/{name.replace(' ', '-')}.md": (
            f"---\ntitle: T\ndate: 2020-01-01\n{typed}---\nText.\n"
        )
        for name, typed in keys.items()
    }
    started = time.process_time()
    return build_folder(write_site(root, files)), time.process_time() - started


def test_hostile_yaml_is_refused_at_its_place_and_soon(tmp_path: Path) -> None:
    built, seconds = build(tmp_path, {name: keys for name, (keys, _) in HOSTILE.items()})
    assert built.exit_code == 1
    assert seconds < SECONDS
    assert_helpful(built.diagnostics)
    told: dict[str, set[str]] = {}
    for found in built.diagnostics:
        assert found.span is not None
        told.setdefault(found.span.path, set()).add(found.code)
    for name, (_, code) in HOSTILE.items():
        assert code in told[f"content/articles/{name.replace(' ', '-')}.md"], name


def test_much_yaml_is_read(tmp_path: Path) -> None:
    built, seconds = build(tmp_path, BEARABLE)
    assert built.findings == []
    assert seconds < SECONDS


def test_a_bomb_goes_off_in_no_other_file(tmp_path: Path) -> None:
    listed = "\n".join(f"- {line}" for line in ("&a x", "*a", "{<<: *a}", "!!python/none x"))
    files = dict.fromkeys(("content/actors/a.yaml", "content/sources/a.yaml"), listed)
    built = build_folder(write_site(tmp_path, {**files, "site.yaml": BOMB}))
    assert built.exit_code == 1
    assert "OR105" in built.codes
    assert_helpful(built.diagnostics)
