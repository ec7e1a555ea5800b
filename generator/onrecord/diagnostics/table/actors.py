"""OR3xx: actors and mentions."""

from onrecord.diagnostics.code import Code, Severity, Stage

CODES: tuple[Code, ...] = (
    Code(
        "OR301",
        "unknown actor",
        Severity.ERROR,
        Stage.ENLIST,
        "The id names no actor: no profile, no cast entry, no inline definition.",
    ),
    Code(
        "OR302",
        "name shared by two actors",
        Severity.WARNING,
        Stage.ANNOTATE,
        "Two actors of this article go by the same name, so it is linked to neither. Say "
        "called: NAME on the one it means here, or mark each use as [[id|name]].",
    ),
    Code(
        "OR303",
        "actor defined in two ways",
        Severity.ERROR,
        Stage.ENLIST,
        "The same id is defined with another name or kind elsewhere. Make them agree, or give "
        "one another id.",
    ),
    Code(
        "OR304",
        "mark means two actors",
        Severity.ERROR,
        Stage.ENLIST,
        "The name in [[Name]] fits two actors, and a link can lead to one only. Write "
        "[[id|Name]] with the id of the one that is meant.",
    ),
    Code(
        "OR305",
        "actor not used",
        Severity.WARNING,
        Stage.CHECK,
        "An actor is listed by the article but neither named nor quoted in it. Remove the "
        "entry, or name the actor.",
    ),
    Code(
        "OR306",
        "undated role on old and new articles",
        Severity.WARNING,
        Stage.CHECK,
        "A role without dates is shown in articles more than 90 days apart; editing it would "
        "change the old ones. Give it since: and until:.",
    ),
    Code(
        "OR307",
        "relation leads nowhere",
        Severity.ERROR,
        Stage.LINK,
        "A relation, or a role's at:, names an actor that is not known.",
    ),
    Code(
        "OR308",
        "relations contradict one another",
        Severity.WARNING,
        Stage.LINK,
        "A relation is declared on both sides with different dates, runs in a circle, or two "
        "actors hold one post at once.",
    ),
    Code(
        "OR309",
        "id not known, taken as text",
        Severity.WARNING,
        Stage.ENLIST,
        "The value looks like an id but none is known, so it is shown as plain text.",
    ),
    Code(
        "OR310",
        "mark to what is held back",
        Severity.WARNING,
        Stage.ANNOTATE,
        "A mark leads to a draft or to an article that is held back; it stays as text until then.",
    ),
    Code(
        "OR311",
        "unnamed person with a page",
        Severity.WARNING,
        Stage.CHECK,
        "A profile of kind unnamed gathers what one unnamed person said; readers can combine "
        "it to guess who it is. Say in why_unnamed why that is right.",
    ),
)
