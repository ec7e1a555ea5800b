"""What to do about a picture that is not there: which file was meant, or where to put one."""

import posixpath

from onrecord.read.picture_size import PICTURE_ENDINGS

_CONTENT = "content/"


def is_picture(path: str) -> bool:
    """True for the path of a file that browsers show as a picture, going by its ending."""
    return posixpath.splitext(path)[1].lower() in PICTURE_ENDINGS


def where_to_put(path: str, page: str) -> str:
    """What to type or do so that the picture of this path, seen from the site, is found.

    `page` is the path of the file that names it.
    """
    folder, name = posixpath.split(path)
    if not name or not path.startswith(_CONTENT):
        return f"put the picture beside {posixpath.basename(page)}, and write its name alone"
    if folder == posixpath.dirname(page):
        return f"put {name} beside {posixpath.basename(page)} ({path}), or correct the name"
    return f"put {name} into {folder}/, or correct the path"
