"""A fault of onrecord's own: one line for the writer, a report in a file for us."""

import platform
import tempfile
import traceback
from pathlib import Path

from onrecord import __version__


def report_fault(fault: BaseException) -> str:
    """One line that says where the report lies; it holds the traceback and the versions."""
    return f"error OR970 {keep_report(fault)}"


def keep_report(fault: BaseException) -> str:
    """The same without its code."""
    lines = [
        f"onrecord {__version__}, Python {platform.python_version()}, {platform.platform()}\n\n",
        *traceback.format_exception(fault),
    ]
    with tempfile.NamedTemporaryFile(
        "w", encoding="utf-8", prefix="onrecord-fault-", suffix=".txt", delete=False
    ) as report:
        report.writelines(lines)
    place = Path(report.name)
    return (
        "something went wrong inside onrecord; nothing was published. "
        f"Please send us the report: {place}"
    )
