from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Protocol

from helpdesk.foundation.kernel.vocabulary import PersonId

if TYPE_CHECKING:  # a function imports what it does, not all it could be asked for
    from helpdesk.core.directory.rules import Person


class Directory(Protocol):
    def person(self, person_id: PersonId) -> Person:
        """The person, or NotFoundError."""

    def by_email(self, email: str) -> Person | None:
        """Whose address it is, be it one of several: one request."""

    def people(self, wanted: Sequence[PersonId]) -> Mapping[PersonId, Person]:
        """Those of them who are there, by the ids asked for: joined people answer to several."""

    def having(self, addresses: Sequence[str]) -> Mapping[str, Person]:
        """Who has these addresses, by their folded forms: one request, and none for none."""

    def meet(self, known: Sequence[PersonId], others: Sequence[Person]) -> Sequence[Person]:
        """Those with these ids, and for each of the others who has their address: from now on that is they themselves,
        where nobody had it. One request, and one for each newcomer. NotFoundError for an id that nobody has.
        """

    def find(self, wanted: Sequence[Sequence[str]], most: int) -> Sequence[Person]:
        """Some of those in whom all words of one of `wanted` begin terms, in a fixed small number of requests."""

    def everybody(self) -> Iterator[Person]:
        """Whoever there is: a walk over the whole table, for operators only."""

    def index(self, person: Person) -> bool:
        """Have somebody found by their terms who was put when there were none; False if they were changed meanwhile."""

    def put_person(self, person: Person) -> None: ...

    def change(self, person_id: PersonId, wanted: Callable[[Person], Person]) -> Person:
        """Put somebody as `wanted` makes them of what is held, so that nothing others write meanwhile is lost, and
        with them what their teams keep of them: who leaves a team is in its roster no more, and those who give out its
        tickets look again at what they have there.

        Raises NotFoundError, and ConflictError when others write all the time.
        """

    def change_as(self, by: PersonId, person_id: PersonId, wanted: Callable[[Person, Person], Person]) -> Person:
        """As `change`; `wanted` also gets who wants it, and it is put only while they are as they were then."""

    def join(self, kept: PersonId, other: PersonId, wanted: Callable[[Person, Person], Person]) -> Person:
        """Make one of two as `wanted` says: whatever names either of them leads to that one from then on, and nothing
        that others write meanwhile is lost. Who is one already stays so. Raises NotFoundError, ConflictError.
        """

    def add_person(self, person: Person) -> None:
        """Put somebody new; ConflictError when somebody has their address already."""
