"""An upload comes with one message, so that no other one can bring a file of another content under its id."""

from __future__ import annotations

from collections.abc import Mapping

from helpdesk.capabilities.attachments.rules.refusals import UPLOAD_USED
from helpdesk.core.tickets.rules.change import Change
from helpdesk.foundation.kernel.errors import InvalidError


def named_by(change: Change) -> Mapping[str, InvalidError]:
    """The uploads that a change brings, each with what is said when it was used before; refused for one named twice."""
    named: dict[str, InvalidError] = {}
    for entry in change.entries:
        for index, file in enumerate(getattr(entry.event, "attachments", ())):
            refusal = InvalidError.at(f"attachments[{index}]", UPLOAD_USED(name=file.name))
            if named.setdefault(file.id, refusal) is not refusal:
                raise refusal
    return named
