"""OR9xx: the environment and onrecord itself."""

from onrecord.diagnostics.code import Code, Severity, Stage

CODES: tuple[Code, ...] = (
    Code(
        "OR901",
        "file cannot be read",
        Severity.ERROR,
        Stage.READ,
        "The operating system refuses to give the file. Check that it exists and that you may "
        "read it.",
        exit=3,
    ),
    Code(
        "OR902",
        "output folder holds other files",
        Severity.ERROR,
        Stage.PUBLISH,
        "The output folder holds files that onrecord did not write. It never deletes what it "
        "did not make: choose another folder, or move them away.",
        exit=3,
    ),
    Code(
        "OR903",
        "output cannot be written",
        Severity.ERROR,
        Stage.PUBLISH,
        "The operating system refuses to write: the disk may be full or the folder read-only. "
        "What was published before is untouched.",
        exit=3,
    ),
    Code(
        "OR904",
        "another build or preview is running",
        Severity.ERROR,
        Stage.PUBLISH,
        "Two builds never write to the same output, and a site has one preview at a time. Wait "
        "for the build to end. Of a preview, go on using the one that runs, or end it with Ctrl-C "
        "in its terminal.",
        exit=3,
    ),
    Code(
        "OR905",
        "preview cannot be served",
        Severity.ERROR,
        Stage.COMMAND,
        "The preview needs a port of this machine that nothing else uses, and a host that is one "
        "of its own names. Give another port with --port, or --port 0 for any that is free.",
        exit=3,
    ),
    Code(
        "OR906",
        "file is there already",
        Severity.ERROR,
        Stage.COMMAND,
        "A command that makes files found one of them in its place. It never writes over what is "
        "there: choose another folder, or move the file away.",
        exit=3,
    ),
    Code(
        "OR907",
        "site cannot be deployed",
        Severity.ERROR,
        Stage.COMMAND,
        "Git cannot put the site on its branch, or could not push it. What is online is as it was.",
        exit=3,
    ),
    Code(
        "OR970",
        "fault in onrecord",
        Severity.ERROR,
        Stage.COMMAND,
        "Something went wrong inside onrecord itself. Nothing was published. Please report it "
        "with the file named in the message.",
        exit=70,
    ),
)
