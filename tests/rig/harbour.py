"""The site of the tutorial, as it stands when its writer looks at it: for pictures of the preview."""

from tests.rig.followed import sections_in
from tests.rig.needs import ROOT

SITE_YAML = """\
title: The Harbour Post
base_url: https://harbour.github.io/post/
tag_authority: "harbour.github.io,2026"
nav:
  - {title: Briefings, to: /briefings/}
  - {title: Actors, to: /actors/}
  - {title: Quotes, to: /quotes/}
"""
_TUTORIAL = ROOT / "docs/content/pages/tutorial.md"


def harbour_site() -> dict[str, str]:
    """Its files, each as the tutorial leaves it."""
    written = {
        block.info[1]: block.content
        for section in sections_in(_TUTORIAL)
        for block in section.blocks
        if block.info[:1] == ("md",)
    }
    return {"site.yaml": SITE_YAML, **written}
