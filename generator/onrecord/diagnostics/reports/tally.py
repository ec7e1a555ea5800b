"""How many findings there are of each severity, and in words."""

from collections.abc import Iterable

from onrecord.diagnostics.code import Severity
from onrecord.diagnostics.codes import code_named
from onrecord.diagnostics.diagnostic import Diagnostic
from onrecord.text.frozen import Frozen


class Tally(Frozen):
    """Counts of findings; `worst_exit` is the exit code that the errors among them ask for."""

    errors: int
    warnings: int
    infos: int
    worst_exit: int

    def exit_code(self, *, is_strict: bool) -> int:
        """The command's exit code (RELIABILITY, Exit codes)."""
        if self.worst_exit or not (is_strict and self.warnings):
            return self.worst_exit
        return 1

    def in_words(self) -> str:
        """Such as “1 error and 2 warnings”; "" where there are neither."""
        parts = [
            f"{count} {noun}{'' if count == 1 else 's'}"
            for count, noun in ((self.errors, "error"), (self.warnings, "warning"))
            if count
        ]
        return " and ".join(parts)


def tally(diagnostics: Iterable[Diagnostic]) -> Tally:
    """The findings counted."""
    counts = dict.fromkeys(Severity, 0)
    worst = 0
    for found in diagnostics:
        counts[found.severity] += 1
        if found.severity is Severity.ERROR:
            code = code_named(found.code)
            worst = max(worst, code.exit if code else 1)
    return Tally(counts[Severity.ERROR], counts[Severity.WARNING], counts[Severity.INFO], worst)
