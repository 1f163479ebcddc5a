"""The book of promises: every version of calendars and policies that tickets name, and what holds for new ones."""

from collections.abc import Callable, Collection, Iterator, Mapping
from datetime import timedelta
from typing import TypeVar

from msgspec import Struct, field

from helpdesk.domain.calendars import Calendar
from helpdesk.domain.ladders import Ladders
from helpdesk.domain.policies import Policy, choose_policy
from helpdesk.domain.survey_terms import SurveyTerms

T = TypeVar("T")
PolicyFacts = Mapping[str, str | Collection[str] | None]


def id_of(ref: str) -> str:
    return ref.partition("@")[0]


def _nowhere(_: str) -> None:
    return None


class Versions(Mapping[str, T]):
    """Versions by their reference `id@version`. One that is not here yet is fetched once and kept: it never changes."""

    def __init__(self, known: Mapping[str, T], fetch: Callable[[str], T | None] = _nowhere) -> None:
        self._known = dict(known)
        self._fetch = fetch

    def __getitem__(self, ref: str) -> T:
        if ref not in self._known:
            found = self._fetch(ref)
            if found is None:
                raise KeyError(ref)
            self._known[ref] = found
        return self._known[ref]

    def __iter__(self) -> Iterator[str]:
        return iter(self._known)

    def __len__(self) -> int:
        return len(self._known)

    def keep(self, ref: str, version: T) -> None:
        self._known[ref] = version

    def has(self, ref: str) -> bool:
        """Whether it is here without fetching."""
        return ref in self._known


class SlaBook(Struct, frozen=True, kw_only=True):
    """`order` are the policies that new tickets are tried with; the mappings also know those of older tickets.

    `close_solved_after` is calendar time: a ticket nobody came back to is closed then.
    """

    policies: Mapping[str, Policy]
    calendars: Mapping[str, Calendar]
    order: tuple[str, ...]
    close_solved_after: timedelta = timedelta(days=7)
    ladders: Ladders = field(default_factory=Ladders)
    survey: SurveyTerms = SurveyTerms()

    def current(self, policy: str) -> str | None:
        """The version that new tickets get of a policy, named by its id or by any of its versions."""
        return next((ref for ref in self.order if id_of(ref) == id_of(policy)), None)

    def choose(self, facts: PolicyFacts) -> str | None:
        """The reference of the first policy whose conditions hold; None where no promise is made."""
        chosen = choose_policy([self.policies[ref] for ref in self.order], facts)
        return chosen.ref if chosen else None
