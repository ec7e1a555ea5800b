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
        "A mark such as [[name]], [@source] or [[topic:id]] leads to nothing, but something of "
        "almost that name is known. Write the id or name as the message gives it.",
    ),
    Code(
        "OR506",
        "mark to nothing",
        Severity.WARNING,
        Stage.ANNOTATE,
        "A mark or link leads to nothing known, so its words stay as plain text. Correct it; where "
        "the brackets are meant as text, write a backslash before them, as \\[[.",
    ),
    Code(
        "OR507",
        "unknown HTML tag",
        Severity.WARNING,
        Stage.ANNOTATE,
        "The site allows HTML, and a tag that no browser knows, such as <t>, would vanish from the "
        "page. Write \\<t> where it is meant as text.",
    ),
    Code(
        "OR508",
        "bare pipe in a table",
        Severity.ERROR,
        Stage.ANNOTATE,
        "In a table | begins the next cell, so a mark that holds one is cut there. Write the "
        "mark's | as \\|, as in [[pmf\\|the forces]].",
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
        "A link's address begins with something that is not published, such as javascript: or "
        "file:. Addresses may begin with http:, https:, mailto: or tel:, or lead to a file of "
        "the site. An address of more than 4,000 characters is not published either, nor one that "
        "a text repeats until its addresses are much longer than the text.",
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
    Code(
        "OR513",
        "picture on another site",
        Severity.WARNING,
        Stage.ANNOTATE,
        "Pages load nothing from other sites, so that no other site learns who reads them; the "
        "picture is shown as a link. Save it under content/ and refer to that file.",
    ),
    Code(
        "OR514",
        "footnote without a mark",
        Severity.WARNING,
        Stage.ANNOTATE,
        "A footnote is defined, but its number stands nowhere in the text, so readers never see "
        "it. Put its mark, as [^1], where the number is to stand.",
    ),
    Code(
        "OR515",
        "table row longer than its head",
        Severity.WARNING,
        Stage.ANNOTATE,
        "A row of a table has more cells than the line of its headings, and what is too many is "
        "not shown. Add a heading, or write \\| for a bar that belongs to the words.",
    ),
    Code(
        "OR516",
        "HTML shown as typed",
        Severity.WARNING,
        Stage.ANNOTATE,
        "The text holds HTML tags, and this site takes none, so readers see them as they are "
        "typed. Use Markdown, or allow HTML with html: true in site.yaml. Comments <!-- … --> are "
        "never published.",
    ),
    Code(
        "OR517",
        "topic one slip from another",
        Severity.WARNING,
        Stage.CHECK,
        "A topic that only articles name differs by one letter from a topic that has a file in "
        "content/topics/, or that more articles name, so it is probably a typing slip that makes "
        "a page of its own. Correct it; if both topics are meant, give the new one a file.",
    ),
)
