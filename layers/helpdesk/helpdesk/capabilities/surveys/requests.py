from typing import Annotated

from pydantic import Field

from helpdesk.foundation.edge.inputs import Request, ShortText, Whole


class Rating(Request):
    """How it went, from 1 (very bad) to 5 (very good)."""

    rating: Annotated[Whole, Field(ge=1, le=5)]
    comment: ShortText = ""
