"""Mail comes in: what each becomes, whom it is from, and that none is lost or taken twice."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from helpdesk.channels.mail.actions.receiving import receive
from helpdesk.channels.mail.rules.arrival import Again
from helpdesk.channels.mail.rules.register import Outcome, Reason
from helpdesk.channels.notices.rules.threads import MailClaim, MailThread
from helpdesk.channels.notices.rules.tokens import reply_address, thread_address
from helpdesk.core.record.tickets import MessageAdded, TicketCreated
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.kernel import encoding
from helpdesk.foundation.kernel.errors import NotFoundError
from helpdesk.foundation.kernel.vocabulary import Channel, Role, Via, Visibility
from msgspec.structs import replace

from tests.builders.mail import (
    GOOD,
    HELP,
    a_mail,
    came,
    delivered,
    entry_of,
    moved,
    opened,
    reply,
    ticket_of,
    with_mailboxes,
)
from tests.lambdas import invoke

BAD = GOOD | {"dmarc": "fail"}


@pytest.fixture(autouse=True)
def taking_mail(desk: Desk) -> None:
    with_mailboxes(desk)


def test_a_mail_becomes_a_ticket_of_somebody_new(desk):
    taken = opened(desk)
    ticket, entry = ticket_of(desk, taken), entry_of(desk, taken)
    assert (ticket.subject, ticket.channel, ticket.requester_email) == (
        "The printer is on fire", Channel.EMAIL, "rita@example.org",
    )  # fmt: skip
    assert isinstance(entry.event, TicketCreated)
    assert (entry.personal.body, entry.personal.author) == ("It smokes.", "Rita")
    assert (entry.event.mail, entry.event.mailbox) == (taken.id, "help")
    assert desk.directory.by_email("rita@example.org").id == ticket.requester


def test_the_function_gives_back_what_failed_and_reads_the_others(desk):
    good, gone = came(desk, a_mail()), came(desk, a_mail())
    del desk.mail.raw.kept[gone.key]
    records = [
        {"messageId": arrival.id, "body": encoding.encode(arrival), "attributes": {"MessageGroupId": arrival.id}}
        for arrival in (gone, good)
    ]
    assert invoke("receive_email", {"Records": records}) == {"batchItemFailures": [{"itemIdentifier": gone.id}]}
    assert desk.mail.register.get(good.id).outcome is Outcome.MESSAGE
    with pytest.raises(NotFoundError):
        receive(desk, gone)


def test_who_is_known_is_known_by_their_mail(desk, rita):
    taken = opened(desk, sender=f"R. <{rita.email.upper()}>")
    assert ticket_of(desk, taken).requester == rita.id


@pytest.mark.parametrize("way", ["in_reply_to", "references", "token in references", "plus-address", "subject"])
@pytest.mark.parametrize("state", ["open", "pending", "solved"])
def test_an_answer_stands_on_its_ticket_by_whatever_leads_there(desk, way, state):
    first = opened(desk)
    moved(desk, first.ticket, state)
    headers = {
        "in_reply_to": {"In_Reply_To": f"<{first.message_id}>"},
        "references": {"References": f"<other@example.org> <{first.message_id}>"},
        "token in references": {"References": f"<{thread_address(desk, first.ticket)}>"},
        "plus-address": {},
        "subject": {"subject": f"Re: [{first.ticket}] changed"},
    }[way]
    to = {"recipients": (reply_address(desk, first.ticket),)} if way == "plus-address" else {}
    outcome, taken = delivered(desk, a_mail("And now?", **{"subject": "changed"} | headers), **to)
    assert (outcome, taken.ticket) == (Outcome.MESSAGE, first.ticket)
    entry = entry_of(desk, taken)
    assert isinstance(entry.event, MessageAdded)
    assert (entry.event.via, entry.event.by, entry.event.mail) == (Via.MAIL, Role.REQUESTER, taken.id)
    assert ticket_of(desk, taken).state == "open"


def test_an_answer_to_a_mail_of_ours_stands_on_its_ticket(desk):
    first = opened(desk)
    ours = MailClaim(message_id="0107-sent@eu-central-1.amazonses.com", thread=MailThread(ticket=first.ticket))
    desk.notices.threads.claim(ours)
    _, taken = delivered(desk, a_mail(In_Reply_To=f"<{ours.message_id}>"))
    assert taken.ticket == first.ticket


def test_who_the_mail_went_to_as_well_may_answer(desk):
    first = opened(desk, Cc="Bob <bob@example.org>")
    outcome, taken = reply(desk, first, sender="Bob <bob@example.org>", text="I saw it, too.")
    assert (outcome, taken.ticket) == (Outcome.MESSAGE, first.ticket)
    entry = entry_of(desk, taken)
    assert (entry.event.by, entry.personal.author) == (Role.REQUESTER, "Bob")
    assert desk.directory.by_email("bob@example.org").id == entry.actor.id
    assert ticket_of(desk, first).requester_name == "Rita"


@pytest.mark.parametrize("stolen", ["token", "id", "subject"])
def test_a_stranger_begins_a_ticket_that_names_the_other(desk, stolen):
    first = opened(desk)
    headers = {
        "token": {"References": f"<{thread_address(desk, first.ticket)}>"},
        "id": {"In_Reply_To": f"<{first.message_id}>"},
        "subject": {"subject": f"Re: {first.ticket}"},
    }[stolen]
    outcome, taken = delivered(desk, a_mail("Let me in.", "Eve <eve@example.net>", **{"subject": "Hi"} | headers))
    assert outcome is Outcome.MESSAGE
    assert taken.ticket != first.ticket
    assert ticket_of(desk, taken).mailed.related == first.ticket
    assert len(desk.tickets.entries(first.ticket)) == len(desk.tickets.entries(first.ticket, up_to=1))


def test_a_false_token_is_none(desk):
    first = opened(desk)
    false = thread_address(desk, first.ticket).replace(first.ticket.lower()[-4:], "0000")
    _, taken = delivered(desk, a_mail(subject="Hi", References=f"<{false}>"))
    assert ticket_of(desk, taken).mailed.related is None


def test_an_answer_takes_up_again_what_was_closed_a_while_ago(desk):
    first = opened(desk)
    moved(desk, first.ticket, "closed", timedelta(days=13))
    _, taken = reply(desk, first)
    assert (taken.ticket, ticket_of(desk, first).state) == (first.ticket, "open")


@pytest.mark.parametrize(("state", "days"), [("closed", 15), ("cancelled", 1)])
def test_later_it_begins_one_that_follows(desk, state, days):
    first = opened(desk)
    moved(desk, first.ticket, state, timedelta(days=days))
    _, taken = reply(desk, first)
    assert taken.ticket != first.ticket
    assert ticket_of(desk, taken).sequel.follows == first.ticket
    assert ticket_of(desk, first).state == state


# ---- once


def test_the_same_delivery_told_again_changes_nothing(desk):
    arrival = came(desk, a_mail())
    assert [receive(desk, arrival) for _ in range(3)] == [Outcome.MESSAGE] * 3
    assert len(list(desk.tickets.ids())) == 1


def test_copies_of_a_mail_make_one_message(desk):
    raw = a_mail()
    outcomes = [delivered(desk, raw) for _ in range(3)]
    assert [outcome for outcome, _ in outcomes] == [Outcome.MESSAGE, Outcome.DUPLICATE, Outcome.DUPLICATE]
    assert {(taken.ticket, taken.entry) for _, taken in outcomes} == {(outcomes[0][1].ticket, outcomes[0][1].entry)}


def test_copies_at_the_same_moment_make_one_message(desk):
    raw = a_mail(Cc="a@example.org, b@example.org")
    arrivals = [came(desk, raw) for _ in range(8)]
    with ThreadPoolExecutor(8) as all_at_once:
        outcomes = list(all_at_once.map(lambda arrival: receive(desk, arrival), arrivals))
    assert sorted(outcomes) == sorted([Outcome.MESSAGE, *[Outcome.DUPLICATE] * 7])
    assert len(list(desk.tickets.ids())) == 1


def test_another_mail_of_the_same_id_is_not_lost(desk):
    first = opened(desk, message_id="<same@example.org>")
    outcome, taken = delivered(desk, a_mail("Something else.", message_id="<same@example.org>"))
    assert (outcome, taken.ticket) == (Outcome.MESSAGE, first.ticket)
    assert entry_of(desk, taken).personal.body == "Something else."


# ---- machines


@pytest.mark.parametrize("state", ["pending", "solved", "open"])
def test_what_a_machine_answers_moves_nothing(desk, state):
    first = opened(desk)
    moved(desk, first.ticket, state)
    _, taken = reply(desk, first, Auto_Submitted="auto-replied")
    assert entry_of(desk, taken).event.automatic
    assert ticket_of(desk, first).state == state


def test_what_a_machine_says_to_a_closed_ticket_is_not_said(desk):
    first = opened(desk)
    moved(desk, first.ticket, "closed")
    outcome, taken = reply(desk, first, Auto_Submitted="auto-replied")
    assert (outcome, taken.reason, taken.ticket) == (Outcome.IGNORED, Reason.MACHINE, first.ticket)


def test_a_machine_gets_no_acknowledgement_for_its_ticket(desk):
    taken = opened(desk, Auto_Submitted="auto-generated")
    assert entry_of(desk, taken).event.unacknowledged
    assert entry_of(desk, opened(desk)).event.unacknowledged is None


def test_an_answer_of_a_machine_to_nothing_of_ours_is_ignored_and_can_be_let_in(desk):
    arrival = came(desk, a_mail(Auto_Submitted="auto-replied", In_Reply_To="<gone@example.org>"))
    assert receive(desk, arrival) is Outcome.IGNORED
    assert desk.mail.register.get(arrival.id).reason is Reason.AUTO_REPLY
    assert receive(desk, replace(arrival, again=Again.RELEASE)) is Outcome.MESSAGE


def test_the_vacation_of_somebody_who_works_here_is_nobody_s_message(desk, ada):
    first = opened(desk)
    sender = f"Ada <{ada.email}>"
    outcome, taken = reply(desk, first, sender=sender, Auto_Submitted="auto-replied")
    assert (outcome, taken.reason) == (Outcome.IGNORED, Reason.MACHINE)


def test_mail_in_our_own_name_goes_no_further(desk):
    outcome, taken = delivered(desk, a_mail(sender=HELP))
    assert (outcome, taken.reason) == (Outcome.IGNORED, Reason.OWN_ADDRESS)


# ---- staff


def test_an_agent_answers_by_mail(desk, ada):
    first = opened(desk)
    _, taken = reply(desk, first, sender=f"Ada <{ada.email}>", text="Try water.")
    entry = entry_of(desk, taken)
    assert (entry.event.by, entry.actor.id, entry.event.visibility) == (Role.AGENT, ada.id, Visibility.PUBLIC)


def test_a_note_by_mail_is_never_public(desk, ada):
    first = opened(desk)
    _, taken = reply(desk, first, sender=f"Ada <{ada.email}>", text="#note\nRita always does this.")
    assert entry_of(desk, taken).event.visibility is Visibility.INTERNAL


@pytest.mark.parametrize("verdicts", [BAD, GOOD | {"dmarc": "gray", "spf": "fail"}])
def test_nobody_is_an_agent_without_proof(desk, ada, verdicts):
    first = opened(desk)
    raw = a_mail("#solved", f"Ada <{ada.email}>", In_Reply_To=f"<{first.message_id}>")
    _, taken = delivered(desk, raw, verdicts=verdicts)
    assert taken.ticket != first.ticket
    assert ticket_of(desk, first).state == "new"


@pytest.mark.parametrize("verdicts", [BAD, GOOD | {"dmarc": "gray", "spf": "fail"}])
def test_who_takes_part_and_works_here_is_no_agent_without_proof_either(desk, ada, verdicts):
    first = opened(desk, Cc=ada.email)
    raw = a_mail("#solved\nDone.", f"Ada <{ada.email}>", In_Reply_To=f"<{first.message_id}>")
    _, taken = delivered(desk, raw, verdicts=verdicts)
    entry = entry_of(desk, taken)
    assert (taken.ticket, entry.event.by, entry.actor.role) == (first.ticket, Role.REQUESTER, Role.GUEST)
    assert (entry.personal.body, ticket_of(desk, first).state) == ("#solved\nDone.", "new")


def test_a_specialist_from_outside_who_only_takes_part_writes_as_one_who_does(desk, ada):
    desk.directory.put_person(replace(ada, external=True, teams=()))
    first = opened(desk, Cc=ada.email)
    _, taken = reply(desk, first, sender=f"Ada <{ada.email}>", text="I saw it, too.")
    assert (taken.ticket, entry_of(desk, taken).actor.role) == (first.ticket, Role.GUEST)


@pytest.mark.parametrize("others", ["Eve <eve@example.net>, {}", "{}, Eve <eve@example.net>"])
def test_a_mail_of_several_writers_proves_none(desk, ada, others):
    first = opened(desk)
    _, taken = reply(desk, first, sender=others.format(f"Ada <{ada.email}>"), text="#solved", Sender=ada.email)
    assert taken.ticket != first.ticket
    assert ticket_of(desk, first).state == "new"


def test_what_an_agent_passes_on_is_a_ticket_of_who_wrote_it(desk, ada):
    text = """Please have a look.

-------- Forwarded Message --------
Subject: The lift is stuck
Date: Mon, 2 Mar 2026 08:00:00 +0000
From: Rita <rita@example.org>
To: Ada <ada@people.example>

It does not move.
"""
    taken = opened(desk, sender=f"Ada <{ada.email}>", subject="Fwd: The lift is stuck", text=text)
    ticket, entry = ticket_of(desk, taken), entry_of(desk, taken)
    assert (ticket.requester_email, ticket.requester_name) == ("rita@example.org", "Rita")
    assert entry.event.noted_by == ada.id
    assert (ticket.subject, entry.personal.body) == ("The lift is stuck", "It does not move.")
    (note,) = [each for each in desk.tickets.entries(ticket.id) if isinstance(each.event, MessageAdded)]
    assert (note.personal.body, note.event.visibility) == ("Please have a look.", Visibility.INTERNAL)
    assert (note.actor.id, note.event.by, note.event.via) == (ada.id, Role.AGENT, Via.MAIL)
    assert note.version == entry.version  # with the ticket or not at all
