"""One mail a day: chosen, gathered, sent at one's own time and once, whatever happens on the way."""

from datetime import timedelta
from typing import Any

import pytest
from helpdesk.channels.digests import actions as digests
from helpdesk.channels.digests.rules import Noted
from helpdesk.channels.notices.settings import WORDINGS
from helpdesk.core.directory.rules import Person
from helpdesk.core.preferences.rules import Concern
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.kernel.vocabulary import Role
from msgspec.structs import replace

from tests.builders.directory import an_agent
from tests.builders.staffing import staff
from tests.facts import facts_of
from tests.gateway import Gateway
from tests.lambdas import invoke

DIGEST = {"app": True, "mail": False, "push": False, "digest": True}
DAY = timedelta(days=1)
LETTERS = "/api/settings/letters"
OWN = {
    "letter": "digest",
    "language": "en",
    "subject": "{{ count }} since yesterday",
    "body": "Morning, {{ name }}.\n\n{{ tickets }}\n\n{% if more %}There is more.{% endif %}",
}


@pytest.fixture
def root(desk: Desk) -> Person:
    return staff(desk, an_agent("Root", role=Role.ADMIN))[0]


def choose(http: Gateway, by: Person, **wanted: Any) -> None:
    assert http.save("/api/me/settings", wanted, by=by).status == 200


def assigned(http: Gateway, desk: Desk, rita: Person, to: Person, by: Person, subject: str = "Fire") -> str:
    """A ticket that somebody was given and told of."""
    ticket = str(http.post("/api/tickets", {"subject": subject, "description": "It smokes."}, by=rita).body["id"])
    assert http.patch(f"/api/tickets/{ticket}", {"assignee": to.id}, by=by).status == 200
    tell(desk, ticket)
    return ticket


def tell(desk: Desk, ticket: str) -> None:
    for fact in facts_of(desk, ticket):
        invoke("notify_people", fact)


def sent(desk: Desk, to: Person) -> list[Any]:
    return [mail for mail in desk.notices.mailer.sent if mail.to == to.email]  # type: ignore[attr-defined]


def a_day_later(desk: Desk) -> None:
    desk.clock.advance(DAY)  # type: ignore[attr-defined]
    invoke("send_digests", {})


def test_what_concerned_somebody_comes_in_one_mail_and_once(
    http: Gateway, desk: Desk, ada: Person, rita: Person, root: Person
):
    choose(http, ada, notifications={"assigned": DIGEST, "replied": DIGEST}, digest_at="07:30")
    first = assigned(http, desk, rita, ada, root, "The <printer>")
    second = assigned(http, desk, rita, ada, root, "The fire")
    http.post(f"/api/tickets/{first}/messages", {"body": "SECRET"}, by=rita)
    for ticket in (first, second, first):
        tell(desk, ticket)
    invoke("send_digests", {})
    assert sent(desk, ada) == []
    for _ in range(2):
        a_day_later(desk)
    (mail,) = sent(desk, ada)
    assert mail.subject == "2 tickets: what happened"
    assert f"{first} The <printer>: assigned to you, the requester replied\n" in mail.text
    assert f"{second} The fire: assigned to you\n" in mail.text
    assert "SECRET" not in mail.text + mail.html
    assert (mail.reply_to, mail.references, mail.automatic) == ("", "", True)


