"""Who leaves is heard of by assignment, by whatever function it came, and what they had is handed on once."""

from botocore.exceptions import ClientError
from helpdesk.capabilities.assignment.actions import dispatching as assignment
from helpdesk.core.directory import actions as directory
from helpdesk.core.staffing.rules.availability import Availability
from helpdesk.core.tickets.actions import tickets
from helpdesk.core.tickets.actions.change import Wish
from helpdesk.foundation.kernel.vocabulary import Role
from msgspec.structs import replace

from tests.builders.directory import an_agent
from tests.builders.intake import open_ticket
from tests.builders.staffing import staff
from tests.gateway import Gateway
from tests.platform import Platform, subscribe

TEAM = "service-desk"
ADA, BOB = an_agent(), an_agent("Bob")


def owned_by_ada(desk, count):
    """Tickets that Ada has; Bob has room for all of them."""
    staff(desk, ADA)
    desk.staffing.put_availability(ADA, Availability(capacity=count))
    opened = [open_ticket(desk) for _ in range(count)]
    for ticket in opened:
        assignment.assign(desk, ticket.id, TEAM)
    staff(desk, BOB)
    assert owners(desk, opened) == {"ada"}
    return opened


def owners(desk, opened):
    return {desk.tickets.get(ticket.id).assignee for ticket in opened}


def test_who_signs_in_without_their_role_gives_back_what_they_had(aws, aws_desk):
    subscribe()
    platform = Platform(aws)
    opened = owned_by_ada(aws_desk, 2)
    platform.settle()
    for path in ("/api/tickets", "/api/me"):
        assert Gateway().get(path, by=replace(ADA, role=Role.REQUESTER)).status == 200
    platform.settle()
    assert owners(aws_desk, opened) == {"bob"}
    assert platform.failed == []


def test_a_sign_in_that_changes_nothing_tells_nobody(aws, aws_desk):
    staff(aws_desk, ADA)
    with aws.watching() as made:
        directory.sign_in(aws_desk, ADA.email, ADA.name, Role.AGENT)
    assert not [call for call in made if call.startswith("sqs")]


def test_a_page_of_what_somebody_leaves_is_one_query_and_two_requests_a_ticket(aws, aws_desk):
    owned_by_ada(aws_desk, 3)
    directory.sign_in(aws_desk, ADA.email, ADA.name, Role.REQUESTER, 1)
    aws_desk.assignment.boards.board(TEAM)
    with aws.watching() as made:
        assignment.came_or_left(aws_desk, ADA.id, TEAM)
    assert made == [
        "dynamodb:Query",
        *["dynamodb:BatchGetItem", "dynamodb:TransactWriteItems"] * 3,
    ]


def test_a_worker_that_dies_while_it_hands_on_hands_on_once(aws, aws_desk):
    """Every call fails once, before or after it took effect, until all is done."""
    opened = owned_by_ada(aws_desk, 4)
    directory.sign_in(aws_desk, ADA.email, ADA.name, Role.REQUESTER, 1)
    died = 0
    for step in range(1, 30):
        start = len(aws.made)
        when = "before" if step % 2 else "after"
        with aws.failing(lambda call, dies=start + step, how=when: how if call.number == dies else None):
            try:
                assignment.came_or_left(aws_desk, ADA.id, TEAM)
            except ClientError:
                died += 1
            else:
                break
    assert died > 1
    assert owners(aws_desk, opened) == {"bob"}
    for ticket in opened:
        types = [entry.type for entry in aws_desk.tickets.entries(ticket.id)]
        assert types.count("TicketHandedOver") == 1
    board = aws_desk.assignment.boards.board(TEAM)
    assert (set(board.load("bob").held), board.load("ada").held) == ({ticket.id for ticket in opened}, {})


def test_a_ticket_that_the_list_does_not_show_yet_is_found_by_the_board(desk, monkeypatch):
    """Lists follow a change a moment later than the board."""
    opened = owned_by_ada(desk, 2)
    directory.sign_in(desk, ADA.email, ADA.name, Role.REQUESTER, 1)
    unseen = desk.tickets.by_assignee("nobody", "live", None, 10)
    monkeypatch.setattr(desk.tickets, "by_assignee", lambda *_: unseen, raising=False)
    assignment.came_or_left(desk, ADA.id, TEAM)
    assert owners(desk, opened) == {"bob"}


def test_what_they_had_that_needs_no_work_now_goes_on_too(desk):
    (ticket,) = owned_by_ada(desk, 1)
    tickets.move(desk, Wish(ticket_id=ticket.id, by=ADA.as_actor()), "pending", "")
    assignment.assign(desk, ticket.id, TEAM)
    directory.sign_in(desk, ADA.email, ADA.name, Role.REQUESTER, 1)
    assignment.came_or_left(desk, ADA.id, TEAM)
    assert owners(desk, [ticket]) == {"bob"}
