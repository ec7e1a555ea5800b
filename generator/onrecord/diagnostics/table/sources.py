"""OR4xx: sources and citations."""

from onrecord.diagnostics.code import Code, Severity, Stage

CODES: tuple[Code, ...] = (
    Code(
        "OR401",
        "unknown source",
        Severity.ERROR,
        Stage.ENLIST,
        "The id names no source, in the article or in content/sources/.",
    ),
    Code(
        "OR402",
        "source defined in two ways",
        Severity.ERROR,
        Stage.ENLIST,
        "The same source id is defined elsewhere with different content. Keep one definition, "
        "best in content/sources/.",
    ),
    Code(
        "OR403",
        "sources cite one another in a circle",
        Severity.ERROR,
        Stage.LINK,
        "Following via: from source to source leads back to where it began, so nobody would be the "
        "origin. Delete the via: of the one that was read or heard at first hand.",
    ),
    Code(
        "OR404",
        "source nobody can reach",
        Severity.WARNING,
        Stage.CHECK,
        "An article, post, web page, video or dataset has neither url nor archived copy.",
    ),
    Code(
        "OR405",
        "no archived copy",
        Severity.WARNING,
        Stage.CHECK,
        "A source with an address has no archived copy. Pages change and vanish: save one and "
        "give its address under archived:.",
    ),
    Code(
        "OR406",
        "source without encryption",
        Severity.WARNING,
        Stage.CHECK,
        "The address of a source begins with http:, which readers' browsers warn of. Most "
        "sites answer to https:.",
    ),
    Code(
        "OR407",
        "source not used",
        Severity.WARNING,
        Stage.CHECK,
        "A source is listed but neither cited nor named by a quote. Say supports: what it is "
        "the source of, or delete it.",
    ),
    Code(
        "OR408",
        "confirmed by one source only",
        Severity.WARNING,
        Stage.CHECK,
        "Credibility 1 means confirmed by other sources, but the quote names only one.",
    ),
    Code(
        "OR409",
        "citation in the form of a link",
        Severity.ERROR,
        Stage.ANNOTATE,
        "[words][@id] is read as a link. Write the words, then [@id].",
    ),
    Code(
        "OR410",
        "not in the copy we keep",
        Severity.WARNING,
        Stage.CHECK,
        "The words of the quote do not stand in the snapshot of its source.",
    ),
)
