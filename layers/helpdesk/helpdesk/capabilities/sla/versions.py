"""Stored files as parsed versions: the built-in ones from the code, others from wherever they are kept."""

from collections.abc import Callable, Mapping
from datetime import timedelta

from helpdesk.capabilities.ladders.rules.ladder import Ladder, Ladders
from helpdesk.capabilities.ladders.settings import parse_ladder
from helpdesk.capabilities.sla.settings.edition import Edition, File, built_in
from helpdesk.capabilities.sla.settings.first import default_book
from helpdesk.capabilities.surveys.settings import parse_survey
from helpdesk.core.calendars.rules.calendar import Calendar
from helpdesk.core.calendars.settings.file import parse_calendar
from helpdesk.core.clocks.rules.policy import Policy
from helpdesk.core.clocks.settings.book import SlaBook
from helpdesk.core.clocks.settings.policy_file import parse_policy
from helpdesk.foundation.platform.versions import Versions

Fetch = Callable[[str, str], File | None]


class SlaVersions:
    """`fetch` gives the stored file of a kind and a reference, or None."""

    def __init__(self, fetch: Fetch) -> None:
        self._fetch = fetch
        self.calendars: Versions[Calendar] = Versions(default_book().calendars, self._calendar)
        self.policies: Versions[Policy] = Versions(default_book().policies, self._policy)
        self.ladders: Versions[Ladder] = Versions(default_book().ladders.versions, self._ladder)

    def missing(self, edition_refs: Mapping[str, list[str]]) -> list[tuple[str, str]]:
        """Of the versions of an edition those that are not here yet, as kind and reference."""
        here: Mapping[str, Versions[Calendar] | Versions[Policy] | Versions[Ladder]] = {
            "calendars": self.calendars,
            "policies": self.policies,
            "ladders": self.ladders,
        }
        return [(kind, ref) for kind, refs in edition_refs.items() for ref in refs if not here[kind].has(ref)]

    def keep(self, kind: str, ref: str, file: File) -> None:
        if kind == "calendars":
            self.calendars.keep(ref, self._as_calendar(file))
        elif kind == "policies":
            self.policies.keep(ref, parse_policy(file))
        else:
            self.ladders.keep(ref, parse_ladder(file))

    def book(self, refs: Mapping[str, list[str]], close_solved_after_days: int, survey: File) -> SlaBook:
        return SlaBook(
            policies=self.policies,
            calendars=self.calendars,
            order=tuple(refs["policies"]),
            ladders=Ladders(versions=self.ladders, calendars=self.calendars, order=tuple(refs["ladders"])),
            close_solved_after=timedelta(days=close_solved_after_days),
            survey=parse_survey(survey),
        )

    def built_in(self) -> SlaBook:
        """What holds until somebody saves. Tickets may name versions of that save before this worker knows of it."""
        edition = built_in()
        return self.book(refs_of(edition), edition.close_solved_after_days, edition.survey)

    def _calendar(self, ref: str) -> Calendar | None:
        file = self._fetch("calendars", ref)
        return self._as_calendar(file) if file else None

    def _as_calendar(self, file: File) -> Calendar:
        return parse_calendar(file, self.calendars)

    def _policy(self, ref: str) -> Policy | None:
        file = self._fetch("policies", ref)
        return parse_policy(file) if file else None

    def _ladder(self, ref: str) -> Ladder | None:
        file = self._fetch("ladders", ref)
        return parse_ladder(file) if file else None


def refs_of(edition: Edition) -> dict[str, list[str]]:
    return {kind: list(files) for kind, files in edition.files.items()}
