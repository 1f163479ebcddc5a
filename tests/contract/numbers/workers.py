"""Workers of numbers: processes that share what is kept, and have a table each."""

from datetime import UTC, datetime, timedelta

from helpdesk.capabilities.numbers import wiring
from helpdesk.capabilities.numbers.rules.row import Lasted, Outcome, Row
from msgspec.structs import replace

MONTH = "2026-03"
AT = datetime(2026, 3, 1, 8, tzinfo=UTC)
NOTHING = Lasted(calendar=0, business=0)


def a_row(number=1, version=1, **more):
    created = AT + timedelta(minutes=number)
    plain = {
        "id": f"HD-{number:08d}",
        "version": version,
        "made_at": created,
        "kind": "incident",
        "channel": "email",
        "priority": "P3",
        "category": None,
        "organization": None,
        "policy": "standard",
        "state": "open",
        "phase": "open",
        "level": "L1",
        "team": "service-desk",
        "handled_by": None,
        "created_at": created,
        "changed_at": created + timedelta(days=400),
        "solved_at": None,
        "closed_at": None,
        "opened": (created,),
        "finished": (),
        "cancelled": False,
        "reopened": 0,
        "answers": version,
        "first_response": None,
        "next_responses": (),
        "resolution": None,
        "waited": NOTHING,
        "at_l1": NOTHING,
        "at_l2": NOTHING,
        "at_l3": NOTHING,
        "reassigned": 0,
        "escalations": 0,
        "escalated_by_clock": 0,
        "needless": 0,
        "corrected": 0,
        "promises": (Outcome(clock="first_response", kept=True, at=created),),
        "one_touch": False,
        "rating": None,
        "rated_at": None,
    }
    return Row(**plain | more)


def a_worker(desk, packs=None):
    """Another process."""
    return replace(desk, numbers=wiring.over(packs or desk.numbers.packs))


def counted(desk):
    """Version by number, as a worker that begins now has it."""
    worker = a_worker(desk)
    worker.numbers.counter.look()
    return rows_of(worker)


def rows_of(worker):
    lines = worker.numbers.counter.ask("SELECT id, version FROM tickets", {})
    found = {int(line["id"].removeprefix("HD-")): line["version"] for line in lines}
    assert len(found) == len(lines)
    return found


class Disturbed:
    """Stands before packs; something happens before the first call of a method that matters."""

    def __init__(self, packs, method, act):
        self._packs, self._method, self._act = packs, method, act

    def __getattr__(self, name):
        if name == self._method and self._act:
            act, self._act = self._act, None
            act()
        return getattr(self._packs, name)
