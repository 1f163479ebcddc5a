from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

from helpdesk.foundation.kernel.vocabulary import PersonId, TeamId

if TYPE_CHECKING:  # a function imports what it does, not all it could be asked for
    from helpdesk.core.directory.rules import Person
    from helpdesk.core.staffing.rules.availability import Availability
    from helpdesk.core.staffing.rules.teams import Member, Team


class Staffing(Protocol):
    def teams(self) -> Sequence[Team]: ...

    def team(self, team: TeamId) -> Team | None: ...

    def members(self, team: TeamId) -> Sequence[Member]: ...

    def put_team(self, team: Team, joining: Sequence[Person] = (), leaving: Sequence[Person] = ()) -> None:
        """Set the team, and who joins and leaves it: in the directory and in all their teams, all of it or nothing.
        What members hold is not touched by it.

        ConflictError when one of them is no longer as given here. A revision is put over the one before it alone,
        else ConflictError, too; 0 is put over any.
        """

    def availability(self, person_id: PersonId) -> Availability:
        """What somebody can be given; the usual for who has not said anything."""

    def put_availability(self, person: Person, availability: Availability) -> None:
        """Set it for the person and in all their teams; revisions follow each other as those of a team do."""
