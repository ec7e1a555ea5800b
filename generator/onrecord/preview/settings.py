"""What a preview is asked to do."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from onrecord.text.frozen import Frozen

DEFAULT_PORT = 8000
LOOPBACK = "127.0.0.1"


class PreviewSettings(Frozen, kw_only=True):
    """What a preview is asked to do; `root` is the folder that holds site.yaml.

    `now` gives the moment that decides what is held back. `port` 0 takes any that is free.
    `base_path` None serves under the site's own path. `editor` is the address of an editor with
    places for `{path}`, `{line}` and `{column}`, "" for none. `polls` looks at
    files from time to time instead of being told.
    """

    root: Path
    now: Callable[[], datetime]
    port: int = DEFAULT_PORT
    host: str = LOOPBACK
    drafts: bool = True
    future: bool = True
    base_path: str | None = None
    follow: bool = False
    editor: str = ""
    polls: bool = False
    jobs: int = 0
