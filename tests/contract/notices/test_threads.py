"""Whose mails are: by the ids of those that were sent or taken in, and by a token that travels with each."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from helpdesk.channels.notices.ports import MOST_NAMED
from helpdesk.channels.notices.rules.threads import MailClaim, MailKnownError, MailThread
from helpdesk.channels.notices.rules.tokens import reply_address, thread_address, thread_of_token
from helpdesk.foundation.kernel.errors import NotFoundError
from helpdesk.foundation.kernel.vocabulary import TicketId

from tests.builders.tickets import a_change

TICKET, OTHER = TicketId("HD-80000001"), TicketId("HD-80000002")
THEIRS = "<a+b@mail.rita.example>"


def a_claim(message_id=THEIRS, ticket=TICKET, **more):
    return MailClaim(message_id=message_id, thread=MailThread(ticket=ticket, **more))


def test_what_nobody_claimed_is_not_known(desk):
    assert desk.notices.threads.known([THEIRS, ""]) == {}


def test_of_no_ids_nothing_is_asked(desk):
    assert desk.notices.threads.known([]) == {}


def test_a_claimed_mail_is_known_by_its_id(desk):
    desk.notices.threads.claim(a_claim(entry="7", side="vendor"))
    thread = MailThread(ticket=TICKET, entry="7", side="vendor")
    assert desk.notices.threads.known(["<x@y>", THEIRS, f" {THEIRS} "]) == {THEIRS: thread, f" {THEIRS} ": thread}


@pytest.mark.parametrize("message_id", ["<" + "x" * 5000 + "@y>", "<größe@y>", "<a b@y>", "no brackets", "<\0@y>"])
def test_an_absurd_id_is_claimed_like_any_other(desk, message_id):
    desk.notices.threads.claim(a_claim(message_id))
    assert desk.notices.threads.known([message_id, THEIRS]) == {message_id: MailThread(ticket=TICKET)}


def test_what_is_claimed_stays_with_its_ticket(desk):
    desk.notices.threads.claim(a_claim())
    with pytest.raises(MailKnownError):
        desk.notices.threads.claim(a_claim(ticket=OTHER))
    assert desk.notices.threads.known([THEIRS])[THEIRS].ticket == TICKET


def test_of_many_who_claim_at_once_one_does(desk):
    def claimed(_):
        try:
            desk.notices.threads.claim(a_claim())
        except MailKnownError:
            return 0
        return 1

    with ThreadPoolExecutor(8) as workers:
        assert sum(workers.map(claimed, range(8))) == 1


def test_no_more_are_asked_for_than_one_request_should(desk):
    names = [f"<{number}@x>" for number in range(MOST_NAMED + 1)]
    for name in names:
        desk.notices.threads.claim(a_claim(name))
    assert list(desk.notices.threads.known(names)) == names[:MOST_NAMED]


def test_asking_is_one_request(aws, aws_desk):
    asked = []
    with aws.failing(lambda call: asked.append(call.name)):
        aws_desk.notices.threads.known([f"<{number}@x>" for number in range(50)])
    assert asked == ["dynamodb:BatchGetItem"]


def test_a_claim_goes_along_with_a_change_of_its_ticket(desk):
    saved = desk.tickets.save(a_change(), along=[a_claim()])
    assert desk.tickets.get(saved.id).id == saved.id
    assert THEIRS in desk.notices.threads.known([THEIRS])


def test_of_a_known_mail_nothing_is_saved(desk):
    desk.notices.threads.claim(a_claim())
    change = a_change()
    with pytest.raises(MailKnownError):
        desk.tickets.save(change, along=[a_claim()])
    with pytest.raises(NotFoundError):
        desk.tickets.get(change.after.id)


def test_a_token_says_whose_a_mail_is_wherever_it_stands(desk):
    mine, vendors = MailThread(ticket=TICKET), MailThread(ticket=TICKET, side="v1")
    for thread in (mine, vendors):
        address = thread_address(desk, thread.ticket, thread.side)
        written = [address, f"<{address}>", address.upper(), reply_address(desk, thread.ticket, thread.side, "help")]
        assert [thread_of_token(desk, each) for each in written] == [thread] * len(written)


def test_a_token_is_good_only_for_its_own_thread(desk):
    address = thread_address(desk, TICKET)
    stamp = address.partition("@")[0].rpartition("-")[2]
    for other in (
        address.replace("80000001", "80000002"),
        f"hd-80000001-v1-{stamp}@desk.example",
        f"hd-80000001-{stamp[:-1]}@desk.example",
        f"hd-80000001-{'a' * 16}@desk.example",
        "rita@people.example",
        "",
        "x" * 100_000 + address,
    ):
        assert thread_of_token(desk, other) is None


def test_an_address_with_a_token_is_one_that_mail_servers_take(desk):
    local, _, _ = reply_address(desk, TICKET, "x" * 12).partition("@")
    assert len(local) <= 64
