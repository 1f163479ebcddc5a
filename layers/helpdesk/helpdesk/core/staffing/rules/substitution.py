"""Substitution: who stands in for somebody who is away, through chains and never in a circle."""

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime

from msgspec import Struct

from helpdesk.core.staffing.rules.availability import Absence
from helpdesk.core.staffing.rules.refusals import ABSENT_TWICE, CIRCLE, END_FIRST
from helpdesk.foundation.kernel.reading import SettingError
from helpdesk.foundation.kernel.vocabulary import PersonId

AbsencesOf = Callable[[PersonId], Sequence[Absence]]


class StandIn(Struct, frozen=True, kw_only=True):
    """Who has somebody's work now, through whom it came to them, and until when; nobody when the chain ends."""

    person: PersonId | None
    chain: tuple[PersonId, ...]
    until: datetime | None = None


def stand_in(person: PersonId, now: datetime, absences_of: AbsencesOf) -> StandIn:
    """Follow substitutes from somebody to the first who is not away. Who is there stands for themselves."""
    chain, until = [person], None
    while absence := _absence(absences_of(chain[-1]), now):
        until = min(absence.end, until) if until else absence.end
        if absence.substitute is None or absence.substitute in chain:
            return StandIn(person=None, chain=tuple(chain), until=until)
        chain.append(absence.substitute)
    return StandIn(person=chain[-1], chain=tuple(chain), until=until)


def _absence(absences: Sequence[Absence], now: datetime) -> Absence | None:
    return next((absence for absence in absences if absence.covers(now)), None)


def check_absences(person: PersonId, absences: Sequence[Absence], absences_of: AbsencesOf) -> None:
    """Refuse absences that end before they begin, overlap, or would let substitutes stand in for each other."""
    for index, absence in enumerate(absences):
        place = f"absences[{index}]"
        if absence.end <= absence.start:
            raise SettingError(f"{place}.end", END_FIRST())
        for other in absences[:index]:
            if other.start < absence.end and absence.start < other.end:
                raise SettingError(f"{place}.start", ABSENT_TWICE())
        if absence.substitute is not None:
            circle = next(_circles(person, (person,), absence, absences_of), None)
            if circle:
                raise SettingError(f"{place}.substitute", CIRCLE(chain=" -> ".join(circle)))


def _circles(
    person: PersonId, chain: tuple[PersonId, ...], absence: Absence, absences_of: AbsencesOf
) -> Iterator[tuple[PersonId, ...]]:
    """Chains by which, at some instant of the absence, the work comes back to where it started."""
    substitute = absence.substitute
    if substitute is None:
        return
    if substitute == person:
        yield (*chain, person)
    elif substitute not in chain:
        for further in absences_of(substitute):
            start, end = max(absence.start, further.start), min(absence.end, further.end)
            if start < end:
                both = Absence(start=start, end=end, substitute=further.substitute)
                yield from _circles(person, (*chain, substitute), both, absences_of)
