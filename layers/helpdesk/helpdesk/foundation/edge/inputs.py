"""What fields of requests are made of: each with its bounds, and of the one JSON type that it says.

Unknown fields are refused, so that a misspelt one is not silently lost.
"""

import re
from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Annotated, Any, Final

import msgspec
from aws_lambda_powertools.event_handler.openapi.params import Path, Query
from pydantic import (
    AfterValidator,
    AwareDatetime,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    Strict,
    StringConstraints,
    WithJsonSchema,
)
from pydantic_core import PydanticCustomError, PydanticKnownError

from helpdesk.foundation.kernel.addresses import AddressError, checked
from helpdesk.foundation.kernel.directions import unmarked
from helpdesk.foundation.kernel.reading import LARGEST_NUMBER
from helpdesk.foundation.kernel.refusals import FAR_OFF, NOT_TEXT, OUT_OF_RANGE, REASONS, TOO_DEEP, TOO_LARGE, Reason
from helpdesk.foundation.kernel.text import LONGEST_HTML, LONGEST_TEXT, is_visible, is_whole

LARGEST_FILE: Final = 300_000  # bytes, as it is stored

DEEPEST: Final = 20  # levels of a file

LONGEST_LINE: Final = 250

FIRST_YEAR, LAST_YEAR = 1970, 2199


def refused(why: Reason, **values: str | int) -> PydanticCustomError:
    """What a validator raises, so that the field is refused with a reason of ours."""
    return PydanticCustomError(why.code, why.text, values)


def _address(value: str) -> str:
    try:
        return checked(value)
    except AddressError as error:
        raise refused(REASONS[error.why.code], **error.why.values) from error


def one_line(value: Any) -> Any:
    """Text without line breaks and control characters: it becomes a header of mails."""
    return " ".join(re.sub(r"[\x00-\x1f\x7f-\x9f]", " ", value).split()) if isinstance(value, str) else value


def visible(value: str) -> str:
    if not is_visible(value):
        raise refused(NOT_TEXT)
    return value


def _cleaned(html: str) -> str:
    from helpdesk.foundation.edge import rich_text  # noqa: PLC0415 - only who is sent HTML pays for it

    try:
        clean = rich_text.cleaned(html)
    except rich_text.TangledError as error:
        raise refused(TOO_DEEP, most=rich_text.DEEPEST) from error
    words = rich_text.plain(clean)
    if len(clean.encode()) > LONGEST_HTML or len(words) > LONGEST_TEXT:
        raise refused(TOO_LARGE, most=LONGEST_TEXT)
    visible(words)
    return clean


def _written(value: Any) -> Any:
    """Instants and days are written out: a number would be taken for seconds."""
    if isinstance(value, str | int | float) and not re.match(r"[0-9]{4}-", str(value)):
        raise PydanticKnownError("datetime_parsing", {"error": "it is not written as in RFC 3339"})
    return value


def _near(value: date) -> date:
    if not FIRST_YEAR <= value.year <= LAST_YEAR:
        raise refused(FAR_OFF, first=FIRST_YEAR, last=LAST_YEAR)
    return value


def _between(kind: str, first: str = "", last: str = "") -> dict[str, Any]:
    """How a document says so; JSON Schema itself has no word for it."""
    bounds = {"formatMinimum": f"{FIRST_YEAR}-01-01{first}", "formatMaximum": f"{LAST_YEAR}-12-31{last}"}
    return {"type": "string", "format": kind, **bounds}


def _in_utc(value: datetime) -> datetime:
    return value.astimezone(UTC)


def at_most(size: int) -> Callable[[dict[str, Any]], dict[str, Any]]:
    """Files of some bytes, as they are stored."""

    def fitting(file: dict[str, Any]) -> dict[str, Any]:
        if len(msgspec.json.encode(file)) > size:
            raise refused(TOO_LARGE, most=size)
        return file

    return fitting


