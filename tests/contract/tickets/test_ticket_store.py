"""What a ticket store promises: head and entries are written together, on what was read, or not at all."""

from datetime import timedelta

import pytest
from helpdesk.channels.intake.ports import Prepared
from helpdesk.core.directory.rules import Newcomer
from helpdesk.core.record.tickets import MessageAdded, StateChanged, TicketUpdated
from helpdesk.foundation.kernel.errors import ConflictError, NotFoundError, RateLimitedError
from helpdesk.foundation.kernel.once import Answered
from helpdesk.foundation.kernel.vocabulary import Channel, Phase, Priority, Role, TicketId, Visibility
from helpdesk.foundation.platform.ports import Limit
from msgspec.structs import replace

from tests.builders.directory import a_requester, an_agent
from tests.builders.intake import a_sender, open_ticket
from tests.builders.platform import a_key
from tests.builders.tickets import a_change

SOLVED = StateChanged(state="solved", phase=Phase.SOLVED, previous="new")
WRITTEN = MessageAdded(visibility=Visibility.PUBLIC, by=Role.AGENT, channel=Channel.PORTAL)
NOWHERE = TicketId("HD-8NOWHERE")
NOTHING = Prepared(person=None, organization=None, answered=None)


def test_a_saved_ticket_is_read_as_it_was(desk):
    change = a_change(category="network", organization="acme")
    assert desk.tickets.save(change) == desk.tickets.get(change.after.id) == change.after


def test_the_entries_of_a_change_are_read_as_they_were(desk):
    created = a_change()
    desk.tickets.save(created)
    changed = a_change(created.after, WRITTEN, SOLVED, by=an_agent())
    desk.tickets.save(changed)
    assert list(desk.tickets.entries(created.after.id)) == [*created.entries, *changed.entries]


def test_a_commit_is_read_alone(desk):
    created = a_change()
    changed = a_change(created.after, WRITTEN, SOLVED)
    for change in (created, changed):
        desk.tickets.save(change)
    assert list(desk.tickets.commit(created.after.id, 2)) == list(changed.entries)


@pytest.mark.parametrize("since", [0, 1, 9, 10, 11, 30])
def test_a_commit_is_read_with_the_head_as_it_is_now(desk, since):
    """However much was written since."""
    created = a_change()
    changed = a_change(created.after, WRITTEN, SOLVED)
    changes = [created, changed]
    for _ in range(since):
        changes.append(a_change(changes[-1].after, WRITTEN))
    for change in changes:
        desk.tickets.save(change)
    found = desk.tickets.told(created.after.id, 2)
    assert (list(found.entries), found.ticket) == (list(changed.entries), changes[-1].after)
    assert list(desk.tickets.told(created.after.id, 99).entries) == []


def test_a_long_commit_is_read_whole(desk):
    created = a_change()
    changed = a_change(created.after, *[WRITTEN] * 15)
    for change in (created, changed):
        desk.tickets.save(change)
    assert list(desk.tickets.told(created.after.id, 2).entries) == list(changed.entries)


def test_entries_are_read_up_to_a_version(desk):
    created = a_change()
    changed = a_change(created.after, SOLVED)
    for change in (created, changed):
        desk.tickets.save(change)
    assert list(desk.tickets.entries(created.after.id, up_to=1)) == list(created.entries)


@pytest.mark.parametrize(
    "read",
    [
        lambda tickets: tickets.get(NOWHERE),
        lambda tickets: tickets.load(NOWHERE, a_key()),
        lambda tickets: tickets.timeline(NOWHERE, None, 10),
        lambda tickets: tickets.told(NOWHERE, 1),
        lambda tickets: tickets.timeline(NOWHERE, "E#00000002#", 10),
    ],
    ids=["get", "load", "timeline", "told", "earlier timeline"],
)
def test_a_ticket_that_is_not_there_is_not_found(desk, read):
    with pytest.raises(NotFoundError):
        read(desk.tickets)


def test_many_heads_are_read_at_once(desk):
    saved = [open_ticket(desk) for _ in range(3)]
    found = desk.tickets.heads([*(ticket.id for ticket in saved), TicketId("HD-8NOWHERE")])
    assert {ticket.id: ticket for ticket in found} == {ticket.id: ticket for ticket in saved}
    assert list(desk.tickets.heads([])) == []


def test_a_stale_write_is_refused_and_loses_nothing(desk):
    created = a_change()
    desk.tickets.save(created)
    first, second = a_change(created.after, WRITTEN), a_change(created.after, SOLVED)
    desk.tickets.save(first)
    with pytest.raises(ConflictError):
        desk.tickets.save(second, once=a_key(), along=[Newcomer(person=a_requester("Nora")), a_limit()])
    assert desk.tickets.get(created.after.id) == first.after
    assert list(desk.tickets.entries(created.after.id)) == [*created.entries, *first.entries]
    assert desk.intake.preparation.prepare(a_sender("nora@people.example"), a_key()) == NOTHING


