"""OR7xx: site.yaml."""

from onrecord.diagnostics.code import Code, Severity, Stage

CODES: tuple[Code, ...] = (
    Code(
        "OR701",
        "no site.yaml",
        Severity.ERROR,
        Stage.READ,
        "The folder holds no site.yaml, so it is not a site. Run the command in the site's folder.",
    ),
    Code(
        "OR702",
        "base_url not usable",
        Severity.ERROR,
        Stage.READ,
        "base_url is the full address of the published site, such as "
        "https://user.github.io/repo/, without query or fragment.",
    ),
    Code(
        "OR703",
        "feed ids not frozen",
        Severity.WARNING,
        Stage.READ,
        "Without tag_authority the ids in feeds hang on base_url; should the address change, "
        "readers would see every item again. Freeze it in site.yaml.",
    ),
    Code(
        "OR704",
        "unknown time zone",
        Severity.ERROR,
        Stage.READ,
        "timezone takes a name of the IANA list, such as Europe/London.",
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
        "output must be a folder inside the site's, and not one that holds content or layouts.",
    ),
)
