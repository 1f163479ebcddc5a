"""bulk_api and replay_tickets: what a policy would have meant, before and after by team and priority."""

from datetime import timedelta
from itertools import count
from typing import Any, Final

import pytest
from helpdesk.capabilities.what_if import rules
from helpdesk.core.directory.rules import Person
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.kernel.vocabulary import Role, TicketId
from msgspec.structs import asdict, replace

from tests.builders import projections
from tests.builders.directory import an_agent
from tests.builders.intake import open_ticket
from tests.builders.organizations import an_organization
from tests.builders.staffing import staff
from tests.gateway import Gateway
from tests.lambdas import invoke

PATH: Final = "/api/what-ifs"
HASTY: Final = {
    "id": "hasty",
    "name": "Within an hour",
    "calendar": "office-berlin",
    "targets": {"first_response": {"*": {"seconds": 3600}}},
}
DAYS: Final = {"from": "2026-03-02", "to": "2026-03-03"}


@pytest.fixture
def root(desk: Desk) -> Person:
    return staff(desk, an_agent("Root", role=Role.ADMIN))[0]


@pytest.fixture
def three(http: Gateway, desk: Desk, root: Person, rita: Person) -> list[str]:
    """Each is answered after two working hours, and three days later somebody asks."""
    an_organization(desk)
    ids = [open_ticket(desk, rita, subject=f"Hum {number}", description="x").id for number in range(2)]
    ids.append(open_ticket(desk, rita, organization="acme").id)
    desk.clock.advance(timedelta(hours=2))  # type: ignore[attr-defined]
    for which in ids:
        assert http.post(f"/api/tickets/{which}/messages", {"body": "We look."}, by=root).status == 201
    projections.found(desk, *ids)
    desk.clock.advance(timedelta(days=3))  # type: ignore[attr-defined]
    return ids


def asked(http: Gateway, by: Person, **wanted: Any) -> Any:
    return http.post(PATH, {"policy": HASTY, **DAYS, **wanted}, by=by)


def worked(desk: Desk) -> int:
    """All that was begun, to its end: as the machine goes on, part after part."""
    parts = 0
    while desk.what_if.players.begun:  # type: ignore[attr-defined]
        errand = asdict(desk.what_if.players.begun.pop(0))  # type: ignore[attr-defined]
        while not (errand := invoke("replay_tickets", errand))["finished"]:
            parts += 1
        parts += 1
    return parts


def broken(found: dict[str, Any]) -> tuple[int, int, int]:
    return tuple(sum(row[name] for row in found["rows"]) for name in ("tickets", "before", "after"))  # type: ignore[return-value]


def test_it_is_played_in_the_background_and_says_before_and_after(
    http: Gateway, desk: Desk, root: Person, three: list[str]
):
    heads = desk.tickets.heads([TicketId(each) for each in three])
    begun = asked(http, root)
    assert (begun.status, begun.body["stage"], begun.body["total"], begun.body["rows"]) == (201, "running", 3, [])
    assert begun.headers["location"] == f"{PATH}/{begun.body['id']}"
    worked(desk)
    done = http.get(begun.headers["location"], by=root).body
    assert (done["stage"], done["seen"], done["policy"]) == ("done", 3, "Within an hour")
    assert {row["team"] for row in done["rows"]} == {head.team for head in heads}
    assert broken(done) == (3, 0, 3)
    assert http.get(PATH, by=root).body["items"] == [done]
    assert desk.tickets.heads([TicketId(each) for each in three]) == heads


def test_what_its_conditions_do_not_take_stays_as_it_was(http: Gateway, desk: Desk, root: Person, three: list[str]):
    which = asked(http, root, policy={**HASTY, "conditions": {"organization": ["acme"]}}).body["id"]
    worked(desk)
    assert broken(http.get(f"{PATH}/{which}", by=root).body) == (3, 0, 1)


def test_days_are_those_of_who_asks(http: Gateway, desk: Desk, root: Person, three: list[str]):
    assert asked(http, root, **{"from": "2026-02-01", "to": "2026-02-28"}).body["total"] == 0
    desk.directory.put_person(replace(root, timezone="Asia/Tokyo", settled=True))
    found = asked(http, root).body
    assert (found["start"], found["end"]) == ("2026-03-01T15:00:00Z", "2026-03-03T15:00:00Z")


