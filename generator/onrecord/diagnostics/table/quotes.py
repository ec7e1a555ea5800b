"""OR2xx: quotes, notes and corrections."""

from onrecord.diagnostics.code import Code, Severity, Stage

CODES: tuple[Code, ...] = (
    Code(
        "OR201",
        "quote not found",
        Severity.WARNING,
        Stage.ANNOTATE,
        "The words of the record do not stand in the article, so nothing is marked. Correct "
        "the record, or the article; the message shows the closest passage with its "
        "differences.",
    ),
    Code(
        "OR202",
        "quote found twice",
        Severity.WARNING,
        Stage.ANNOTATE,
        "The words stand inside quotation marks more than once. The first is marked; add "
        "prefix: with the words just before the right one.",
    ),
    Code(
        "OR203",
        "quote in other words",
        Severity.WARNING,
        Stage.ANNOTATE,
        "The same words stand inside quotation marks in an altered form. Correct one of them, "
        "or accept the other wording under also:.",
    ),
    Code(
        "OR204",
        "quotation without a record",
        Severity.WARNING,
        Stage.ANNOTATE,
        "A quotation of four words or more has no record that says who spoke. Add one under "
        "quotes:, or accept it under unattributed:.",
    ),
    Code(
        "OR205",
        "quote outside quotation marks",
        Severity.WARNING,
        Stage.ANNOTATE,
        "The words of text: stand in the article without quotation marks. Put marks round "
        "them, or record them as paraphrase:.",
    ),
    Code(
        "OR206",
        "paraphrase inside quotation marks",
        Severity.ERROR,
        Stage.ANNOTATE,
        "A paraphrase is the writer's own words; inside quotation marks readers take it for "
        "the speaker's. Remove the marks, or record it as text:.",
    ),
    Code(
        "OR207",
        "quotes cross",
        Severity.WARNING,
        Stage.ANNOTATE,
        "Two quotes overlap without one holding the other. The later one is cut where the "
        "first ends.",
    ),
    Code(
        "OR208",
        "quotation not in the article",
        Severity.WARNING,
        Stage.ANNOTATE,
        "A quotation in the title, summary, takeaways or a caption stands nowhere in the "
        "article's records.",
    ),
    Code(
        "OR209",
        "passage of a note not found",
        Severity.WARNING,
        Stage.ANNOTATE,
        "The passage that a note is tied to does not stand in the article.",
    ),
    Code(
        "OR210",
        "corrected words still there",
        Severity.ERROR,
        Stage.ANNOTATE,
        "A correction says that words were removed, but they still stand in the article.",
    ),
    Code(
        "OR211",
        "correcting words missing",
        Severity.ERROR,
        Stage.ANNOTATE,
        "A correction says what the article now reads, but those words do not stand in it.",
    ),
    Code(
        "OR212",
        "quote reference leads nowhere",
        Severity.ERROR,
        Stage.LINK,
        "A reference to a quote (disputes, replies_to, a repeat, an event, a correction) "
        "names none that exists. Quotes of other articles are written article#quote.",
    ),
    Code(
        "OR213",
        "unattributed words not found",
        Severity.WARNING,
        Stage.ANNOTATE,
        "An unattributed: entry matches no quotation of the article. Delete it.",
    ),
    Code(
        "OR214",
        "passage of a note found twice",
        Severity.WARNING,
        Stage.ANNOTATE,
        "The passage of a note stands in the article more than once. Add prefix: with the "
        "words just before it.",
    ),
)
