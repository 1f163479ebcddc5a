"""What the API takes about pins."""

from typing import Annotated

from pydantic import StringConstraints

from helpdesk.foundation.edge.inputs import Request


class PinDraft(Request):
    """The note that stands at the top of a ticket from now on, for staff alone; an empty one takes it away."""

    text: Annotated[str, StringConstraints(strip_whitespace=True, max_length=1000)]
