"""OR7xx: site.yaml."""

from onrecord.diagnostics.code import Code, Severity, Stage

CODES: tuple[Code, ...] = (
    Code(
        "OR701",
        "no site.yaml",
        Severity.ERROR,
        Stage.READ,
        "The folder holds no site.yaml, so it is not a site. Run the command in the site's "
        "folder, or write a site.yaml there with title: and base_url:.",
    ),
    Code(
        "OR702",
        "base_url not usable",
        Severity.ERROR,
        Stage.READ,
        "base_url is the full address of the published site, such as "
        "https://user.github.io/repo/, without query or fragment. All addresses that must be "
        "absolute are made from it. For a trial, --base-url overrides it.",
    ),
    Code(
        "OR703",
        "feed ids not frozen",
        Severity.WARNING,
        Stage.READ,
        "Without tag_authority the ids in feeds hang on base_url; should the address change, "
        "readers would see every item again. Add the line that the message shows, and never "
        "change it afterwards.",
    ),
    Code(
        "OR704",
        "unknown time zone",
        Severity.ERROR,
        Stage.READ,
        "timezone takes a name of the IANA list, such as Europe/London or Asia/Baghdad; "
        "abbreviations such as CEST are not on it. Times without an offset are read in this "
        "zone, and all are shown in it.",
    ),
    Code(
        "OR705",
        "unknown diagnostic code",
        Severity.ERROR,
        Stage.READ,
        "severity: and allow: take the codes that messages show, such as OR203. `onrecord explain` "
        "lists them all.",
    ),
    Code(
        "OR706",
        "output folder not usable",
        Severity.ERROR,
        Stage.READ,
        "output must be a folder inside the site's, of its own: not the site's folder itself, "
        "not one that holds content, layouts or Git's files, and not a link. The usual one is "
        "public.",
    ),
    Code(
        "OR707",
        "search without Pagefind",
        Severity.ERROR,
        Stage.PUBLISH,
        "search: true makes a search page and its index, for which the program Pagefind is needed. "
        'It comes with onrecord[search]: pip install "onrecord[search]". Without it, delete the '
        "line or say search: false.",
    ),
    Code(
        "OR708",
        "search index not made",
        Severity.ERROR,
        Stage.PUBLISH,
        "The program Pagefind, which makes the index of the search, failed; the message says what "
        "it said. What was published before is untouched.",
        exit=3,
    ),
)
