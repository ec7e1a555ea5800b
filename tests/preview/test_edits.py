"""Many edits, quickly: none is lost, and the last state is that of a build from nothing."""

import random
import shutil
import time
from collections.abc import Callable
from pathlib import Path

from tests.rig.counts import count
from tests.rig.preview_site import PREVIEW_SITE, QUOTED, long_article
from tests.rig.previews import Preview, clean_build, previewed
from tests.rig.sites import tree, write_site

EVERY = 0.1  # seconds
SEED = 7

Edit = Callable[[Preview, random.Random, int], None]


def _new_words(preview: Preview, chance: random.Random, number: int) -> None:
    name = f"content/articles/{chance.choice(['first', 'second', 'styled', 'saved'])}.md"
    text = (preview.root / name).read_text(encoding="utf-8")
    preview.save(name, f"{text}\nEdit {number}.\n")


def _new_title(preview: Preview, chance: random.Random, number: int) -> None:
    preview.save(
        "content/articles/broken.md", long_article(f"Title {number}", chance.randint(1, 4))
    )


def _quote(preview: Preview, chance: random.Random, number: int) -> None:
    words = chance.choice(["all winter", "all summer", f"all the year {number}"])
    text = QUOTED.replace("stays open all winter", f"stays open {words}")
    preview.save("content/articles/said.md", text)


def _miss(preview: Preview, chance: random.Random, number: int) -> None:
    text = QUOTED.replace("text: The harbour", f"text: No harbour {chance.random()} {number}")
    preview.save("content/articles/said.md", text)


def _profile(preview: Preview, chance: random.Random, number: int) -> None:
    alias = chance.choice(["Jenny Roe", "the harbour master"])
    text = (
        f"---\nname: Jane Roe\nkind: person\naliases: [{alias}]\n---\nBorn in the year {number}.\n"
    )
    preview.save("content/actors/jane-roe.md", text)


def _break(preview: Preview, chance: random.Random, number: int) -> None:
    text = chance.choice(["", "---\n", f"---\ntitle: [{number}\n---\n", "\x00"])
    preview.save("content/articles/missed.md", text)


def _come_and_go(preview: Preview, chance: random.Random, number: int) -> None:
    place = preview.root / f"content/articles/passing-{chance.randint(1, 3)}.md"
    if place.exists():
        place.unlink()
    else:
        place.write_text(f"---\ntitle: Passing {number}\ndate: 2020-03-01\n---\nBy.\n")


def _rename(preview: Preview, chance: random.Random, _number: int) -> None:
    places = sorted((preview.root / "content/articles").glob("carded*.md"))
    places[0].rename(places[0].with_name(f"carded-{chance.randint(1, 99)}.md"))


def _style(preview: Preview, _chance: random.Random, number: int) -> None:
    preview.save("layouts/assets/own.css", f"h1 {{ order: {number} }}\n")


def _layout(preview: Preview, chance: random.Random, number: int) -> None:
    place = preview.root / "layouts/partials/days.html"
    if place.exists() and chance.random() < 0.5:
        place.unlink()
    else:
        preview.save("layouts/partials/days.html", f"<p>{number}</p>\n")


EDITS: tuple[Edit, ...] = (
    *[_new_words] * 6, _new_title, _quote, _quote, _miss, _profile, _break, _come_and_go, _rename,
    _style, _layout,
)  # fmt: skip


def test_of_edits_in_quick_succession_none_is_lost(tmp_path: Path) -> None:
    root = write_site(tmp_path / "site", PREVIEW_SITE)
    chance = random.Random(SEED)  # noqa: S311
    with previewed(root) as preview:
        until = time.monotonic() + count("seconds of edits while serving")
        number = 0
        while time.monotonic() < until:
            number += 1
            chance.choice(EDITS)(preview, chance, number)
            time.sleep(EVERY)
        preview.save("content/articles/missed.md", long_article("Missed"))
        shutil.rmtree(root / "layouts/partials", ignore_errors=True)
        expected = clean_build(preview, tmp_path / "clean")
        preview.wait_until(lambda: tree(preview.output) == expected, "never came to rest")
        assert "Traceback" not in preview.said
        assert "OR970" not in preview.said
