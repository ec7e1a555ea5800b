"""The keys of findings that are knowingly accepted."""

from typing import Annotated, ClassVar

from pydantic import Field

from onrecord.diagnostics import code_named, every_code
from onrecord.read.circumstances import Circumstances
from onrecord.read.schemas.keys import NO_CODE, Keys, Reads, refusal
from onrecord.read.schemas.scalars import Title, read_text
from onrecord.text.similar import closest


def read_code(value: object, circumstances: Circumstances) -> str:
    """The id of a diagnostic code."""
    text = read_text(value, circumstances)
    if code_named(text) is not None:
        return text
    ids = [code.id for code in every_code()]
    near = text.upper() if text.upper() in ids else closest(text, ids)
    hint = f"did you mean {near}?" if near else "codes look like OR203; messages show them"
    raise refusal(NO_CODE, f"there is no diagnostic code “{text}”", hint)


CodeId = Annotated[str, Reads(read_code, {"type": "string", "pattern": "^OR[0-9]{3}$"})]
"""The id of a diagnostic code."""


class AllowanceKeys(Keys):
    """A finding knowingly accepted in the file that says so."""

    NOUN: ClassVar[str] = "an allowance"
    FORM: ClassVar[str] = "{code: OR203, reason: checked with the speaker}"

    code: CodeId = Field(description="The code of the finding.", examples=["OR203"])
    reason: Title = Field(description="Why it is accepted.", examples=["checked with the speaker"])


class SiteAllowanceKeys(AllowanceKeys):
    """A finding knowingly accepted in the files that a pattern fits."""

    NOUN: ClassVar[str] = "an allowance"
    FORM: ClassVar[str] = "{code: OR404, path: content/sources/*.yaml, reason: print only}"

    path: Title = Field(
        description="Which files: a path with * for any characters.",
        examples=["content/sources/*.yaml"],
    )
