"""What fields of requests are made of. Unknown fields are refused, so that a misspelt one is not silently lost."""

import re
from datetime import UTC
from typing import Annotated, Any

from pydantic import AfterValidator, AwareDatetime, BaseModel, BeforeValidator, ConfigDict, StringConstraints

from helpdesk.foundation.kernel.directions import unmarked


def _address(value: str) -> str:
    """A well-formed address. Names like `corp.local` are allowed: many desks serve people inside one company."""
    from email_validator import EmailNotValidError, validate_email  # noqa: PLC0415 - only new addresses pay for it

    try:
        return validate_email(value, check_deliverability=False, globally_deliverable=False).normalized
    except EmailNotValidError as error:
        raise ValueError(str(error)) from error


def one_line(value: Any) -> Any:
    """Text without line breaks and control characters: it becomes a header of mails."""
    return " ".join(re.sub(r"[\x00-\x1f\x7f-\x9f]", " ", value).split()) if isinstance(value, str) else value


def _file_name(value: Any) -> Any:
    return unmarked(one_line(value)) if isinstance(value, str) else value


Email = Annotated[str, StringConstraints(max_length=254), AfterValidator(_address)]

Line = Annotated[str, StringConstraints(min_length=1, max_length=250), BeforeValidator(one_line)]

FileName = Annotated[str, StringConstraints(min_length=1, max_length=255), BeforeValidator(_file_name)]

Text = Annotated[str, StringConstraints(min_length=1, max_length=60_000, pattern=r"\S")]

ShortText = Annotated[str, StringConstraints(strip_whitespace=True, max_length=4000)]

IDENTIFIER = r"^[A-Za-z0-9_.:@-]{1,128}$"

Identifier = Annotated[str, StringConstraints(pattern=IDENTIFIER)]

Language = Annotated[str, StringConstraints(pattern=r"^[a-z]{2}$")]

Instant = Annotated[AwareDatetime, AfterValidator(lambda value: value.astimezone(UTC))]


class Request(BaseModel):
    model_config = ConfigDict(extra="forbid", defer_build=True)
