from typing import Annotated, Final

from pydantic import AwareDatetime, Field

from helpdesk.capabilities.sla.settings.sections import SECTIONS
from helpdesk.capabilities.sla.views import File
from helpdesk.foundation.edge.composing import taking
from helpdesk.foundation.edge.inputs import Request

LONGEST_PREVIEW: Final = 10 * 366 * 86_400  # seconds


@taking(*(section.fields for section in SECTIONS))
class SlaDocument(Request):
    """The whole of the SLA settings: calendar files, policy files in the order in which they are tried, and
    escalation ladders. All but calendars and policies stays as it is when it is left out.

    What is wrong in a file is refused with its place, such as `policies[1].targets.resolution.P1.seconds`.
    """

    calendars: list[File]
    policies: list[File]
    ladders: list[File] | None = None


class PreviewRequest(Request):
    """`calendar` is a calendar file, or the id of one that is saved."""

    calendar: File | Annotated[str, Field(max_length=64)]
    at: AwareDatetime
    seconds: Annotated[int, Field(ge=0, le=LONGEST_PREVIEW)] = 0
