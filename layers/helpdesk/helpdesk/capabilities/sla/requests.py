from typing import Annotated, Final

from pydantic import Discriminator, Field, Tag

from helpdesk.capabilities.sla.settings.document import MOST
from helpdesk.capabilities.sla.settings.sections import SECTIONS
from helpdesk.foundation.edge.composing import taking
from helpdesk.foundation.edge.inputs import File, Identifier, Instant, Line, Request, Whole
from helpdesk.foundation.kernel.vocabulary import Channel, Kind, Level, Priority

LONGEST_PREVIEW: Final = 10 * 366 * 86_400  # seconds


@taking(*(section.fields for section in SECTIONS))
class SlaDocument(Request):
    """The whole of the SLA settings: calendar files, policy files in the order in which they are tried, and
    escalation ladders. All but calendars and policies stays as it is when it is left out.

    What is wrong in a file is refused with its place, such as `policies[1].targets.resolution.P1.seconds`.
    """

    calendars: Annotated[list[File], Field(max_length=MOST["calendars"])]
    policies: Annotated[list[File], Field(max_length=MOST["policies"])]
    ladders: Annotated[list[File], Field(max_length=MOST["ladders"])] | None = None


def _sort(calendar: object) -> str:
    return "file" if isinstance(calendar, dict) else "id"


class PreviewRequest(Request):
    """`calendar` is a calendar file, or the id of one that is saved."""

    calendar: Annotated[
        Annotated[File, Tag("file")] | Annotated[str, Field(max_length=64), Tag("id")], Discriminator(_sort)
    ]
    at: Instant
    seconds: Annotated[Whole, Field(ge=0, le=LONGEST_PREVIEW)] = 0


class TriedTicket(Request):
    """What conditions may ask of a ticket. On what is left out no condition holds."""

    priority: Priority
    level: Level = Level.L1
    team: Identifier | None = None
    kind: Kind = Kind.INCIDENT
    channel: Channel | None = None
    category: Identifier | None = None
    organization: Identifier | None = None
    plan: Line | None = None
    tags: Annotated[tuple[Line, ...], Field(max_length=100)] = ()


class SlaDryRun(Request):
    """A ticket made `at` that moment, or now. Without a `document`, that which holds is tried."""

    ticket: TriedTicket
    at: Instant | None = None
    document: SlaDocument | None = None
