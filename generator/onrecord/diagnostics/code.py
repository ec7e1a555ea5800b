"""What a diagnostic code is."""

from enum import StrEnum

from onrecord.text.frozen import Frozen


class Severity(StrEnum):
    """How bad it is: errors publish nothing, warnings fail under --strict, infos never fail."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class Stage(StrEnum):
    """The stage of the build in which a code arises."""

    READ = "read"
    ENLIST = "enlist"
    ANNOTATE = "annotate"
    LINK = "link"
    CHECK = "check"
    PLAN = "plan"
    RENDER = "render"
    AUDIT = "audit"
    PUBLISH = "publish"
    COMMAND = "command"


class Code(Frozen):
    """One kind of finding. `exit` is the command's exit code when it stands as an error."""

    id: str
    headline: str
    severity: Severity
    stage: Stage
    explanation: str
    exit: int = 1
