"""OR1xx: YAML and front matter."""

from onrecord.diagnostics.code import Code, Severity, Stage

CODES: tuple[Code, ...] = (
    Code(
        "OR101",
        "file is not UTF-8 text",
        Severity.ERROR,
        Stage.READ,
        "The file holds bytes that are not UTF-8 text, or a NUL byte. Save it in your editor "
        "with the encoding UTF-8; a byte order mark at its head does no harm.",
    ),
    Code(
        "OR102",
        "file is too large",
        Severity.ERROR,
        Stage.READ,
        "An article is larger than max_article_bytes in site.yaml (2 MB unless set), or a list "
        "of sources or a snapshot is larger than 50 MB. Split the file, or raise the limit.",
    ),
    Code(
        "OR103",
        "YAML cannot be read",
        Severity.ERROR,
        Stage.READ,
        "The YAML has a slip that stops it from being read, often a colon or a quotation mark "
        "inside a value. Put such a value between curly marks “ ” or in quotation marks; the "
        "message shows the line as it should be. What follows the slip is not looked at until "
        "it is mended.",
    ),
    Code(
        "OR104",
        "key given twice",
        Severity.ERROR,
        Stage.READ,
        "One mapping gives the same key twice, and YAML would silently keep only one of the "
        "two. Keep the right one, or turn both into a list under one key.",
    ),
    Code(
        "OR105",
        "YAML reference",
        Severity.ERROR,
        Stage.READ,
        "Anchors (&name), aliases (*name) and merge keys (<<) are not taken here, since they "
        "make a file mean more than it shows. Write the value again where it is needed. A value "
        "that begins with & or * needs quotation marks.",
    ),
    Code(
        "OR106",
        "YAML tag",
        Severity.ERROR,
        Stage.READ,
        "YAML takes a value that begins with !! or !< for a tag, which could change what the "
        "value is. Put the value in quotation marks.",
    ),
    Code(
        "OR107",
        "nested too deeply",
        Severity.ERROR,
        Stage.READ,
        "The file is nested more than 12 levels deep. Content never needs that: look for a slip "
        "in the indentation or a bracket that is never closed.",
    ),
    Code(
        "OR108",
        "value lost in silence",
        Severity.ERROR,
        Stage.READ,
        "YAML would drop a part of what is written: everything after “ #”, after a comma inside "
        "{ }, or after a stray “!”. Put the value in quotation marks, as the message shows.",
    ),
    Code(
        "OR109",
        "control character",
        Severity.ERROR,
        Stage.READ,
        "The text holds an invisible control character, which feeds and browsers may not carry. "
        "It often comes along when text is copied from a PDF. Delete it, and type the words "
        "around it again.",
    ),
    Code(
        "OR110",
        "required key missing",
        Severity.ERROR,
        Stage.READ,
        "A key that cannot be done without is missing or empty: an article needs title and "
        "date, an actor a name and a kind, a source a kind and a title, a quote an id, a "
        "speaker and its words. The message says where, and what to write.",
    ),
    Code(
        "OR111",
        "value of the wrong kind",
        Severity.ERROR,
        Stage.READ,
        "The value is not what this key takes: a list where one text belongs, a word that is "
        "none of the allowed ones, yes for true, a number out of range. The message says what "
        "to write instead.",
    ),
    Code(
        "OR112",
        "id not well formed",
        Severity.ERROR,
        Stage.READ,
        "Ids are lower-case ASCII letters and digits joined by hyphens, as in qassem-soleimani. "
        "Addresses are made of them, so they must be stable and safe. The id of a profile, a "
        "topic or a snapshot is the name of its file.",
    ),
    Code(
        "OR113",
        "id defined twice",
        Severity.ERROR,
        Stage.READ,
        "Two definitions share one id, so a reference could mean either. Rename one or delete "
        "it; the message names both places. Two articles clash where their files' names differ "
        "only in the leading date or in upper and lower case.",
    ),
    Code(
        "OR114",
        "date not understood",
        Severity.ERROR,
        Stage.READ,
        "Dates of publication are written 2020-01-06, or with a time 2020-01-06T22:27:00Z; a "
        "time without Z or an offset is in the site's time zone. Dates of roles and statements "
        "may also be 2020 or 2020-01, with ~ at the end for about.",
    ),
    Code(
        "OR115",
        "unknown key",
        Severity.WARNING,
        Stage.READ,
        "This key means nothing here, so what it says would be lost. It may be misspelt, or "
        "belong one level higher or lower. Keys that begin with x_ are yours and are never "
        "reported.",
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
        "Symbolic links and special files are refused, since what they lead to may lie outside "
        "the site. Put a copy of the file in their place.",
    ),
    Code(
        "OR118",
        "front matter missing",
        Severity.ERROR,
        Stage.READ,
        "A Markdown file begins with a line of three hyphens, then its keys, then another line "
        "of three hyphens. One of the two lines is missing, or something stands before the "
        "first.",
    ),
    Code(
        "OR119",
        "empty body",
        Severity.WARNING,
        Stage.READ,
        "The article has front matter but no text, so its page would be empty. Write the text "
        "under the second line ---, or hold the article back with draft: true.",
    ),
    Code(
        "OR120",
        "invisible direction characters",
        Severity.WARNING,
        Stage.READ,
        "The text holds characters that reorder what follows, which can make words look other "
        "than they are. Delete them unless the script needs them; if it does, accept the "
        "finding under allow: with a reason.",
    ),
    Code(
        "OR121",
        "name that Windows does not take",
        Severity.WARNING,
        Stage.READ,
        "Windows cannot check out a file or folder of this name: it keeps some for devices (con, "
        'nul, aux, com1 …), whatever their ending, and takes none with < > : " | ? * in it, or '
        "with a dot or a space at its end. Choose another name.",
    ),
    Code(
        "OR122",
        "path outside content",
        Severity.ERROR,
        Stage.READ,
        "A picture's path or a former slug leads out of content/, or is no path at all. "
        "Pictures are files under content/: give their path from the article's file on, or from "
        "content/ on with a slash before it. Former slugs are written as they were, without "
        "slashes around them.",
    ),
    Code(
        "OR123",
        "updated before its correction",
        Severity.ERROR,
        Stage.READ,
        "updated is earlier than a correction or update that the article itself lists. Delete "
        "updated (the newest correction sets it by itself), or mend the date.",
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
        "A draft, or an article dated later than now, is left out of the site with all that "
        "only it uses. It appears by itself once draft: true is gone and its date has come; "
        "build --drafts and --future show it before.",
    ),
    Code(
        "OR127",
        "dates contradict each other",
        Severity.ERROR,
        Stage.READ,
        "Two dates of one record cannot both hold: a role that ends before it begins, a death "
        "before the birth, a change before the publication. Mend one of them; where one is only "
        "roughly known, write it with ~ at the end.",
    ),
    Code(
        "OR128",
        "said after publication",
        Severity.WARNING,
        Stage.READ,
        "A quote is dated later than the article that gives it, which is mostly a slip in the "
        "year or the month. Mend said:, or date the change of the article that added the quote "
        "under corrections:, with kind: update.",
    ),
    Code(
        "OR129",
        "file read as nothing",
        Severity.WARNING,
        Stage.READ,
        "The file looks like an article, a profile, a source or the like, but stands where none "
        "is read, or has an ending that is not read there, so nothing of it is published. Move "
        "it to the path that the message shows. A file that is meant as it is, for readers to "
        "download, can be accepted under allow: in site.yaml.",
    ),
    Code(
        "OR130",
        "comma in a name",
        Severity.WARNING,
        Stage.READ,
        "A single text is one name, commas and all. Several names are a list: [Ann Bee, Bob Cole]. "
        "Where the comma belongs to the name, put the name in quotation marks.",
    ),
)
