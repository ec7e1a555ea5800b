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
    Code(
        "OR606",
        "theme made for a newer onrecord",
        Severity.ERROR,
        Stage.RENDER,
        "The theme.yaml of a theme says by `theme_api` for which version of the contract it was "
        "made, and this onrecord does not know that version yet.",
    ),
    Code(
        "OR607",
        "theme made for an older onrecord",
        Severity.WARNING,
        Stage.RENDER,
        "The theme.yaml of a theme names a version of the contract that has been replaced. What "
        "has changed since stands in the documentation under Themes; it may work, or not.",
    ),
    Code(
        "OR608",
        "part of a layout is never shown",
        Severity.WARNING,
        Stage.RENDER,
        "A layout that extends another can only fill blocks that the other has. A block by any "
        "other name, and what stands outside of blocks, is passed over by Jinja in silence.",
    ),
    Code(
        "OR609",
        "layout that no page uses",
        Severity.WARNING,
        Stage.RENDER,
        "A file in layouts/ takes part in a page only if it has the name of one of the default's "
        "layouts, or if another layout extends, includes or imports it. Files to be published as "
        "they are belong into layouts/assets/.",
    ),
    Code(
        "OR610",
        "layout fails on a page yet to come",
        Severity.WARNING,
        Stage.RENDER,
        "Each build tries the layouts of a site and its theme with two made-up pages of every "
        "kind, one with all that such a page may have, and one with nothing that it may lack. "
        "What fails there will fail on the day the site has such a page.",
    ),
)
