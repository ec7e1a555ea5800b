"""A fault of onrecord's own: one line for the writer, a report in a file for us."""

import platform
import tempfile
import traceback
from pathlib import Path

from onrecord import __version__
from onrecord.diagnostics import harmless


def report_fault(fault: BaseException) -> str:
    """One line that says where the report lies; it holds the traceback and the versions."""
    return f"error OR970 {keep_report(fault)}"


def keep_report(fault: BaseException) -> str:
    """The same without its code."""
    lines = [
        f"onrecord {__version__}, Python {platform.python_version()}, {platform.platform()}\n\n",
        *traceback.format_exception(fault),
    ]
    told = "something went wrong inside onrecord; nothing was published. "
    try:
        with tempfile.NamedTemporaryFile(
            "w", encoding="utf-8", errors="replace", prefix="onrecord-fault-", suffix=".txt",
            delete=False,
        ) as report:  # fmt: skip
            report.writelines(lines)
    except OSError as error:
        cause = harmless(lines[-1].strip())
        return f"{told}A report cannot be written ({error.strerror or error}); it was: {cause}"
    return f"{told}Please send us the report: {Path(report.name)}"
