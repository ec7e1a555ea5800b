"""The keys of theme.yaml."""

from typing import Annotated, ClassVar

from pydantic import Field

from onrecord.read.schemas.keys import Keys
from onrecord.read.schemas.scalars import number


class ThemeKeys(Keys):
    """What a theme says of itself."""

    NOUN: ClassVar[str] = "the keys of a theme"
    FORM: ClassVar[str] = "a line theme_api: 1"

    theme_api: Annotated[int, number(1, 1_000)] = Field(
        description="The version of the contract that its layouts were made for."
    )
