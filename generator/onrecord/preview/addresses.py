"""Which file of the preview an address leads to."""

from onrecord.text.frozen import Frozen

OWN = "/_preview/"
"""Under this stand the preview's own files; no page may."""

NOT_FOUND = "404.html"


class Wanted(Frozen):
    """What an address asks for: a file, or another address."""

    file: str = ""
    moved_to: str = ""


NOWHERE = Wanted()


def wanted_at(path: str, base: str) -> Wanted:
    """What is wanted at the path of an address, which is decoded; NOWHERE for what none may see.

    `base` is the site's own path, with a slash at both ends.
    """
    if path in {"/", base.rstrip("/")} and path != base:
        return Wanted(moved_to=base)
    if not path.startswith(base):
        return NOWHERE
    below = path.removeprefix(base)
    parts = below.split("/")
    if any(part.startswith(".") or "\\" in part or "\0" in part for part in parts):
        return NOWHERE
    if "" in parts[:-1]:
        return NOWHERE
    if not parts[-1]:
        return Wanted(f"{below}index.html")
    return Wanted(below)


def base_path_from(text: str) -> str:
    """A base path as typed, with a slash at both ends; ValueError with what is wrong with it."""
    parts = [part for part in text.split("/") if part]
    is_odd = not (text.isascii() and text.isprintable()) or set(text) & set("?#\\ %:\"'<>")
    if is_odd or any(part in {".", ".."} for part in parts):
        message = f"{text!r} is not a path such as /repo/"
        raise ValueError(message)
    base = "".join(f"/{part}" for part in parts) + "/"
    if base.startswith(OWN):
        message = f"{OWN} is where the preview keeps its own files"
        raise ValueError(message)
    return base
