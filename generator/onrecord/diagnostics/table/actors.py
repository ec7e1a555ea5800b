"""OR3xx: actors and mentions."""

from onrecord.diagnostics.code import Code, Severity, Stage

CODES: tuple[Code, ...] = (
    Code(
        "OR301",
        "unknown actor",
        Severity.ERROR,
        Stage.ENLIST,
        "A speaker, a principal (on_behalf_of:), whom a quote is about:, where somebody stands "
        "(at:) or an entry under actors: is given by an id that no profile in content/actors/, no "
        "cast file and no article defines. The message shows "
        "the closest id; write that one if it is who you mean. To bring in somebody new, define "
        "them in the article: actors: [{name: Jawad Al Telbawi, role: commander}] makes the id "
        "jawad-al-telbawi. A person who must not be named is speaker: {unnamed: a US official}.",
    ),
    Code(
        "OR302",
        "name shared by two actors",
        Severity.WARNING,
        Stage.ANNOTATE,
        "Two actors whom the article lists go by the same name, so it is linked to neither, and "
        "readers may take one for the other. Say called: Soleimani in the actors: entry of the "
        "one it means in this article, or mark each use, as in [[qassem-soleimani|Soleimani]].",
    ),
    Code(
        "OR303",
        "actor defined in two ways",
        Severity.ERROR,
        Stage.ENLIST,
        "Two definitions of one id disagree in name or kind, so it is not clear whether they mean "
        "one actor. Both places are shown. If they do, make them agree, or add the other name to "
        "aliases: of the first. If they do not, give one of them another id: "
        "{id: sami-haddad-minister, name: Sami Haddad}.",
    ),
    Code(
        "OR304",
        "mark means two actors",
        Severity.ERROR,
        Stage.ANNOTATE,
        "A mark such as [[Sami Haddad]] gives a name that two actors bear, so it could lead to "
        "either. Write the id of the one you mean, and the words to show: "
        "[[sami-haddad-minister|Sami Haddad]].",
    ),
    Code(
        "OR305",
        "actor not used",
        Severity.WARNING,
        Stage.CHECK,
        "An entry under actors: is neither named in the text nor quoted, spoken to or spoken "
        "about in a record. Delete the entry; or name the actor, if the name was lost in editing "
        "or stands in the text in a form that is no alias yet.",
    ),
    Code(
        "OR306",
        "undated role on old and new articles",
        Severity.WARNING,
        Stage.CHECK,
        "A role without dates is shown on articles more than 90 days apart. Whoever edits it when "
        "the post changes hands also changes what the old articles say. Give it since: and, once "
        "it has ended, until:; a year is enough, and 1998~ means about 1998.",
    ),
    Code(
        "OR307",
        "relation leads nowhere",
        Severity.ERROR,
        Stage.LINK,
        "The with: of a relation, or the at: of a role, gives an id that no actor has. The message "
        "shows the closest id. Correct it, or define the actor, best in a cast file of "
        "content/actors/: - {id: quds-force, name: Quds Force, kind: body}.",
    ),
    Code(
        "OR308",
        "relations contradict one another",
        Severity.WARNING,
        Stage.LINK,
        "A relation is declared on both sides with different dates, actors are part or child of "
        "one another in a circle, or two actors hold one post at the same time. Declare a "
        "relation on one side only, since the other shows it by itself; take out the relation "
        "that is wrong; give the role of the one who left the post its until:.",
    ),
    Code(
        "OR309",
        "id not known, taken as text",
        Severity.WARNING,
        Stage.ENLIST,
        "authors:, to:, via:, by:, publisher: and author: take an actor's id or plain words. "
        "This value is written like an id, with a hyphen and no space, but nobody has it, so "
        "readers will see it as it stands. Correct the id, define the actor, or write the name as "
        "readers are to see it: Middle East desk.",
    ),
    Code(
        "OR310",
        "mark to what is held back",
        Severity.WARNING,
        Stage.ANNOTATE,
        "The text or the front matter refers to a draft, or to an article whose date is still to "
        "come; the message gives the date. Until it is published the words stay as plain text and "
        "the reference is left out. Nothing need be done if that article comes out in time.",
    ),
    Code(
        "OR311",
        "unnamed person with a page",
        Severity.WARNING,
        Stage.CHECK,
        "An actor of kind unnamed has one page for all that articles tell of that person, and "
        "readers can combine it to find out who it is. In most cases the person belongs to one "
        "article: speaker: {unnamed: a US official, why: fears for the job}. If the page is meant, "
        "accept the finding in the profile: allow: [{code: OR311, reason: ...}].",
    ),
)
