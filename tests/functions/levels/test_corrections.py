"""tickets_api: level and team are no fields to choose; leads correct a wrong route, with a reason, counted apart."""

import pytest
from helpdesk.foundation.kernel.vocabulary import Level

from tests.builders.directory import an_agent
from tests.builders.staffing import staff

WRONG = {"team": "it-operations", "reason": "A server, not a printer"}


@pytest.fixture(autouse=True)
def operations(desk):
    return staff(desk, an_agent("Olga"), team="it-operations", level=Level.L2)


def correct(http, ticket, by, **wanted):
    return http.post(f"/api/tickets/{ticket}/routing-corrections", wanted, by=by)


def report(http, desk, lea):
    today = desk.clock.now().date().isoformat()
    return http.get("/api/reports/escalations", by=lea, **{"from": today, "to": today}).body


@pytest.mark.parametrize("wanted", [{"level": "L3"}, {"level": "L2"}, {"team": "it-operations"}])
def test_they_are_no_fields_to_choose(http, desk, lea, ticket, wanted):
    refused = http.patch(f"/api/tickets/{ticket}", wanted, by=lea)
    assert (refused.status, refused.fields) == (422, list(wanted))
    assert len(desk.tickets.entries(ticket)) == 1


@pytest.mark.parametrize(
    "wanted", [{"team": "it-operations"}, {"level": "L2"}, {"team": "it-operations", "level": "L2"}]
)
def test_a_lead_corrects_a_route(http, desk, ada, lea, ticket, wanted):
    http.patch(f"/api/tickets/{ticket}", {"assignee": ada.id}, by=ada)
    reply = correct(http, ticket, lea, **wanted, reason="A server")
    assert reply.status == 201
    assert (reply.body["team"], reply.body["level"], reply.body["assignee"]) == ("it-operations", "L2", None)
    (entry,) = reply.body["timeline"]
    assert (entry["type"], entry["data"]["reason"]) == ("TicketUpdated", "A server")


def test_agents_escalate_instead(http, desk, ada, ticket):
    assert correct(http, ticket, ada, **WRONG).code == "forbidden"
    assert len(desk.tickets.entries(ticket)) == 1


@pytest.mark.parametrize(
    ("wanted", "field"),
    [
        ({"team": "it-operations"}, "reason"),
        ({"team": "it-operations", "reason": " "}, "reason"),
        ({"reason": "No"}, "team"),
        ({"team": "moon", "reason": "No"}, "team"),
        ({"team": "it-operations", "level": "L3", "reason": "No"}, "team"),
        ({"level": "L4", "reason": "No"}, "level"),
    ],
)
def test_it_says_where_to_and_why(http, desk, lea, ticket, wanted, field):
    refused = correct(http, ticket, lea, **wanted)
    assert (refused.status, refused.fields) == (422, [field])
    assert len(desk.tickets.entries(ticket)) == 1


def test_where_it_is_already_nothing_changes(http, desk, lea, ticket):
    assert correct(http, ticket, lea, team="service-desk", reason="It is").status == 201
    assert len(desk.tickets.entries(ticket)) == 1
    assert report(http, desk, lea)["total"]["corrections"] == 0


def test_what_is_solved_is_not_moved(http, ada, lea, ticket):
    http.post(f"/api/tickets/{ticket}/transitions", {"state": "solved"}, by=ada)
    assert correct(http, ticket, lea, **WRONG).code == "transition_refused"


def test_it_is_counted_apart(http, desk, ada, lea, ticket):
    correct(http, ticket, lea, **WRONG)
    found = report(http, desk, lea)
    assert (found["total"]["escalations"], found["total"]["corrections"]) == (0, 1)
    assert found["total"]["needless_share"] is None
    assert [(each["name"], each["corrections"]) for each in found["teams"]] == [("service-desk", 1)]
    assert [(each["name"], each["corrections"]) for each in found["levels"]] == [("L1", 1)]


def test_a_level_it_should_not_have_been_at_owes_no_answer(http, desk, ada, lea, ticket):
    http.post(f"/api/tickets/{ticket}/escalations", {"reason": "Too hard", "tried": "All"}, by=ada)
    correct(http, ticket, lea, team="service-desk", reason="Easy")
    assert desk.tickets.get(ticket).escalations == ()
    total = report(http, desk, lea)["total"]
    assert (total["escalations"], total["returned"], total["needless"], total["corrections"]) == (1, 0, 0, 1)


def test_an_edit_corrects_nothing(http, desk, ada, lea, ticket):
    http.patch(f"/api/tickets/{ticket}", {"subject": "Other"}, by=ada)
    assert report(http, desk, lea)["total"]["corrections"] == 0
