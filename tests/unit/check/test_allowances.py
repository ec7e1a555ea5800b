from onrecord.check import apply_allowances
from onrecord.diagnostics import Diagnostic, Severity, diagnose
from onrecord.model import Allowance
from onrecord.read.content import Content
from onrecord.text.frozen import replace
from tests.rig.records import content, span

UNUSED = diagnose("OR305", "not used", span("content/articles/x.md", 5))
DRIFT = diagnose("OR203", "other words", span("content/articles/y.md", 7))
UNKNOWN = diagnose("OR301", "unknown", span("content/articles/x.md", 6))


def allow(code: str, path: str, line: int = 3) -> Allowance:
    return Allowance(code=code, reason="known", path=path, span=span("site.yaml", line))


def site(*allowances: Allowance, **severities: Severity) -> Content:
    read = content()
    settings = replace(
        read.site, allowances=allowances, severities=tuple(sorted(severities.items()))
    )
    return replace(read, site=settings)


def remaining(read: Content, *found: Diagnostic) -> list[tuple[str, Severity]]:
    return [(one.code, one.severity) for one in apply_allowances(found, read)]


def test_what_an_entry_accepts_is_left_out() -> None:
    assert remaining(site(allow("OR305", "content/articles/x.md")), UNUSED) == []
    assert remaining(site(allow("OR305", "content/articles/*")), UNUSED) == []


def test_an_entry_of_a_front_matter_counts_for_its_own_file() -> None:
    entry = allow("OR305", "content/articles/x.md")
    assert remaining(replace(content(), allowances=(entry,)), UNUSED) == []
    elsewhere = replace(content(), allowances=(allow("OR305", "content/articles/y.md"),))
    assert remaining(elsewhere, UNUSED) == [
        ("OR305", Severity.WARNING),
        ("OR124", Severity.WARNING),
    ]


def test_an_entry_that_accepts_nothing_is_reported_at_its_place() -> None:
    (found,) = apply_allowances((), site(allow("OR305", "content/*", line=9)))
    assert found.code == "OR124"
    assert found.span == span("site.yaml", 9)


def test_where_there_are_errors_no_entry_is_called_unused() -> None:
    assert remaining(site(allow("OR305", "content/*")), UNKNOWN) == [("OR301", Severity.ERROR)]


def test_an_error_cannot_be_allowed() -> None:
    read = site(allow("OR301", "*"))
    assert remaining(read, UNKNOWN) == [("OR301", Severity.ERROR)]
    (found,) = apply_allowances((), read)
    assert found.message == "OR301 is an error, and errors cannot be allowed"


def test_the_site_may_take_a_finding_more_or_less_seriously() -> None:
    read = site(OR203=Severity.ERROR, OR305=Severity.INFO)
    assert remaining(read, DRIFT, UNUSED) == [
        ("OR203", Severity.ERROR),
        ("OR305", Severity.INFO),
    ]


def test_an_error_cannot_be_taken_less_seriously() -> None:
    assert remaining(site(OR301=Severity.INFO), UNKNOWN) == [("OR301", Severity.ERROR)]


def test_what_the_site_makes_an_error_can_still_be_allowed() -> None:
    assert remaining(site(allow("OR203", "*"), OR203=Severity.ERROR), DRIFT) == []


def test_a_bracket_in_a_path_stands_for_itself_too() -> None:
    odd = diagnose("OR305", "not used", span("content/articles/[x].md"))
    assert remaining(site(allow("OR305", "content/articles/[x].md")), odd) == []
