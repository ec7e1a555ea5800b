"""A small site with a search: names in several scripts, quotes, a draft, somebody unnamed."""

import gzip
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.rig.sites import split_site

FINDABLE = """\
--- site.yaml ---
title: The Harbour Post
base_url: https://example.org/
tag_authority: example.org,2020
language: en-GB
search: true
allow:
  - {code: OR311, path: content/actors/people.yaml, reason: The docker is made up.}
--- content/actors/people.yaml ---
- {id: ada-holm, name: Ada Holm, role: mayor, aliases: [Adele Holmström, Ада Хольм], previous_names: [Ada Berg]}
- {id: salih, name: Sālih al-Bahri, role: harbour master, aliases: [صالح البحري]}
- {id: foreign-ministry, name: Foreign Ministry, kind: body, aliases: [外交部]}
- {id: docker, name: the docker of quay nine, kind: unnamed, why_unnamed: fears for the job}
- {id: never, name: Nobody Yet, role: pilot}
--- content/sources/papers.yaml ---
- {id: gazette, kind: article, title: Harbour to close, publisher: Northport Gazette, url: 'https://gazette.example/1', archived: 'https://archive.example/1'}
- {id: wire, kind: article, title: Quay to open, publisher: Quayside Wire, url: 'https://wire.example/2', archived: 'https://archive.example/2'}
--- content/topics/harbour.md ---
---
title: The harbour question
---
What becomes of it.
--- content/articles/harbour.md ---
---
title: The harbour closes
date: 2019-05-06
summary: The cranes stand still.
topics: [harbour]
actors: [ada-holm, salih, docker]
quotes:
  - {id: closing, speaker: ada-holm, text: We shall close the harbour before midsummer, source: gazette}
  - {id: ships, speaker: salih, text: No vessel leaves my quay, source: wire, asked: Will the ferries sail?}
  - {id: paid, speaker: docker, text: nobody has been paid, source: wire}
---
“We shall close the harbour before midsummer,” said Ada Holm. “No vessel leaves my quay,” said
Sālih al-Bahri. The docker of quay nine said that “nobody has been paid”.

&lt;b&gt;Not bold&lt;/b&gt; & plain: the *lighthouse* keeper left.
--- content/articles/statement.md ---
---
title: 外交部发言人表示严重关切
date: 2020-01-06
language: zh
actors: [foreign-ministry]
quotes:
  - {id: restraint, speaker: foreign-ministry, text: 呼吁各方保持克制, source: wire}
---
外交部发言人说：“呼吁各方保持克制”。
--- content/articles/secrets.md ---
---
title: A draft of secrets
date: 2020-02-01
draft: true
actors: [never]
quotes: [{id: secret, speaker: never, text: the pilot boat is sold, source: gazette}]
---
“The pilot boat is sold,” said Nobody Yet.
"""


def findable_site() -> dict[str, str]:
    """Its files."""
    return split_site(FINDABLE)


@dataclass(frozen=True, slots=True)
class Found:
    """One thing that a published index holds: what is shown, looked through, and filtered by."""

    language: str
    meta: Mapping[str, str]
    content: str
    filters: Mapping[str, Sequence[str]]


def indexed(output: Path) -> dict[str, Found]:
    """Everything that the index of a published site holds, by its link on the search page."""
    held = {}
    for path in sorted((output / "pagefind" / "fragment").iterdir()):
        told = json.loads(gzip.decompress(path.read_bytes()).removeprefix(b"pagefind_dcd"))
        link, language = (anchor["id"] for anchor in told["anchors"])
        held[link] = Found(language, told["meta"], told["content"], told["filters"])
    return held