@pytest.mark.parametrize("part", [1, 2, 3])
def test_part_after_part_is_the_same(
    http: Gateway, desk: Desk, root: Person, three: list[str], part: int, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(rules, "PART", part)
    which = asked(http, root).body["id"]
    assert worked(desk) == {1: 3, 2: 2, 3: 1}[part]
    done = http.get(f"{PATH}/{which}", by=root).body
    assert (done["seen"], broken(done)) == (3, (3, 0, 3))


def test_another_stops_the_one_before_it(http: Gateway, desk: Desk, root: Person, three: list[str]):
    first, second = (asked(http, root).body["id"] for _ in range(2))
    worked(desk)
    assert http.get(f"{PATH}/{first}", by=root).body["stage"] == "stopped"
    assert http.get(f"{PATH}/{second}", by=root).body["stage"] == "done"


def test_it_is_for_administrators_also_while_it_is_played(
    http: Gateway, desk: Desk, root: Person, lea: Person, three: list[str]
):
    assert asked(http, lea).code == "forbidden"
    assert http.get(PATH, by=lea).code == "forbidden"
    which = asked(http, root).body["id"]
    desk.directory.put_person(replace(root, role=Role.LEAD))
    worked(desk)
    found = desk.what_if.what_ifs.get(root.id, which)
    assert found
    assert (found.stage, found.why, found.seen) == ("failed", "forbidden", 0)


def test_it_is_their_own(http: Gateway, desk: Desk, root: Person, three: list[str]):
    other = staff(desk, an_agent("Otto", role=Role.ADMIN))[0]
    which = asked(http, root).body["id"]
    assert http.get(f"{PATH}/{which}", by=other).code == "not_found"
    assert http.get(PATH, by=other).body["items"] == []


@pytest.mark.parametrize(
    ("wanted", "place"),
    [
        ({"policy": {**HASTY, "calendar": "paris"}}, "policy.calendar"),
        ({"policy": {"id": "empty"}}, "policy.targets"),
        ({"from": "2026-03-03", "to": "2026-03-02"}, "to"),
    ],
)
def test_what_makes_no_sense_is_refused_with_its_place(
    http: Gateway, desk: Desk, root: Person, wanted: dict[str, Any], place: str
):
    refused = asked(http, root, **wanted)
    assert (refused.status, refused.body["errors"][0]["field"]) == (422, place)
    assert desk.what_if.players.begun == []  # type: ignore[attr-defined]


def test_too_many_are_refused_at_once(http: Gateway, root: Person, three: list[str], monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("helpdesk.capabilities.what_if.actions.asking.MOST", 2)
    refused = asked(http, root)
    assert (refused.status, refused.body["errors"][0]["code"]) == (422, "too_many")


def test_what_came_after_those_days_is_not_judged(http: Gateway, desk: Desk, root: Person, three: list[str]):
    """A promise of two days is not broken on the evening of its first day, whatever became of it."""
    late = {"id": "late", "targets": {"resolution": {"*": {"seconds": 2 * 86_400, "business": False}}}}
    found = []
    for last in ("2026-03-02", "2026-03-05"):
        which = asked(http, root, policy=late, to=last).body["id"]
        worked(desk)
        found.append(broken(http.get(f"{PATH}/{which}", by=root).body))
    assert [after for _, _, after in found] == [0, 3]


def test_what_hangs_has_failed(http: Gateway, desk: Desk, root: Person, three: list[str]):
    which = asked(http, root).body["id"]
    desk.clock.advance(rules.PATIENCE + timedelta(seconds=1))  # type: ignore[attr-defined]
    assert http.get(f"{PATH}/{which}", by=root).body["stage"] == "failed"


def test_a_part_is_one_question_and_heads_by_the_hundred(
    http: Gateway, desk: Desk, root: Person, three: list[str], monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("helpdesk.capabilities.what_if.actions.playing.HEADS", 2)
    asked(http, root)
    questions = count()
    for store, name in ((desk.search.manifests, "all"), (desk.tickets, "heads"), (desk.tickets, "get")):
        real = getattr(store, name)
        monkeypatch.setattr(store, name, lambda *given, real=real: (next(questions), real(*given))[1])
    assert worked(desk) == 1
    assert next(questions) == 3