def test_a_ticket_id_is_given_once(desk):
    desk.tickets.save(a_change(ticket_id="HD-8TAKEN00"))
    with pytest.raises(ConflictError):
        desk.tickets.save(a_change(ticket_id="HD-8TAKEN00", subject="Another"))


def test_a_key_remembers_what_was_done_under_it(desk):
    change = a_change()
    desk.tickets.save(change, once=a_key(payload="asked"))
    answered = Answered(ticket_id=change.after.id, version=1, entry_id=change.entries[0].id, payload="asked")
    assert desk.tickets.load(change.after.id, a_key()) == (change.after, answered)
    assert desk.intake.preparation.prepare(a_sender("nobody@people.example"), a_key()) == replace(
        NOTHING, answered=answered
    )


def test_a_key_is_used_once(desk):
    created = a_change()
    desk.tickets.save(created, once=a_key())
    with pytest.raises(ConflictError):
        desk.tickets.save(a_change(created.after, SOLVED), once=a_key())
    assert desk.tickets.get(created.after.id) == created.after


def test_a_key_whose_request_changed_nothing_is_remembered_too(desk):
    change = a_change()
    desk.tickets.save(change)
    answered = Answered(ticket_id=change.after.id, version=1, entry_id="", payload="asked")
    desk.tickets.remember(a_key(), answered)
    assert desk.tickets.load(change.after.id, a_key()) == (change.after, answered)
    with pytest.raises(ConflictError):
        desk.tickets.remember(a_key(), answered)


def test_a_key_nobody_used_is_not_known(desk):
    change = a_change()
    desk.tickets.save(change, once=a_key("one"))
    assert desk.tickets.load(change.after.id, a_key("other")) == (change.after, None)


def test_a_newcomer_comes_into_the_directory_with_the_ticket(desk):
    nora = a_requester("Nora")
    desk.tickets.save(a_change(by=nora), along=[Newcomer(person=nora)])
    assert desk.intake.preparation.prepare(a_sender("Nora@People.example"), None) == replace(NOTHING, person=nora)
    assert desk.directory.person(nora.id) == nora


def test_an_address_has_one_newcomer(desk):
    nora = a_requester("Nora")
    desk.tickets.save(a_change(), along=[Newcomer(person=nora)])
    second = a_change(by=replace(nora, id="another"))
    with pytest.raises(ConflictError):
        desk.tickets.save(second, along=[Newcomer(person=replace(nora, id="another"))])
    with pytest.raises(NotFoundError):
        desk.tickets.get(second.after.id)


def a_limit(key="sender", most=2):
    return Limit(key=key, most=most, window=timedelta(hours=1))


def test_a_limit_lets_so_many_through_and_no_more(desk):
    for _ in range(2):
        desk.tickets.save(a_change(), along=[a_limit()])
    refused = a_change()
    with pytest.raises(RateLimitedError) as error:
        desk.tickets.save(refused, along=[a_limit("other"), a_limit()])
    assert error.value.retry_after == timedelta(hours=1)
    with pytest.raises(NotFoundError):
        desk.tickets.get(refused.after.id)


def test_what_is_refused_counts_against_no_limit(desk):
    taken = a_change()
    desk.tickets.save(taken)
    for _ in range(3):
        with pytest.raises(ConflictError):
            desk.tickets.save(taken, along=[a_limit(most=1)])
    desk.tickets.save(a_change(), along=[a_limit(most=1)])


def test_a_conflict_is_told_before_a_used_up_limit(desk):
    desk.tickets.save(a_change(), once=a_key(), along=[a_limit(most=1)])
    with pytest.raises(ConflictError):
        desk.tickets.save(a_change(), once=a_key(), along=[a_limit(most=1)])


def test_a_head_is_replaced_at_its_own_version(desk):
    change = a_change()
    desk.tickets.save(change)
    mended = replace(change.after, subject="Mended")
    desk.tickets.put_head(mended)
    assert desk.tickets.get(change.after.id) == mended


def test_a_head_that_moved_on_is_not_replaced(desk):
    created = a_change()
    moved = a_change(created.after, TicketUpdated(priority=Priority.P1))
    for change in (created, moved):
        desk.tickets.save(change)
    with pytest.raises(ConflictError):
        desk.tickets.put_head(created.after)
    assert desk.tickets.get(created.after.id) == moved.after


def test_every_ticket_is_walked_over(desk):
    changes = [a_change() for _ in range(3)]
    for change in changes:
        desk.tickets.save(change)
    every = list(desk.tickets.ids())
    assert sorted(every) == sorted(change.after.id for change in changes)
    assert [list(desk.tickets.ids(after)) for after in every] == [every[1:], every[2:], []]
