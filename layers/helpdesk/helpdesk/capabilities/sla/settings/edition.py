"""Editions of the SLA settings: what holds at one time."""

from collections.abc import Mapping
from datetime import datetime
from types import MappingProxyType
from typing import Final

from msgspec import Struct

from helpdesk.capabilities.sla.settings.first import CALENDARS, LADDERS, POLICIES
from helpdesk.capabilities.surveys.settings import SurveyTerms

File = Mapping[str, object]

NO_SURVEY: Final[File] = MappingProxyType(SurveyTerms().as_file())


class Edition(Struct, frozen=True, kw_only=True):
    """What holds at one time: the files of each kind by reference, in order. Revision 0 is built in.

    `survey` is the file of when requesters are asked how it went. `numbers` are the highest versions ever given, also
    of what was taken out since.
    """

    revision: int
    calendars: Mapping[str, File]
    policies: Mapping[str, File]
    ladders: Mapping[str, File]
    close_solved_after_days: int
    survey: File = NO_SURVEY
    numbers: Mapping[str, int]
    saved_at: datetime | None = None
    saved_by: str = ""

    @property
    def files(self) -> Mapping[str, Mapping[str, File]]:
        return {"calendars": self.calendars, "policies": self.policies, "ladders": self.ladders}


def built_in() -> Edition:
    files = {"calendars": CALENDARS, "policies": POLICIES, "ladders": LADDERS}
    return Edition(
        revision=0,
        close_solved_after_days=7,
        numbers={f"{kind}/{file['id']}": 1 for kind, each in files.items() for file in each},
        **{kind: {f"{file['id']}@1": file for file in each} for kind, each in files.items()},  # type: ignore[arg-type]
    )
