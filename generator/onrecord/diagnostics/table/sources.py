"""OR4xx: sources and citations."""

from onrecord.diagnostics.code import Code, Severity, Stage

CODES: tuple[Code, ...] = (
    Code(
        "OR401",
        "unknown source",
        Severity.ERROR,
        Stage.ENLIST,
        "A quote, a note, a role or a sources: entry names a source id that is defined neither in "
        "an article nor in content/sources/. The message shows the closest id. Correct it, or "
        "define the source, in the article's sources: or in a file of content/sources/: "
        "- {id: un-charter, kind: treaty, title: Charter of the United Nations}.",
    ),
    Code(
        "OR402",
        "source defined in two ways",
        Severity.ERROR,
        Stage.ENLIST,
        "Source ids count for the whole site, and this one is defined in two places with different "
        "content; both are shown. Keep one definition, best in content/sources/, and name it "
        "elsewhere by its id; an article may still add supports: to it. If they are two sources, "
        "give one another id.",
    ),
    Code(
        "OR403",
        "sources cite one another in a circle",
        Severity.ERROR,
        Stage.LINK,
        "via: says through which other source a source was read. Followed from here, it leads back "
        "to where it began, so nobody is left who was there. Take via: out of the source that was "
        "read directly.",
    ),
    Code(
        "OR404",
        "source nobody can reach",
        Severity.WARNING,
        Stage.CHECK,
        "An article, post, web page, video or dataset has neither url: nor archived:, so readers "
        "cannot look it up. Give its address, or that of an archived copy. If it truly has none, "
        "as an article known only in print, accept that in the source file: "
        "allow: [{code: OR404, reason: read in print}].",
    ),
    Code(
        "OR405",
        "no archived copy",
        Severity.WARNING,
        Stage.CHECK,
        "A source with an address has no archived copy. Pages change and vanish, and then nobody "
        "can check what was quoted. Save the page with a web archive and give the copy's address "
        "and day: archived: {url: https://web.archive.org/..., date: 2020-01-07}.",
    ),
    Code(
        "OR406",
        "source without encryption",
        Severity.WARNING,
        Stage.CHECK,
        "The address of a source begins with http:, so what readers get there can be altered on "
        "the way, and browsers warn of it. Most sites answer to https: as well: try it, and change "
        "the address.",
    ),
    Code(
        "OR407",
        "source not used",
        Severity.WARNING,
        Stage.CHECK,
        "A source stands under sources:, but the text does not cite it and no quote or note names "
        "it. Cite it where it is used, as in [@un-charter]; or, if it was consulted only, say what "
        "it is the source of: {id: un-charter, supports: [the rule on the use of force]}; or "
        "delete it.",
    ),
    Code(
        "OR408",
        "confirmed by one source only",
        Severity.WARNING,
        Stage.CHECK,
        "credibility: 1 means that the words are confirmed by other sources, but the quote names "
        "only one. Name them all as a list, source: [independent-2020-01-06, afp-2020-01-06], or "
        "write credibility: 2, probably true.",
    ),
    Code(
        "OR409",
        "citation in the form of a link",
        Severity.ERROR,
        Stage.ANNOTATE,
        "[words][@id] is the form of a link, not of a citation. Write the words without brackets "
        "and the citation after them: words.[@id]. The id is that of the source.",
    ),
    Code(
        "OR410",
        "not in the copy we keep",
        Severity.WARNING,
        Stage.CHECK,
        "The words of the quote do not stand in the copy of its source under content/archive/. The "
        "message shows the closest passage and what differs. Correct the quotation if the article "
        "is wrong; if the copy is of another page or of a later day, replace it.",
    ),
)
