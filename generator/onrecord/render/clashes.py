"""Assets of a theme that stand where a page or another file of the site will be."""

from collections.abc import Iterator

from onrecord.diagnostics import Diagnostic, diagnose
from onrecord.pages.collisions import OF_THE_PREVIEW
from onrecord.pages.planned import Plan
from onrecord.render.theme import Theme
from onrecord.text.slugs import fold_address
from onrecord.text.source import Span


def theme_clashes(theme: Theme, plan: Plan) -> tuple[Diagnostic, ...]:
    """One finding for each asset whose place in the output is taken by what is planned."""
    planned = [page.path for page in plan.pages] + [asset.path for asset in plan.assets]
    taken = {fold_address(path): path for path in planned}
    folders = {folder: path for path in planned for folder in _folders(fold_address(path))}
    found = []
    for asset in theme.assets:
        path = fold_address(asset.path)
        other = taken.get(path) or folders.get(path)
        other = other or next((taken[above] for above in _folders(path) if above in taken), None)
        if path.startswith(OF_THE_PREVIEW):
            other = OF_THE_PREVIEW
        if other:
            message = f"this would be published at /{asset.path}, where the site has /{other}"
            hint = "Give the file another name, or put it into a folder of its own."
            found.append(diagnose("OR511", message, Span.start_of(asset.source), hint=hint))
    return tuple(found)


def _folders(path: str) -> Iterator[str]:
    """The folders above a path, innermost first."""
    while path := path.rpartition("/")[0]:
        yield path