def _countable(file: dict[str, Any]) -> dict[str, Any]:
    _check_nodes(file, DEEPEST)
    return file


def _check_nodes(node: Any, levels: int) -> None:
    """That it is not nested deeper, and has no number or text that cannot be worked with."""
    if isinstance(node, str) and not is_whole(node):
        raise PydanticKnownError("string_unicode")
    if isinstance(node, int | float) and not -LARGEST_NUMBER <= node <= LARGEST_NUMBER:
        raise refused(OUT_OF_RANGE, least=-LARGEST_NUMBER, most=LARGEST_NUMBER)
    if not levels:
        raise refused(TOO_DEEP, most=DEEPEST)
    for inner in (*node, *node.values()) if isinstance(node, dict) else node if isinstance(node, list) else ():
        _check_nodes(inner, levels - 1)


def _file_name(value: Any) -> Any:
    return unmarked(one_line(value)) if isinstance(value, str) else value


Flag = Annotated[bool, Strict()]

Whole = Annotated[int, Strict()]
"""With bounds, which say what it counts: `Annotated[Whole, Field(ge=1, le=5)]`."""

Email = Annotated[str, StringConstraints(max_length=254), AfterValidator(_address)]
"""One that mail can be sent to."""

Line = Annotated[
    str, StringConstraints(min_length=1, max_length=LONGEST_LINE), BeforeValidator(one_line), AfterValidator(visible)
]

Word = Annotated[
    str, StringConstraints(min_length=1, max_length=60), BeforeValidator(one_line), AfterValidator(visible)
]

FileName = Annotated[
    str, StringConstraints(min_length=1, max_length=255), BeforeValidator(_file_name), AfterValidator(visible)
]

Text = Annotated[str, StringConstraints(min_length=1, max_length=LONGEST_TEXT), AfterValidator(visible)]

Html = Annotated[str, StringConstraints(min_length=1, max_length=LONGEST_HTML), AfterValidator(_cleaned)]
"""A text with its formatting: of what is sent, that stays which may be shown to anybody."""

ShortText = Annotated[str, StringConstraints(strip_whitespace=True, max_length=4000)]

Said = Annotated[ShortText, StringConstraints(min_length=1), AfterValidator(visible)]
"""A short text that must not be left out."""

Signature = Annotated[str, StringConstraints(strip_whitespace=True, max_length=1000)]
"""A few lines below a mail."""

Notes = Annotated[str, StringConstraints(max_length=2000)]

IDENTIFIER = r"^[A-Za-z0-9_.:@-]{1,128}$"

Identifier = Annotated[str, StringConstraints(pattern=IDENTIFIER, max_length=128)]

Language = Annotated[str, StringConstraints(pattern=r"^[a-z]{2}$", max_length=2)]

Token = Annotated[str, StringConstraints(max_length=500)]
"""What we signed."""

PageSize = Annotated[int, Query(ge=1, le=100)]

Which = Annotated[str, Path(max_length=320)]

Revision = Annotated[int, Path(ge=0, le=10**9)]
"""Of settings: which of their saves."""
"""What an address names: an id, or somebody's mail address."""

Version = Annotated[int | None, Query(ge=1, le=10**9)]

Instant = Annotated[
    AwareDatetime,
    BeforeValidator(_written),
    AfterValidator(_near),
    AfterValidator(_in_utc),
    WithJsonSchema(_between("date-time", "T00:00:00Z", "T23:59:59Z")),
]

Day = Annotated[
    date,
    BeforeValidator(_written),
    AfterValidator(_near),
    WithJsonSchema(_between("date")),
]

File = Annotated[
    dict[str, Any], Field(max_length=50), AfterValidator(_countable), AfterValidator(at_most(LARGEST_FILE))
]
"""One JSON object that whoever reads it checks further."""


class Request(BaseModel):
    model_config = ConfigDict(extra="forbid", defer_build=True)
