"""What was sent of tickets, what became of it, and addresses that nothing is sent to."""

from datetime import timedelta

import pytest
from helpdesk.assembly.memory import memory_desk
from helpdesk.channels.notices.rules.sent import (
    DeadAddress,
    MailFate,
    MailNews,
    MailState,
    OutMail,
    WhyWithheld,
)
from helpdesk.foundation.kernel.errors import NotFoundError, RateLimitedError
from helpdesk.foundation.kernel.vocabulary import PersonId, TicketId
from helpdesk.foundation.platform.dynamodb.effects import effect_key
from helpdesk.foundation.platform.dynamodb.limits import limit_writes
from helpdesk.foundation.platform.memory.clock import MONDAY_MORNING
from helpdesk.foundation.platform.ports import Claim, Limit
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

TICKET = TicketId("HD-80000001")
LEASE = timedelta(minutes=1)
MAIL = OutMail(
    key="mail#1#reply#rita",
    ticket=TICKET,
    entry="1",
    template="reply",
    person=PersonId("rita"),
    address="rita@people.example",
    at=MONDAY_MORNING,
)
SES_ID = "0107-1-000000"
READ_AS = f"<{SES_ID}@eu-central-1.amazonses.com>"


def news(state, key=MAIL.key, **more):
    fate = MailFate(state=state, at=MONDAY_MORNING + timedelta(minutes=1), why="")
    return MailNews(**{"ticket": TICKET, "key": key, "message_id": SES_ID, "fate": fate} | more)


def claimed(desk, mail=MAIL, *limits):
    return desk.notices.ledger.effects(mail, *limits).claim(TICKET, mail.key, LEASE)


def sent(desk, mail=MAIL):
    claimed(desk, mail)
    desk.notices.ledger.effects(mail).done(TICKET, mail.key, SES_ID)


def states(desk):
    return [kept.fate.state for kept in desk.notices.ledger.of_ticket(TICKET)]


def test_of_a_ticket_without_mail_nothing_was_sent(desk):
    assert desk.notices.ledger.of_ticket(TICKET) == []


def test_a_mail_is_being_sent_until_it_was(desk):
    claimed(desk)
    assert states(desk) == [MailState.SENDING]
    sent(desk)
    (kept,) = desk.notices.ledger.of_ticket(TICKET)
    assert (kept.mail, kept.fate.state, kept.fate.at) == (MAIL, MailState.SENT, MAIL.at)


def test_a_mail_is_claimed_as_any_effect_is(desk):
    assert [claimed(desk), claimed(desk)] == [Claim.GRANTED, Claim.BUSY]
    sent(desk)
    assert (claimed(desk), desk.effects.claim(TICKET, MAIL.key, LEASE)) == (Claim.DONE, Claim.DONE)


def test_answers_to_what_was_sent_are_known(desk):
    sent(desk)
    thread = desk.notices.threads.known([READ_AS])[READ_AS]
    assert (thread.ticket, thread.entry, thread.key) == (TICKET, MAIL.entry, MAIL.key)


def test_a_mail_that_was_refused_says_so(desk):
    claimed(desk)
    desk.notices.ledger.effects(MAIL).refused(TICKET, MAIL.key, LEASE)
    assert (states(desk), claimed(desk)) == ([MailState.REFUSED], Claim.REFUSED)


def test_mails_stand_in_the_order_of_what_they_tell(desk):
    for entry in "213":
        sent(desk, replace(MAIL, entry=entry, key=f"mail#{entry}#reply#rita"))
    assert [kept.mail.entry for kept in desk.notices.ledger.of_ticket(TICKET)] == ["1", "2", "3"]


def test_other_effects_of_a_ticket_are_no_mail(desk):
    desk.effects.claim(TICKET, "webhook#1#0", LEASE)
    desk.effects.claim(TICKET, "mail#before#there#was", LEASE)
    assert desk.notices.ledger.of_ticket(TICKET) == []


def test_what_is_withheld_is_not_sent_later_and_says_why(desk):
    desk.notices.ledger.withhold(MAIL, WhyWithheld.UNDELIVERABLE)
    (kept,) = desk.notices.ledger.of_ticket(TICKET)
    assert (kept.fate.state, kept.fate.why, claimed(desk)) == (MailState.WITHHELD, "undeliverable", Claim.DONE)


def test_what_is_withheld_meanwhile_stays_so(aws_desk, monkeypatch):
    """Somebody read it before that: what they know is older."""
    ledger = aws_desk.notices.ledger
    ledger.effects(MAIL).claim(TICKET, MAIL.key, timedelta())
    tables = ledger._tables
    before = tables.get(tables.main, effect_key(TICKET, MAIL.key))
    ledger.withhold(MAIL, WhyWithheld.UNDELIVERABLE)
    assert states(aws_desk) == [MailState.WITHHELD]
    monkeypatch.setattr(type(tables), "get", lambda *_: before)
    ledger.became(news(MailState.DELIVERED))
    assert states(aws_desk) == [MailState.WITHHELD]


def test_what_was_sent_is_not_withheld(desk):
    sent(desk)
    desk.notices.ledger.withhold(MAIL, WhyWithheld.UNDELIVERABLE)
    assert states(desk) == [MailState.SENT]


