"""Scripts that put no spaces between words are searched by pairs of neighbouring characters.

The script of the search page cuts what a reader types in the same way (`layouts/assets/search.js`).
"""

import re

# Han, kana and Hangul: one class, the same in both places.
UNSPACED = (
    "\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff\uff66-\uff9d"
    "\U00020000-\U0003ffff"
)
_RUN = re.compile(f"[{UNSPACED}]+")


def bigrams(text: str) -> str:
    """Each pair once, and the last character of each run, which is looked for by itself, too."""
    found: dict[str, None] = {}
    for run in _RUN.findall(text):
        found.update(dict.fromkeys(run[at : at + 2] for at in range(len(run))))
    return " ".join(found)
