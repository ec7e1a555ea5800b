"""OR1xx: YAML and front matter."""

from onrecord.diagnostics.code import Code, Severity, Stage

CODES: tuple[Code, ...] = (
    Code(
        "OR101",
        "file is not UTF-8 text",
        Severity.ERROR,
        Stage.READ,
        "The file holds bytes that are not UTF-8 text, or a NUL byte. Save it as UTF-8 in "
        "your editor; a byte order mark is fine.",
    ),
    Code(
        "OR102",
        "file is too large",
        Severity.ERROR,
        Stage.READ,
        "The article is larger than max_article_bytes in site.yaml (2 MB unless set). Split "
        "it, or raise the limit.",
    ),
    Code(
        "OR103",
        "YAML cannot be read",
        Severity.ERROR,
        Stage.READ,
        "The YAML has a slip that stops it from being read, often a colon or a quotation mark "
        "inside a value. Put such a value between curly marks “ ” or in quotation marks.",
    ),
    Code(
        "OR104",
        "key given twice",
        Severity.ERROR,
        Stage.READ,
        "One mapping gives the same key twice, and YAML would silently keep only one of them. "
        "Keep one.",
    ),
    Code(
        "OR105",
        "YAML reference",
        Severity.ERROR,
        Stage.READ,
        "Anchors (&name), aliases (*name) and merge keys (<<) are not taken here: repeat the "
        "value. A value that begins with & or * needs quotation marks.",
    ),
    Code(
        "OR106",
        "YAML tag",
        Severity.ERROR,
        Stage.READ,
        "A value that begins with ! is read by YAML as a tag. Put the value in quotation marks.",
    ),
    Code(
        "OR107",
        "nested too deeply",
        Severity.ERROR,
        Stage.READ,
        "The YAML is nested more than 12 levels deep. Content never needs that: check the "
        "indentation.",
    ),
    Code(
        "OR108",
        "value lost in silence",
        Severity.ERROR,
        Stage.READ,
        "YAML would drop a part of what is written: everything after “ #”, after a comma "
        "inside { }, or after a stray “!”. Put the value in quotation marks.",
    ),
    Code(
        "OR109",
        "control character",
        Severity.ERROR,
        Stage.READ,
        "The text holds an invisible control character. Delete it and type the words again.",
    ),
    Code(
        "OR110",
        "required key missing",
        Severity.ERROR,
        Stage.READ,
        "A key that this kind of file cannot do without is missing: an article needs title "
        "and date, an actor a name, a source a title.",
    ),
    Code(
        "OR111",
        "value of the wrong kind",
        Severity.ERROR,
        Stage.READ,
        "The value is not what this key takes: a list where one word belongs, a word outside "
        "the allowed ones, yes for true. The message says what to type.",
    ),
    Code(
        "OR112",
        "id not well formed",
        Severity.ERROR,
        Stage.READ,
        "Ids are lower-case ASCII letters and digits joined by hyphens: qassem-soleimani. "
        "Addresses are made of them, so they must be stable and safe.",
    ),
    Code(
        "OR113",
        "id defined twice",
        Severity.ERROR,
        Stage.READ,
        "Two definitions share one id, and a reference could mean either. Rename one, or "
        "delete it.",
    ),
    Code(
        "OR114",
        "date not understood",
        Severity.ERROR,
        Stage.READ,
        "Dates are written 2020-01-06, or with a time 2020-01-06T22:27:00Z; roles and said "
        "dates also as 2020 or 2020-01, with ~ for about.",
    ),
    Code(
        "OR115",
        "unknown key",
        Severity.WARNING,
        Stage.READ,
        "This key means nothing here, so what it says would be lost. It may be misspelt; keys "
        "that begin with x_ are yours and are never reported.",
    ),
    Code(
        "OR116",
        "not a web address",
        Severity.ERROR,
        Stage.READ,
        "Only addresses that begin with http:// or https:// are published. Copy the whole address "
        "from the browser.",
    ),
    Code(
        "OR117",
        "not an ordinary file",
        Severity.ERROR,
        Stage.READ,
        "Symbolic links and special files in content/ are refused, since what they lead to "
        "may lie outside the site. Copy the file instead.",
    ),
    Code(
        "OR118",
        "front matter missing",
        Severity.ERROR,
        Stage.READ,
        "An article begins with a line ---, then YAML, then a line ---. One of the two is missing.",
    ),
    Code(
        "OR119",
        "empty body",
        Severity.WARNING,
        Stage.READ,
        "The article has front matter but no text, so its page would be empty. Write the text under "
        "the second line ---, or hold the article back with draft: true.",
    ),
    Code(
        "OR120",
        "invisible direction characters",
        Severity.WARNING,
        Stage.READ,
        "The text holds characters that reorder what follows, which can make words look other "
        "than they are. Delete them unless the script needs them.",
    ),
    Code(
        "OR121",
        "name reserved by Windows",
        Severity.WARNING,
        Stage.READ,
        "Windows cannot check out a file of this name (con, nul, aux, com1 …). Choose another.",
    ),
    Code(
        "OR122",
        "path outside content",
        Severity.ERROR,
        Stage.READ,
        "A path in the front matter leads outside content/, or is absolute.",
    ),
    Code(
        "OR123",
        "updated before its correction",
        Severity.ERROR,
        Stage.READ,
        "updated is earlier than a correction or update that the article itself lists. Delete "
        "updated (it is then set by itself), or mend the date.",
    ),
    Code(
        "OR124",
        "allowance not used",
        Severity.WARNING,
        Stage.CHECK,
        "An allow: entry silences a finding that no longer arises. Delete it, so that it "
        "cannot hide a new one.",
    ),
    Code(
        "OR125",
        "asset not referred to",
        Severity.INFO,
        Stage.CHECK,
        "A file under content/ is not referred to by any published page, so it is not published.",
    ),
    Code(
        "OR126",
        "held back",
        Severity.INFO,
        Stage.READ,
        "A draft, or an article dated in the future, is left out of the site until its time comes.",
    ),
)
