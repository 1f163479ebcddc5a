from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from helpdesk.foundation.kernel.vocabulary import PersonId

if TYPE_CHECKING:  # a function imports what it does, not all it could be asked for
    from helpdesk.core.directory.rules import Person


class Directory(Protocol):
    def person(self, person_id: PersonId) -> Person:
        """The person, or NotFoundError."""

    def by_email(self, email: str) -> Person | None: ...

    def put_person(self, person: Person) -> None: ...

    def put_staff(self, person: Person) -> None:
        """Put somebody, and in all their teams what those keep of them: their role, and where else they work.
        Those who give out the teams' tickets look again at what they have there.
        """

    def change(self, person_id: PersonId, wanted: Callable[[Person], Person]) -> Person:
        """Put somebody as `wanted` makes them of what is held, so that nothing others write meanwhile is lost.

        Raises NotFoundError, and ConflictError when others write all the time.
        """

    def add_person(self, person: Person) -> None:
        """Put somebody new; ConflictError when somebody has their address already."""