def test_a_limit_is_counted_with_the_claim_and_holds(desk):
    limit = Limit(key="rita", most=2, window=timedelta(hours=1))
    for number in range(2):
        assert claimed(desk, replace(MAIL, key=f"mail#{number}"), limit) is Claim.GRANTED
    assert claimed(desk, replace(MAIL, key="mail#0"), limit) is Claim.BUSY
    with pytest.raises(RateLimitedError):
        claimed(desk, replace(MAIL, key="mail#3"), limit)
    assert len(states(desk)) == 2
    desk.notices.ledger.withhold(replace(MAIL, key="mail#3"), WhyWithheld.TOO_MANY)
    assert states(desk)[-1] is MailState.WITHHELD


def test_limits_of_one_key_are_each_held(desk):
    day = Limit(key="rita", most=3, window=timedelta(days=1))
    hours = [replace(day, name=f"in_hour_{hour}", most=2) for hour in (8, 9)]
    for number in range(2):
        assert claimed(desk, replace(MAIL, key=f"mail#{number}"), day, hours[0]) is Claim.GRANTED
    with pytest.raises(RateLimitedError):
        claimed(desk, replace(MAIL, key="mail#2"), day, hours[0])
    assert claimed(desk, replace(MAIL, key="mail#2"), day, hours[1]) is Claim.GRANTED
    with pytest.raises(RateLimitedError):
        claimed(desk, replace(MAIL, key="mail#3"), day, hours[1])


def test_limits_of_one_key_cost_one_write(aws_desk):
    day = Limit(key="rita", most=3, window=timedelta(days=1))
    tables = aws_desk.notices.ledger._tables
    assert len(limit_writes(tables, day, replace(day, name="in_hour_8"))) == 1
    assert len(limit_writes(tables, day, replace(day, key="ada"))) == 2


def test_of_a_mail_that_is_not_known_nothing_is_written(desk):
    assert desk.notices.ledger.became(news(MailState.BOUNCED)) is None
    desk.effects.claim(TICKET, "webhook#1", LEASE)
    assert desk.notices.ledger.became(news(MailState.BOUNCED, key="webhook#1")) is None
    assert states(desk) == []


def test_what_the_service_tells_is_kept(desk):
    sent(desk)
    fate = MailFate(state=MailState.BOUNCED, at=MONDAY_MORNING, why="550 no such user")
    assert desk.notices.ledger.became(news(MailState.BOUNCED, fate=fate)) == MAIL
    assert [kept.fate for kept in desk.notices.ledger.of_ticket(TICKET)] == [fate]


LATER = [MailState.SENT, MailState.DELAYED, MailState.DELIVERED, MailState.BOUNCED, MailState.COMPLAINED]


@given(told=st.lists(st.sampled_from(LATER), min_size=1, max_size=6))
def test_whatever_the_order_in_which_it_is_told_the_last_state_holds(told):
    desk = memory_desk()
    sent(desk)
    for state in told:
        desk.notices.ledger.became(news(state))
    assert states(desk) == [max([MailState.SENT, *told], key=LATER.index)]


@pytest.mark.parametrize(
    "told", [("delivered", "sent", "delayed"), ("bounced", "delivered"), ("complained", "bounced")]
)
def test_what_is_told_late_does_not_take_the_place_of_what_is_known(desk, told):
    sent(desk)
    for state in told:
        desk.notices.ledger.became(news(MailState(state)))
    assert states(desk) == [told[0]]


def test_who_died_after_sending_is_known_to_have_sent(desk):
    """The process that handed the mail over wrote nothing down. The service tells it: nobody sends it again, and
    answers find their ticket.
    """
    claimed(desk)
    desk.notices.ledger.became(news(MailState.SENT))
    desk.clock.advance(LEASE * 2)
    assert (claimed(desk), states(desk)) == (Claim.DONE, [MailState.SENT])
    assert desk.notices.threads.known([READ_AS])[READ_AS].ticket == TICKET


def test_news_cost_a_read_and_a_write(aws, aws_desk):
    sent(aws_desk)
    asked = []
    with aws.failing(lambda call: asked.append(call.name)):
        aws_desk.notices.ledger.became(news(MailState.SENT))
        aws_desk.notices.ledger.became(news(MailState.DELIVERED))
    assert asked == ["dynamodb:GetItem"] * 2 + ["dynamodb:UpdateItem"]


DEAD = DeadAddress(address="Rita@Bücher.example", state=MailState.BOUNCED, why="550", since=MONDAY_MORNING)


def test_an_address_is_found_however_it_is_written(desk):
    desk.notices.dead.add(DEAD)
    assert desk.notices.dead.find(" rita@xn--bcher-kva.example") == DEAD
    assert desk.notices.dead.find("nora@bücher.example") is None


def test_what_is_known_of_an_address_stays(desk):
    desk.notices.dead.add(DEAD)
    desk.notices.dead.add(replace(DEAD, state=MailState.COMPLAINED))
    assert desk.notices.dead.find(DEAD.address) == DEAD


def test_an_address_that_works_again_is_none_of_them(desk):
    desk.notices.dead.add(DEAD)
    assert desk.notices.dead.remove("rita@bücher.example") == DEAD
    assert desk.notices.dead.find(DEAD.address) is None
    with pytest.raises(NotFoundError):
        desk.notices.dead.remove(DEAD.address)


def test_addresses_come_in_pages_by_address(desk):
    for name in "bdac":
        desk.notices.dead.add(replace(DEAD, address=f"{name}@x.example"))
    page = desk.notices.dead.page(None, 3)
    rest = desk.notices.dead.page(page.cursor, 3)
    assert [dead.address[0] for dead in (*page.addresses, *rest.addresses)] == list("abcd")
    assert rest.cursor is None