def test_a_mail_that_died_on_its_way_is_sent_again_and_a_sent_one_is_not(
    http: Gateway, desk: Desk, ada: Person, rita: Person, root: Person, monkeypatch: pytest.MonkeyPatch
):
    choose(http, ada, notifications={"assigned": DIGEST})
    assigned(http, desk, rita, ada, root)
    desk.clock.advance(DAY)  # type: ignore[attr-defined]
    with monkeypatch.context() as broken:
        broken.setattr(desk.notices.mailer, "send", lambda _: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            invoke("send_digests", {})
    desk.clock.advance(timedelta(minutes=5))  # type: ignore[attr-defined]
    with monkeypatch.context() as broken:
        broken.setattr(desk.digests, "done", lambda _: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            invoke("send_digests", {})
    invoke("send_digests", {})
    assert len(sent(desk, ada)) == 1


@pytest.mark.parametrize("at_once", [1, 2, 100])
def test_one_whose_mail_fails_holds_up_nobody(
    http: Gateway, desk: Desk, ada: Person, rita: Person, root: Person, monkeypatch: pytest.MonkeyPatch, at_once: int
):
    monkeypatch.setattr(digests, "AT_ONCE", at_once)
    bob = staff(desk, an_agent("Bob"))[0]
    for person in (ada, bob):
        choose(http, person, notifications={"assigned": DIGEST})
        assigned(http, desk, rita, person, root)
    desk.clock.advance(DAY)  # type: ignore[attr-defined]
    send = desk.notices.mailer.send
    monkeypatch.setattr(desk.notices.mailer, "send", lambda mail: 1 / 0 if mail.to == ada.email else send(mail))
    with pytest.raises(ZeroDivisionError):
        invoke("send_digests", {})
    assert (len(sent(desk, ada)), len(sent(desk, bob))) == (0, 1)


def test_everybody_whose_time_has_come_has_theirs_with_one_call(
    http: Gateway, desk: Desk, ada: Person, rita: Person, root: Person, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(digests, "AT_ONCE", 1)
    bob = staff(desk, an_agent("Bob"))[0]
    for person in (ada, bob):
        choose(http, person, notifications={"assigned": DIGEST})
        assigned(http, desk, rita, person, root)
    a_day_later(desk)
    assert (len(sent(desk, ada)), len(sent(desk, bob))) == (1, 1)


def test_what_is_noted_while_its_mail_falls_due_goes_with_it(
    http: Gateway, desk: Desk, ada: Person, rita: Person, root: Person
):
    """Who notes it saw a moment before the time that it would come in time."""
    choose(http, ada, notifications={"assigned": DIGEST})
    first = assigned(http, desk, rita, ada, root)
    (due,) = desk.digests.due(desk.clock.now() + DAY, 10)
    desk.clock.advance(due.at - desk.clock.now())  # type: ignore[attr-defined]
    invoke("send_digests", {})
    late = http.post("/api/tickets", {"subject": "Late", "description": "It smokes."}, by=rita).body["id"]
    noted = Noted(ticket=late, entry="late", concern=Concern.ASSIGNED, at=desk.clock.now())
    desk.digests.note(due, noted)
    desk.clock.advance(timedelta(minutes=5))  # type: ignore[attr-defined]
    invoke("send_digests", {})
    (mail,) = sent(desk, ada)
    assert first in mail.text
    assert late in mail.text


def test_what_one_may_not_see_any_more_is_not_told(http: Gateway, desk: Desk, ada: Person, rita: Person, root: Person):
    choose(http, ada, notifications={"assigned": DIGEST})
    assigned(http, desk, rita, ada, root)
    desk.directory.put_person(replace(desk.directory.person(ada.id), role=Role.REQUESTER))
    a_day_later(desk)
    assert sent(desk, ada) == []


def test_quiet_hours_hold_single_mails_back_and_not_what_waits_for_the_day(
    http: Gateway, desk: Desk, ada: Person, rita: Person, root: Person
):
    choose(
        http, ada, notifications={"assigned": DIGEST}, quiet_hours={"start": "00:00", "end": "23:59"}, digest_at="12:00"
    )
    assigned(http, desk, rita, ada, root)
    a_day_later(desk)
    assert len(sent(desk, ada)) == 1


def test_who_works_here_gets_so_many_mails_a_day_and_the_rest_in_one(
    http: Gateway, desk: Desk, ada: Person, rita: Person, root: Person
):
    terms = {"automatic_an_hour": 20, "automatic_a_day": 2, "attached_mb": 7, "quoted": 0}
    assert http.save("/api/settings/mail", terms, by=root).body["automatic_a_day"] == 2
    tickets = [assigned(http, desk, rita, ada, root, f"Fire {number}") for number in range(4)]
    assert len(sent(desk, ada)) == 2
    kept = http.get(f"/api/tickets/{tickets[3]}/mails", by=ada).body["items"]
    assert ("assigned", "withheld", "too_many") in [(mail["letter"], mail["state"], mail["why"]) for mail in kept]
    a_day_later(desk)
    (_, _, digest) = sent(desk, ada)
    assert all(ticket in digest.text for ticket in tickets[2:])
    assert not any(ticket in digest.text for ticket in tickets[:2])


def test_who_asks_gets_so_many_mails_of_machines_a_day(
    http: Gateway, desk: Desk, ada: Person, rita: Person, root: Person
):
    terms = {"automatic_an_hour": 1000, "automatic_a_day": 2, "attached_mb": 7, "quoted": 0}
    http.save("/api/settings/mail", terms, by=root)
    for number in range(4):
        made = http.post("/api/tickets", {"subject": f"Fire {number}", "description": "It smokes."}, by=rita)
        tell(desk, str(made.body["id"]))
    assert len(sent(desk, rita)) == 2
    a_day_later(desk)
    assert len(sent(desk, rita)) == 2


def test_mail_at_once_and_in_one_mail_is_refused(http: Gateway, ada: Person):
    both = DIGEST | {"mail": True}
    refused = http.save("/api/me/settings", {"notifications": {"replied": both}}, by=ada)
    assert (refused.status, refused.fields) == (422, ["notifications.replied.digest"])
    paged = http.save("/api/me/settings", {"notifications": {"paged": DIGEST}}, by=ada)
    assert (paged.status, paged.fields) == (422, ["notifications.paged.mail"])
    assert http.save("/api/me/settings", {"digest_at": "24:00"}, by=ada).fields == ["digest_at"]


def test_it_is_sent_in_an_administrators_words(http: Gateway, desk: Desk, ada: Person, rita: Person, root: Person):
    assert http.save(LETTERS, {"templates": [OWN]}, by=root).status == 200
    choose(http, ada, notifications={"assigned": DIGEST})
    ticket = assigned(http, desk, rita, ada, root, "The <printer>")
    a_day_later(desk)
    (mail,) = sent(desk, ada)
    assert mail.subject == "1 ticket since yesterday"
    assert mail.text.startswith(f"Morning, Ada.\n\n{ticket} The <printer>: assigned to you\nhttps://")
    assert "in your settings:\nhttps://" in mail.text  # whoever leaves out the footer does not leave out the way
    assert "<p>Morning, Ada.</p><p><a href=" in mail.html
    assert "&lt;printer&gt;" in mail.html


def test_one_whose_words_fail_is_sent_in_the_products_and_its_writer_finds_out(
    http: Gateway, desk: Desk, ada: Person, rita: Person, root: Person
):
    """As after an update of the product whose letters know less."""
    choose(http, ada, notifications={"assigned": DIGEST})
    assigned(http, desk, rita, ada, root)
    now = desk.settings.now(WORDINGS.bundle)
    gone = OWN | {"mailbox": None, "body": "{{ weather }}"}
    desk.settings.save(now, now.with_fields({"templates": [gone]}, desk.clock.now(), root.id))
    a_day_later(desk)
    (mail,) = sent(desk, ada)
    assert mail.text.startswith("Hello Ada,\n\nthis happened while")
    (fault,) = http.get(LETTERS, by=root).body["faults"]
    assert (fault["letter"], fault["field"], fault["ticket"]) == ("digest", "body", None)


def test_it_is_looked_at_by_an_example_of_no_single_ticket_and_no_mailbox(http: Gateway, root: Person):
    kinds = {kind["name"]: kind for kind in http.get(LETTERS, by=root).body["letters"]}
    assert (kinds["digest"]["to"], kinds["digest"]["of_ticket"], kinds["reply"]["of_ticket"]) == ("staff", False, True)
    assert [place["name"] for place in kinds["digest"]["places"]] == [
        *("name", "count", "tickets", "more", "brand", "link", "footer"),
    ]
    wanted = {"letter": "digest", "language": "de", **kinds["digest"]["words"]["de"]}
    shown = http.post(f"{LETTERS}/previews", wanted, by=root).body
    assert shown["subject"] == "2 Tickets: was geschehen ist"
    assert "HD-12345678 Der Drucker druckt nichts: Ihnen zugewiesen" in shown["text"]
    for field, value in (("ticket", "HD-80000001"), ("mailbox", "billing")):
        refused = http.post(f"{LETTERS}/previews", wanted | {field: value}, by=root)
        assert [(error["field"], error["code"]) for error in refused.body["errors"]] == [(field, "letter_of_many")]
