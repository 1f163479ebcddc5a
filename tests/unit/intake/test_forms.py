"""The public form: good from two seconds to two hours after it was fetched, for one ticket, and not too often."""

from datetime import timedelta

import pytest
from helpdesk.channels.intake.actions import form
from helpdesk.channels.intake.rules.form import FormExpiredError, FormInvalidError, FormTooFastError
from helpdesk.channels.intake.rules.opening import Sender
from helpdesk.channels.intake.settings.form import FORM
from helpdesk.core.record.attachments import Attachment
from helpdesk.core.tickets.rules.links import guest, status_link
from helpdesk.foundation.kernel.errors import KeyReusedError, RateLimitedError, SignInError

from tests.builders.intake import a_draft, open_ticket
from tests.builders.platform import a_key

RITA = Sender(email="rita@people.example", name="Rita", language="de")
SECOND, HOUR = timedelta(seconds=1), timedelta(hours=1)


def send(desk, token, sender=RITA, address="192.0.2.1", payload="payload", **draft):
    return form.open_by_form(desk, token, a_draft(**draft), sender, address, a_key("", payload))


def fetched(desk, ago=timedelta(minutes=1)):
    token = form.issue_form(desk)
    desk.clock.advance(ago)
    return token


AGES = [
    (timedelta(), FormTooFastError),
    (SECOND, FormTooFastError),
    (2 * SECOND, None),
    (HOUR, None),
    (2 * HOUR, None),
    (2 * HOUR + SECOND, FormExpiredError),
    (timedelta(days=30), FormExpiredError),
]


@pytest.mark.parametrize(("age", "error"), AGES)
def test_a_form_is_good_at_its_age(memory_desk, age, error):
    token = fetched(memory_desk, ago=age)
    if error is None:
        assert send(memory_desk, token).ticket.requester_name == "Rita"
    else:
        with pytest.raises(error):
            send(memory_desk, token)
        assert list(memory_desk.tickets.ids()) == []


@pytest.mark.parametrize("alter", ["{0}x", "x{0}", "{0:.10}", "", "x.y.z"])
def test_an_altered_form_is_refused(memory_desk, alter):
    token = fetched(memory_desk)
    with pytest.raises(FormInvalidError):
        send(memory_desk, alter.format(token))


def test_a_link_is_no_form(memory_desk):
    ticket = open_ticket(memory_desk)
    token = status_link(memory_desk, ticket).partition("#")[2]
    memory_desk.clock.advance(HOUR)
    with pytest.raises(FormInvalidError):
        send(memory_desk, token)


def test_a_form_is_no_link(memory_desk):
    with pytest.raises(SignInError):
        guest(memory_desk, fetched(memory_desk))


def test_a_form_sent_again_is_the_same_ticket(memory_desk):
    token = fetched(memory_desk)
    first = send(memory_desk, token)
    assert send(memory_desk, token) == first
    assert len(list(memory_desk.tickets.ids())) == 1


def test_a_form_is_good_for_one_ticket(memory_desk):
    token = fetched(memory_desk)
    send(memory_desk, token)
    with pytest.raises(KeyReusedError):
        send(memory_desk, token, payload="another")


def test_a_refused_form_can_be_sent_again(memory_desk):
    token = form.issue_form(memory_desk)
    with pytest.raises(FormTooFastError):
        send(memory_desk, token)
    memory_desk.clock.advance(5 * SECOND)
    assert send(memory_desk, token).ticket.version == 1


def test_files_are_bound_to_the_form_they_were_posted_with(memory_desk):
    token = fetched(memory_desk)
    session = form.form_session(memory_desk, token)
    outcome = send(memory_desk, token, attachments=(Attachment(id="upload", name="a.png"),))
    (attachment,) = outcome.entries[0].event.attachments
    assert attachment.id == f"{session}-upload"


def test_a_newcomer_keeps_the_name_and_language_of_the_form(memory_desk):
    send(memory_desk, fetched(memory_desk))
    person = memory_desk.directory.by_email(RITA.email)
    assert (person.name, person.language) == ("Rita", "de")


def many(desk, count, **how):
    return [send(desk, fetched(desk, 3 * SECOND), **how) for _ in range(count)]


def test_an_address_may_send_so_many_in_an_hour(memory_desk):
    limit = memory_desk.settings.of(FORM).form_limit_per_email
    many(memory_desk, limit)
    with pytest.raises(RateLimitedError) as error:
        many(memory_desk, 1)
    assert timedelta() < error.value.retry_after <= HOUR
    assert len(list(memory_desk.tickets.ids())) == limit


@pytest.mark.parametrize("written", ["RITA@people.example", " rita@People.Example "])
def test_an_address_is_the_same_however_it_is_written(memory_desk, written):
    many(memory_desk, memory_desk.settings.of(FORM).form_limit_per_email)
    with pytest.raises(RateLimitedError):
        many(memory_desk, 1, sender=Sender(email=written, name="Rita"))


def test_one_network_may_send_so_many_in_an_hour(memory_desk):
    limit = memory_desk.settings.of(FORM).form_limit_per_address
    for number in range(limit):
        many(memory_desk, 1, sender=Sender(email=f"r{number}@people.example", name="R"))
    with pytest.raises(RateLimitedError):
        many(memory_desk, 1, sender=Sender(email="other@people.example", name="R"))
    assert many(memory_desk, 1, sender=Sender(email="other@people.example", name="R"), address="198.51.100.1")


def test_the_next_hour_begins_anew(memory_desk):
    many(memory_desk, memory_desk.settings.of(FORM).form_limit_per_email)
    memory_desk.clock.advance(HOUR)
    assert many(memory_desk, 1)


def test_a_known_form_is_answered_though_the_limit_is_used_up(memory_desk):
    token = fetched(memory_desk)
    first = send(memory_desk, token)
    many(memory_desk, memory_desk.settings.of(FORM).form_limit_per_email - 1)
    assert send(memory_desk, token) == first


def test_addresses_are_counted_but_not_kept(memory_desk):
    limits = form.form_limits(memory_desk.settings.of(FORM), "192.0.2.1", RITA.email, memory_desk.clock.wall())
    assert not any(word in limit.key for limit in limits for word in ("192.0.2.1", "rita", "people"))


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("2a02:8109:9d40:1::1", "2a02:8109:9d40:1:ffff:1:2:3", True),
        ("2a02:8109:9d40:1::1", "2a02:8109:9d40:2::1", False),
        ("::ffff:192.0.2.1", "192.0.2.1", True),
        ("192.0.2.1", "192.0.2.2", False),
    ],
)
def test_who_calls_is_counted_by_customer(memory_desk, one, other, same):
    first, second = (
        form.form_limits(memory_desk.settings.of(FORM), each, RITA.email, memory_desk.clock.wall())[0].key
        for each in (one, other)
    )
    assert (first == second) is same


def test_a_link_is_good_for_ninety_days(memory_desk):
    token = status_link(memory_desk, open_ticket(memory_desk)).partition("#")[2]
    memory_desk.clock.advance(timedelta(days=90))
    assert guest(memory_desk, token).ticket_id
    memory_desk.clock.advance(SECOND)
    with pytest.raises(SignInError):
        guest(memory_desk, token)
