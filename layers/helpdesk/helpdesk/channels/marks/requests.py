from typing import Annotated

from pydantic import Field

from helpdesk.foundation.edge.inputs import Instant, Request, Whole


class MarkWish(Request):
    """Up to which `revision` of a ticket somebody has seen what people did, and `at` which instant: without one, now.
    Revision 0 is of a ticket that nobody has seen.
    """

    revision: Annotated[Whole, Field(ge=0, le=10**9)]
    at: Instant | None = None
