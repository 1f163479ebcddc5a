"""Where a list goes on, as callers hold it: sealed, so that it tells nothing of what they do not see, and good only for
who asked and for what they asked.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Annotated

from msgspec import Struct
from pydantic import BaseModel, StringConstraints

from helpdesk.foundation.kernel.errors import InvalidError
from helpdesk.foundation.kernel.refusals import OLD_CURSOR

if TYPE_CHECKING:  # a function imports what it does, not all it could be asked for
    from helpdesk.foundation.desk import Desk
    from helpdesk.foundation.kernel.actors import Actor
    from helpdesk.foundation.platform.ports import Signer

Cursor = Annotated[str, StringConstraints(max_length=2000)]


class Pages(Struct, frozen=True, kw_only=True):
    """A list as one caller asked for it."""

    signer: Signer
    about: str
    field: str

    def position(self, cursor: str | None) -> str | None:
        """Where to go on; InvalidError for a cursor that this list did not give."""
        if cursor is None:
            return None
        position = self.signer.unseal(self.about, cursor)
        if position is None:
            raise InvalidError.at(self.field, OLD_CURSOR())
        return position

    def cursor(self, position: str | None) -> str | None:
        return None if position is None else self.signer.seal(self.about, position)


def pages(desk: Desk, by: Actor, which: str, asked: BaseModel | None = None, field: str = "cursor") -> Pages:
    """`which` list it is, and what was `asked` of it, of which the length of a page may change on the way."""
    given = asked.model_dump(mode="json", exclude={"cursor", "limit"}) if asked else {}
    about = json.dumps([by.id, by.role, by.ticket_id, which, given])
    return Pages(signer=desk.signer, about=about, field=field)
