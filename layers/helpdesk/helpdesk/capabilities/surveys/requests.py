from pydantic import Field

from helpdesk.foundation.edge.inputs import Request, ShortText


class Rating(Request):
    """How it went, from 1 (very bad) to 5 (very good)."""

    rating: int = Field(ge=1, le=5, strict=True)
    comment: ShortText = ""
