"""OR5xx: pages, links and collisions."""

from onrecord.diagnostics.code import Code, Severity, Stage

CODES: tuple[Code, ...] = (
    Code(
        "OR501",
        "two pages with one address",
        Severity.ERROR,
        Stage.PLAN,
        "Two files would be published at the same address. Rename one.",
    ),
    Code(
        "OR502",
        "dead internal link",
        Severity.ERROR,
        Stage.AUDIT,
        "A link of the site leads to a page that is not there.",
    ),
    Code(
        "OR503",
        "dead fragment",
        Severity.ERROR,
        Stage.AUDIT,
        "A link leads to a page that has no such anchor.",
    ),
    Code(
        "OR504",
        "id stands twice in a page",
        Severity.ERROR,
        Stage.AUDIT,
        "Two elements of one page have the same id, so a link to it is ambiguous.",
    ),
    Code(
        "OR505",
        "mark to nothing, close to something",
        Severity.ERROR,
        Stage.ANNOTATE,
        "A mark leads to nothing but is close to a known id or name.",
    ),
    Code(
        "OR506",
        "mark to nothing",
        Severity.WARNING,
        Stage.ANNOTATE,
        "A mark leads to nothing known; it stays as text.",
    ),
    Code(
        "OR507",
        "unknown HTML tag",
        Severity.WARNING,
        Stage.ANNOTATE,
        "An HTML tag that no browser knows, such as <t>, would be swallowed with its words. "
        "Write \\< for a plain bracket.",
    ),
    Code(
        "OR508",
        "bare pipe in a table",
        Severity.ERROR,
        Stage.ANNOTATE,
        "Inside a table a mark's | must be written \\|, or the table is cut there.",
    ),
    Code(
        "OR509",
        "file not found",
        Severity.ERROR,
        Stage.PLAN,
        "A picture or file that a page refers to is not under content/.",
    ),
    Code(
        "OR510",
        "address not allowed",
        Severity.ERROR,
        Stage.ANNOTATE,
        "A link's address has a scheme that is not published; http, https, mailto and tel are.",
    ),
    Code(
        "OR511",
        "address taken by the site itself",
        Severity.ERROR,
        Stage.PLAN,
        "An article or page would take an address that the site needs for its own pages.",
    ),
    Code(
        "OR512",
        "picture without alternative text",
        Severity.WARNING,
        Stage.AUDIT,
        "A picture has no alt text: say in a few words what it shows, for readers who cannot "
        "see it.",
    ),
)
