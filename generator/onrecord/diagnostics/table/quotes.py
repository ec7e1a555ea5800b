"""OR2xx: quotes, notes and corrections."""

from onrecord.diagnostics.code import Code, Severity, Stage

CODES: tuple[Code, ...] = (
    Code(
        "OR201",
        "quote not found",
        Severity.WARNING,
        Stage.ANNOTATE,
        "The words of the record do not stand in the article, so nothing is marked. The message "
        "shows the closest passage and what differs. Copy the words from the article into the "
        "record, as in text: We shall close the harbour; or correct the article. Words between "
        "that you leave out are written [...], as in text: We shall close [...] until the quay "
        "is safe. Capitals and stops at either end, and the form of quotation marks and dashes, "
        "make no difference.",
    ),
    Code(
        "OR202",
        "quote found twice",
        Severity.WARNING,
        Stage.ANNOTATE,
        "The words stand inside quotation marks more than once. The first is marked. Add "
        "prefix: with the words just before the right one, as in {text: on the table, prefix: "
        "he added}; where all of them are meant, occurrence: all.",
    ),
    Code(
        "OR203",
        "quote in other words",
        Severity.WARNING,
        Stage.ANNOTATE,
        "Nearly the same words stand inside quotation marks in another form. Correct whichever "
        "is wrong. Where both were said or printed, accept the other wording in the record: "
        "also: [We are to close the harbour].",
    ),
    Code(
        "OR204",
        "quotation without a record",
        Severity.WARNING,
        Stage.ANNOTATE,
        "A quotation of four words or more has no record that says who spoke. Add one, as in "
        "quotes: [{speaker: ada-holm, text: We shall close the harbour}]; or, where nobody is "
        "to be named, accept it as it is: unattributed: [We shall close the harbour].",
    ),
    Code(
        "OR205",
        "quote outside quotation marks",
        Severity.WARNING,
        Stage.ANNOTATE,
        "The words of text: stand in the article without quotation marks. Put marks round them, "
        "as in “We shall close the harbour”; or, if they are your own words for what was said, "
        "record them so: paraphrase: The harbour will be closed. In an article with genre: "
        "transcript speech needs no marks.",
    ),
    Code(
        "OR206",
        "paraphrase inside quotation marks",
        Severity.ERROR,
        Stage.ANNOTATE,
        "A paraphrase is the writer's own words; inside quotation marks readers take it for the "
        "speaker's. Remove the marks in the article; or, if it is what was said, write text: "
        "instead of paraphrase:, as in text: We shall close the harbour.",
    ),
    Code(
        "OR207",
        "quotes cross",
        Severity.WARNING,
        Stage.ANNOTATE,
        "Two quotes overlap without one holding the other. The later one is cut where the first "
        "ends. Let one end where the other begins, or hold all of it: text: We shall close the "
        "harbour, and text: close the harbour.",
    ),
    Code(
        "OR208",
        "quotation not in the article",
        Severity.WARNING,
        Stage.ANNOTATE,
        "A quotation in the title, summary, takeaways or a caption stands neither in the body "
        "nor in a record. Quote the words as the body has them; where the short form is a "
        "wording of its own, accept it in the record: also: [Harbour shut].",
    ),
    Code(
        "OR209",
        "passage of a note not found",
        Severity.WARNING,
        Stage.ANNOTATE,
        "The passage that a note is tied to does not stand in the article, so the note is not "
        "shown beside it. Copy the words from the article, as in notes: [{text: until the quay "
        "is safe, note: The quay was inspected in May.}].",
    ),
    Code(
        "OR210",
        "corrected words still there",
        Severity.ERROR,
        Stage.ANNOTATE,
        "A correction says that words were removed, but they still stand in the article. Take "
        "them out; or give was: as the article read before, with a word more where the words "
        "alone still stand elsewhere, as in was: for eight months.",
    ),
    Code(
        "OR211",
        "correcting words missing",
        Severity.ERROR,
        Stage.ANNOTATE,
        "A correction says what the article now reads, but those words do not stand in it. Put "
        "them in the article, or copy them from there: now: for nine months.",
    ),
    Code(
        "OR212",
        "quote reference leads nowhere",
        Severity.ERROR,
        Stage.LINK,
        "A reference to a quote (disputes, replies_to, a repeat, an event, a correction) names "
        "none that exists. A quote of the same article goes by its id, as in replies_to: "
        "closing; one of another article by that article's slug as well, as in disputes: "
        "harbour-plan#closing.",
    ),
    Code(
        "OR213",
        "unattributed words not found",
        Severity.WARNING,
        Stage.ANNOTATE,
        "An unattributed: entry matches no quotation of the article. Delete it, or copy the "
        "words that stand inside the quotation marks: unattributed: [We shall close the "
        "harbour].",
    ),
    Code(
        "OR214",
        "passage of a note found twice",
        Severity.WARNING,
        Stage.ANNOTATE,
        "The passage of a note stands in the article more than once. Add prefix: with the words "
        "just before the right one, as in {text: the quay, prefix: repairs to, note: …}.",
    ),
)
