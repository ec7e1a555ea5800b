"""OR6xx: layouts."""

from onrecord.diagnostics.code import Code, Severity, Stage

CODES: tuple[Code, ...] = (
    Code(
        "OR601",
        "layout cannot be read",
        Severity.ERROR,
        Stage.RENDER,
        "A layout has a slip in its Jinja code.",
    ),
    Code(
        "OR602",
        "layout asks for what is not there",
        Severity.ERROR,
        Stage.RENDER,
        "A layout uses a value that this page's view does not hold.",
    ),
    Code(
        "OR603",
        "layout missing",
        Severity.ERROR,
        Stage.RENDER,
        "No layout of this name, in the site's layouts/, its theme or the default theme.",
    ),
    Code(
        "OR604",
        "layout fails",
        Severity.ERROR,
        Stage.RENDER,
        "An expression in a layout cannot be computed, such as adding a number to a text.",
    ),
    Code(
        "OR605",
        "theme missing",
        Severity.ERROR,
        Stage.RENDER,
        "The theme that site.yaml names is not a folder in layouts/themes/.",
    ),
)
