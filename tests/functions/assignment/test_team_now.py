"""Team now: who is there and has how much, over all teams of whoever looks."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from helpdesk.capabilities.assignment.actions import dispatching as assignment
from helpdesk.capabilities.assignment.actions import team_now
from helpdesk.core.directory.rules import Person
from helpdesk.core.staffing.rules.availability import Absence, Availability, Link
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.kernel.vocabulary import Level, PersonId, Role, TeamId

from tests.builders.directory import an_agent
from tests.builders.intake import open_ticket
from tests.builders.staffing import staff
from tests.gateway import Gateway

BERLIN = {"timezone": "Europe/Berlin", "week": {"mon": [["08:00", "16:00"]], "tue": [["08:00", "16:00"]]}}


@pytest.fixture
def lea(desk: Desk, ada: Person) -> Person:
    """A lead who works in no team."""
    return staff(desk, an_agent("Lea", role=Role.LEAD, teams=()), team="leads")[0]


@pytest.fixture
def nina(desk: Desk) -> Person:
    return staff(desk, an_agent("Nina", teams=("night-desk",)), team="night-desk")[0]


def row(http: Gateway, by: Person, person: str = "ada") -> dict[str, Any]:
    people = {each["id"]: each for each in http.get("/api/team-now", by=by).body["people"]}
    found: dict[str, Any] = people[person]
    return found


def queue(http: Gateway, by: Person, team: str = "service-desk") -> dict[str, Any]:
    teams = {each["team"]: each for each in http.get("/api/team-now", by=by).body["teams"]}
    found: dict[str, Any] = teams[team]
    return found


def given(desk: Desk, count: int) -> list[str]:
    """Tickets that assignment gives to whom it chooses."""
    opened = [open_ticket(desk).id for _ in range(count)]
    for ticket_id in opened:
        assignment.assign(desk, ticket_id, TeamId("service-desk"))
    return opened


def test_leads_see_all_teams_and_others_theirs(http: Gateway, ada: Person, lea: Person, nina: Person):
    seen = {
        by.id: sorted(each["team"] for each in http.get("/api/team-now", by=by).body["teams"])
        for by in (ada, lea, nina)
    }
    assert seen == {
        "ada": ["service-desk"],
        "lea": ["leads", "night-desk", "service-desk"],
        "nina": ["night-desk"],
    }
    people = {each["id"] for each in http.get("/api/team-now", by=ada).body["people"]}
    assert people == {"ada"}


def test_who_is_in_no_team_sees_nothing_and_who_is_no_staff_or_from_outside_is_refused(
    http: Gateway, desk: Desk, rita: Person
):
    idle = staff(desk, an_agent("Idle", teams=()), team="elsewhere")[0]
    desk.staffing.put_team(desk.staffing.teams()[0], leaving=[idle])
    outside = staff(desk, an_agent("Nadia", external=True, teams=("experts",)), team="experts", level=Level.L3)[0]
    assert http.get("/api/team-now", by=desk.directory.person(PersonId("idle"))).body == {"teams": [], "people": []}
    assert [http.get("/api/team-now", by=by).status for by in (rita, outside)] == [403, 403]


def test_somebody_of_two_teams_is_one_row_with_all_they_have(http: Gateway, desk: Desk, lea: Person, nina: Person):
    both = an_agent("Ada", teams=("service-desk", "night-desk"))
    staff(desk, both, team="night-desk")
    staff(desk, both)
    moved, _ = given(desk, 2)
    brief = {"summary": "Begun", "next_step": "Go on", "team": "night-desk", "person": "ada"}
    assert http.post(f"/api/tickets/{moved}/hand-overs", brief, by=lea).status == 201
    assignment.assign(desk, moved, TeamId("night-desk"))  # the service desk has not heard of it yet
    seen = row(http, lea)
    assert (seen["teams"], seen["held"], seen["capacity"]) == (["night-desk", "service-desk"], 2, 10)
    assert row(http, desk.directory.person(PersonId("ada")))["held"] == 2


def test_what_somebody_has_in_a_team_that_is_not_seen_counts(http: Gateway, desk: Desk, nina: Person):
    """Their capacity is one for all their teams: a colleague sees how full they are."""
    bob = staff(desk, an_agent("Bob", teams=("service-desk", "night-desk")))[0]
    staff(desk, bob, team="night-desk")
    given(desk, 3)
    assert row(http, desk.directory.person(nina.id), "bob")["held"] == 3


@pytest.mark.parametrize(
    ("before", "missed", "due"),
    [
        (timedelta(hours=2, seconds=1), 0, 0),
        (timedelta(hours=2), 0, 1),
        (timedelta(seconds=1), 0, 1),
        (timedelta(), 1, 0),
        (timedelta(days=-2), 1, 0),
    ],
)
def test_deadlines_are_missed_when_they_are_over_and_due_two_hours_before(
    http: Gateway, desk: Desk, ada: Person, before: timedelta, missed: int, due: int
):
    (ticket_id,) = given(desk, 1)
    deadline = desk.tickets.get(ticket_id).promise.next_deadline
    assert deadline
    desk.clock.advance(deadline - before - desk.clock.now())
    seen = row(http, ada)
    assert (seen["missed"], seen["due"], seen["more_due"]) == (missed, due, False)


def test_the_oldest_untouched_is_the_one_nobody_did_anything_with_for_longest(http: Gateway, desk: Desk, ada: Person):
    first, second = given(desk, 2)
    desk.clock.advance(timedelta(hours=3))
    http.patch(f"/api/tickets/{first}", {"subject": "Looked at"}, by=ada)
    assert datetime.fromisoformat(row(http, ada)["untouched"]) == desk.tickets.get(second).updated_at
    for ticket_id in (first, second):
        http.post(f"/api/tickets/{ticket_id}/transitions", {"state": "solved"}, by=ada)
    solved = row(http, ada)
    assert (solved["untouched"], solved["missed"]) == (None, 0)


def test_what_waits_is_counted_with_its_oldest_and_the_time_the_next_would_take(http: Gateway, desk: Desk, ada: Person):
    assert queue(http, ada) == {
        "team": "service-desk",
        "name": "service-desk",
        "level": "L1",
        "waiting": 0,
        "oldest": None,
        "expected_seconds": None,
        "more": False,
    }
    for _ in range(3):
        given(desk, 1)
        desk.clock.advance(timedelta(minutes=10))
    oldest = open_ticket(desk)
    desk.clock.advance(timedelta(minutes=30))
    open_ticket(desk)
    waiting = queue(http, ada)
    assert (waiting["waiting"], waiting["expected_seconds"]) == (2, 3600)  # three in an hour, and two are before it
    assert datetime.fromisoformat(waiting["oldest"]) == oldest.created_at


@pytest.mark.parametrize(("looked_at", "unsure"), [(1, {"more_due", "more"}), (2, {"more"}), (3, set())])
def test_what_was_not_looked_at_is_said(
    http: Gateway, desk: Desk, ada: Person, monkeypatch: pytest.MonkeyPatch, looked_at: int, unsure: set[str]
):
    """Of three, one is over its deadline: who looks at two knows that the third is not, who looks at one does not."""
    (early,) = given(desk, 1)
    deadline = desk.tickets.get(early).promise.next_deadline
    assert deadline
    desk.clock.advance(deadline - desk.clock.now())
    given(desk, 2)
    monkeypatch.setattr(team_now, "LOOKED_AT", looked_at)
    seen = row(http, ada)
    assert {name for name in ("more_due", "more") if seen[name]} == unsure
    assert queue(http, ada)["more"] is ("more" in unsure)


def test_shifts_around_now_are_told_and_none_is_any_time(http: Gateway, desk: Desk, ada: Person):
    assert row(http, ada)["shifts"] is None
    desk.staffing.put_availability(ada, Availability(shift=BERLIN))
    shifts = [(each["start"], each["end"]) for each in row(http, ada)["shifts"]]
    # Monday, and Tuesday as far as a day from now reaches.
    assert shifts == [
        ("2026-03-02T07:00:00Z", "2026-03-02T15:00:00Z"),
        ("2026-03-03T07:00:00Z", desk.clock.now().isoformat().replace("+00:00", "Z").replace("-02T", "-03T")),
    ]


def test_an_absence_says_since_when_until_when_and_who_stands_in(http: Gateway, desk: Desk, ada: Person):
    start = desk.clock.now() - timedelta(hours=1)
    away = Absence(start=start, end=start + timedelta(days=1), substitute=PersonId("bob"))
    desk.staffing.put_availability(ada, Availability(absences=(away,)))
    seen = row(http, ada)
    assert (seen["out"], seen["substitute"]) == ("absent", "bob")
    assert (datetime.fromisoformat(seen["since"]), datetime.fromisoformat(seen["away_until"])) == (start, away.end)


def test_a_status_lasts_since_it_was_first_set(http: Gateway, desk: Desk, ada: Person):
    """Saying it again only says that one is still there."""
    begun = desk.clock.now()
    for _ in range(2):
        http.put("/api/me/status", {"status": "busy"}, by=ada)
        seen = row(http, ada)
        assert (seen["status"], datetime.fromisoformat(seen["since"])) == ("busy", begun)
        assert datetime.fromisoformat(seen["seen_at"]) == desk.clock.now()
        desk.clock.advance(timedelta(minutes=20))
    changed = desk.clock.now()
    http.put("/api/me/status", {"status": "away"}, by=ada)
    assert datetime.fromisoformat(row(http, ada)["since"]) == changed


def test_who_was_seen_last_too_long_ago_is_away_since_then(http: Gateway, desk: Desk, ada: Person):
    left = desk.clock.now()
    desk.assignment.boards.link(ada.id, ada.teams, Link(open=True, at=left, until=left + timedelta(hours=3)))
    assert row(http, ada)["connected"] is True
    desk.assignment.boards.link(ada.id, ada.teams, Link(open=False, at=left))
    desk.clock.advance(timedelta(hours=1))
    seen = row(http, ada)
    assert (seen["status"], seen["connected"], datetime.fromisoformat(seen["seen_at"])) == ("away", False, left)
    assert datetime.fromisoformat(seen["since"]) == left + timedelta(minutes=15)


def test_a_retired_team_is_not_there(http: Gateway, desk: Desk, ada: Person):
    root = staff(desk, an_agent("Root", role=Role.ADMIN, teams=("office",)), team="office")[0]
    assert http.put("/api/teams/office/retirement", {"retired": True}, by=root).status == 200
    assert [each["team"] for each in http.get("/api/team-now", by=root).body["teams"]] == ["service-desk"]
