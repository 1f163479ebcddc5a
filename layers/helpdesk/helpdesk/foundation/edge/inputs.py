"""What fields of requests are made of. Unknown fields are refused, so that a misspelt one is not silently lost."""

import re
from datetime import UTC
from typing import Annotated, Any

from pydantic import AfterValidator, AwareDatetime, BaseModel, BeforeValidator, ConfigDict, StringConstraints

from helpdesk.foundation.kernel.errors import InvalidError, NotFoundError
from helpdesk.foundation.kernel.refusals import OLD_CURSOR


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


Email = Annotated[str, StringConstraints(max_length=254), AfterValidator(_address)]

Line = Annotated[str, StringConstraints(min_length=1, max_length=250), BeforeValidator(one_line)]

Text = Annotated[str, StringConstraints(min_length=1, max_length=60_000, pattern=r"\S")]

ShortText = Annotated[str, StringConstraints(strip_whitespace=True, max_length=4000)]

_IDENTIFIER = r"^[A-Za-z0-9_.:@-]{1,128}$"

Identifier = Annotated[str, StringConstraints(pattern=_IDENTIFIER)]

Language = Annotated[str, StringConstraints(pattern=r"^[a-z]{2}$")]

Instant = Annotated[AwareDatetime, AfterValidator(lambda value: value.astimezone(UTC))]


def named(kind: str, identifier: str) -> str:
    """The identifier in an address. NotFoundError for what can name nothing: the table would refuse a very long key."""
    if re.fullmatch(_IDENTIFIER, identifier) is None:
        raise NotFoundError(kind, identifier)
    return identifier


def after(cursor: str | None) -> str | None:
    """The identifier after which a list goes on; InvalidError for a cursor that no list gave."""
    if cursor is not None and re.fullmatch(_IDENTIFIER, cursor) is None:
        raise InvalidError.at("cursor", OLD_CURSOR())
    return cursor


class Request(BaseModel):
    model_config = ConfigDict(extra="forbid", defer_build=True)
