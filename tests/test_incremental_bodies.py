"""Incremental equals clean after any slip of the hand in a body, where the quick way is taken."""

import random
from pathlib import Path

import pytest

from tests.rig.counts import count
from tests.rig.sites import tree
from tests.rig.varied import VariedSite
from tests.test_incremental_settings import assert_same, build, clean

PIECES = (
    "and", "of Ada", "Byron", "Bo Lind", "Cy", "“", "”", "—", "[[ada]]", "[[bo|he]]", "[@minutes]",
    "[@gazette]", "`x`", "*y*", "##", "\n\n", "\n", ">", "-", "![A](hall.svg)",
    "[z](2020-02-02-second.md)", "<b>", "</b>", "<!--", "-->", "[^1]", "\\", "&", "|", "twice",
    "We", "'", '"', "…", "\u00a0", "\u200f", "e\u0301",
)  # fmt: skip


def slip(body: str, chance: random.Random) -> str:
    """The body with something put in, taken out or moved, or with its lines elsewhere."""
    place, what = chance.randrange(len(body) + 1), chance.random()
    if what < 0.5:
        return f"{body[:place]} {chance.choice(PIECES)} {body[place:]}"
    if what < 0.7:
        return body[:place] + body[place + chance.randrange(12) :]
    if what < 0.85:
        paragraphs = body.split("\n\n")
        chance.shuffle(paragraphs)
        return "\n\n".join(paragraphs)
    return "\n" * chance.randrange(4) + body.lstrip("\n")


@pytest.mark.parametrize("seed", range(count("varied sites")))
def test_after_slips_in_bodies_the_output_is_that_of_a_clean_build(
    tmp_path: Path, seed: int
) -> None:
    chance = random.Random(seed)  # noqa: S311 - to be the same each time
    site = VariedSite(tmp_path / "site", 0)
    articles = sorted((site.root / "content/articles").glob("*.md"))
    whole = {path: path.read_text(encoding="utf-8") for path in articles}
    build(site.root)
    for turn in range(count("slips in bodies")):
        for path in chance.sample(articles, chance.choice((1, 1, 2))):
            front, body = path.read_text(encoding="utf-8").split("\n---\n", 1)
            path.write_text(f"{front}\n---\n{slip(body, chance)}", encoding="utf-8")
        result = build(site.root)
        expected, files = clean(site.root, tmp_path / "clean")
        assert_same(result, expected, turn)
        if result.exit_code:
            for path, text in whole.items():
                path.write_text(text, encoding="utf-8")
        else:
            assert tree(site.root / "public") == files, turn
