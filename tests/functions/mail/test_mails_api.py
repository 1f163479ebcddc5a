"""The register of mails and the mailboxes, over HTTP."""

from typing import Final

import pytest
from helpdesk.channels.mail.actions import receiving, register
from helpdesk.channels.mail.actions.receiving import receive
from helpdesk.channels.mail.rules.arrival import Again
from helpdesk.channels.mail.rules.register import Outcome, arrived
from helpdesk.core.directory.rules import Person
from helpdesk.foundation.kernel.vocabulary import Role, TeamId
from msgspec.structs import replace

from tests.builders.directory import a_requester, an_agent
from tests.builders.mail import GOOD, HELP, a_mail, came, delivered, with_mailboxes
from tests.builders.staffing import staff

SPAM: Final = {"verdicts": GOOD | {"spam": "fail"}}
SEEN_NOTHING: Final = {"if-match": '"0"'}


@pytest.fixture
def admin(desk) -> Person:
    return staff(desk, an_agent("Max", role=Role.ADMIN))[0]


@pytest.fixture
def mails(desk):
    """One that became a ticket, one that is held back."""
    with_mailboxes(desk)
    _, message = delivered(desk, a_mail(Cc="bob@example.org", files=(("a.txt", b"hello"),)))
    _, held = delivered(desk, a_mail(subject="Buy this"), **SPAM)
    return message, held


def test_administrators_see_all_mails_the_newest_first(http, admin, mails):
    message, held = mails
    listed = http.get("/api/mails", by=admin).body
    assert [mail["id"] for mail in listed["items"]] == sorted([message.id, held.id], reverse=True)
    assert listed["cursor"] is None
    quarantined = http.get("/api/mails", by=admin, outcome="quarantine").body["items"]
    assert [(mail["id"], mail["reason"], mail["held"]) for mail in quarantined] == [(held.id, "spam", True)]


def test_administrators_are_told_how_many_are_held(http, desk, ada, rita, admin, mails, monkeypatch):
    assert http.get("/api/held-mails", by=admin).body == {"count": 1, "more": False}
    assert [http.get("/api/held-mails", by=by).status for by in (ada, rita)] == [403, 403]
    monkeypatch.setattr(register, "MOST_COUNTED", 1)
    delivered(desk, a_mail(subject="Buy that"), **SPAM)
    assert http.get("/api/held-mails", by=admin).body == {"count": 1, "more": True}
    receive(desk, replace(arrived(mails[1]), again=Again.RELEASE))
    assert http.get("/api/held-mails", by=admin).body == {"count": 1, "more": False}


def test_an_id_that_was_made_for_a_mail_without_one_is_not_shown_as_its_own(http, desk, admin):
    with_mailboxes(desk)
    headers, words = a_mail().split(b"\n\n", 1)
    nameless = b"\n".join(line for line in headers.split(b"\n") if not line.startswith(b"Message-ID"))
    _, mail = delivered(desk, nameless + b"\n\n" + words)
    shown = http.get(f"/api/mails/{mail.id}", by=admin).body
    assert (shown["outcome"], shown["message_id"]) == ("message", "")
    assert delivered(desk, nameless + b"\n\n" + words)[0] is Outcome.DUPLICATE


@pytest.mark.parametrize("again", [None, Again.RELEASE])
def test_whether_a_mail_has_an_id_that_could_not_be_read_is_not_known(http, desk, admin, monkeypatch, again):
    with_mailboxes(desk)
    monkeypatch.setattr(receiving, "parsed", lambda raw: [][len(raw)])
    _, mail = delivered(desk, a_mail())
    if again:
        receive(desk, replace(arrived(mail), again=again))
    assert http.get(f"/api/mails/{mail.id}", by=admin).body["message_id"] is None


def test_a_mail_is_shown_with_all_that_is_known_of_it(http, admin, mails):
    shown = http.get(f"/api/mails/{mails[0].id}", by=admin).body
    assert shown == {
        "id": mails[0].id,
        "message_id": mails[0].message_id,
        "received_at": "2026-03-02T09:00:00Z",
        "envelope": {"from": "rita@example.org", "to": [HELP]},
        "from": "rita@example.org",
        "from_name": "Rita",
        "subject": "The printer is on fire",
        "text": "It smokes.",
        "below": "",
        "attachments": [{"name": "a.txt", "type": "application/octet-stream", "size": 5}],
        "automatic": False,
        "bounce_for": [],
        "verdicts": GOOD,
        "outcome": "message",
        "reason": None,
        "ticket": mails[0].ticket,
        "entry": mails[0].entry,
        "held": False,
        "revision": 1,
    }


def test_what_a_mail_answers_stands_below_what_is_new_and_in_no_list(http, desk, admin, mails):
    wrote = "On Mon, 2 Mar 2026 at 09:00, Desk <help@desk.example> wrote:"
    _, taken = delivered(desk, a_mail(f"It burns.\n\n{wrote}\n> Does it smoke?\n"))
    shown = http.get(f"/api/mails/{taken.id}", by=admin).body
    assert (shown["text"], shown["below"]) == ("It burns.", f"{wrote}\n> Does it smoke?")
    assert {mail["below"] for mail in http.get("/api/mails", by=admin).body["items"]} == {""}


def test_staff_see_mails_that_a_ticket_was_made_of_and_no_others(http, ada, mails):
    message, held = mails
    assert [mail["id"] for mail in http.get("/api/mails", by=ada).body["items"]] == [message.id]
    assert http.get(f"/api/mails/{message.id}", by=ada).status == 200
    for path in ("", "/raw"):
        assert http.get(f"/api/mails/{held.id}{path}", by=ada).code == "not_found"
    for path in ("replays", "releases"):
        assert http.post(f"/api/mails/{held.id}/{path}", by=ada).code == "not_found"
        assert http.post(f"/api/mails/{message.id}/{path}", by=ada).code == "forbidden"


def test_nobody_else_sees_the_register(http, desk, mails):
    outside = staff(desk, an_agent("Otto", teams=("network-experts",), external=True), team="network-experts")[0]
    for who in (a_requester("Rita"), outside):
        for path in ("/api/mails", f"/api/mails/{mails[0].id}", f"/api/mails/{mails[0].id}/raw"):
            assert http.get(path, by=who).code == "forbidden"


def test_a_list_goes_on_by_its_cursor(http, desk, admin, mails):
    first = http.get("/api/mails", by=admin, limit=1).body
    then = http.get("/api/mails", by=admin, limit=1, cursor=first["cursor"]).body
    assert {first["items"][0]["id"], then["items"][0]["id"]} == {mail.id for mail in mails}
    assert then["cursor"] is None
    assert http.get("/api/mails", by=admin, outcome="message", cursor=first["cursor"]).code == "invalid"
    assert http.get("/api/mails", by=admin, outcome="lost").code == "invalid"


def test_a_mail_is_downloaded_as_it_came(http, desk, admin, mails):
    link = http.get(f"/api/mails/{mails[1].id}/raw", by=admin).body
    assert link["url"].startswith(f"memory://mail/{mails[1].key}?name=2026-03-02")


@pytest.mark.parametrize(("how", "outcome"), [("replays", Outcome.QUARANTINE), ("releases", Outcome.MESSAGE)])
def test_what_is_held_is_judged_anew_or_made_a_ticket_of(http, desk, admin, mails, how, outcome):
    assert http.post(f"/api/mails/{mails[1].id}/{how}", by=admin).status == 202
    (arrival,) = desk.mail.arrivals.waiting
    assert receive(desk, arrival) is outcome
    judged = http.get(f"/api/mails/{mails[1].id}", by=admin).body
    assert (judged["outcome"], judged["revision"]) == (outcome, 2)


def test_what_became_something_is_not_taken_in_again(http, desk, admin, mails):
    for how in ("replays", "releases"):
        assert http.post(f"/api/mails/{mails[0].id}/{how}", by=admin).code == "mail_not_held"
    assert not desk.mail.arrivals.waiting


def test_what_is_not_there_is_not_found(http, admin):
    assert http.get("/api/mails/nothing", by=admin).code == "not_found"


# ---- mailboxes


def a_box(**more):
    return {"id": "help", "address": HELP, "aliases": ["support@desk.example"], "name": "Help desk"} | more


def test_mailboxes_are_saved_by_administrators_and_read_by_staff(http, desk, ada, admin):
    staff(desk, ada, team="service-desk")
    assert http.get("/api/settings/mailboxes", by=ada).body == {
        "revision": 0, "saved_at": None, "saved_by": None, "mailboxes": [],
    }  # fmt: skip
    saved = http.put(
        "/api/settings/mailboxes", {"mailboxes": [a_box(team="service-desk")]}, by=admin, headers=SEEN_NOTHING
    )
    assert saved.status == 200, saved.text
    read = http.get("/api/settings/mailboxes", by=ada).body
    assert read["mailboxes"][0] == a_box(
        team="service-desk", language="en", signature="", acknowledges=True, writers="anybody", reopens_for_days=14
    )
    assert (read["revision"], read["saved_at"], read["saved_by"]) == (1, "2026-03-02T09:00:00Z", admin.id)
    mail = came(desk, a_mail(), recipients=("support@desk.example",))
    assert receive(desk, mail) is Outcome.MESSAGE
    assert desk.tickets.get(desk.mail.register.get(mail.id).ticket).team == TeamId("service-desk")


def test_only_administrators_save_mailboxes(http, ada):
    assert http.put("/api/settings/mailboxes", {"mailboxes": []}, by=ada, headers=SEEN_NOTHING).code == "forbidden"


def test_old_mailboxes_are_not_saved_over_new_ones(http, admin):
    assert http.put("/api/settings/mailboxes", {"mailboxes": []}, by=admin, headers=SEEN_NOTHING).status == 200
    assert (
        http.put("/api/settings/mailboxes", {"mailboxes": []}, by=admin, headers=SEEN_NOTHING).code == "settings_moved"
    )


WRONG = [
    ([a_box(address="help")], "mailboxes.0.address"),
    ([a_box(address="help+x@desk.example")], "mailboxes[0].address"),
    ([a_box(aliases=["HELP@desk.example"])], "mailboxes[0].aliases[0]"),
    ([a_box(), a_box(address="b@desk.example", aliases=[])], "mailboxes[1].id"),
    ([a_box(), a_box(id="b", address="support@desk.example", aliases=[])], "mailboxes[1].address"),
    ([a_box(id="Help!")], "mailboxes.0.id"),
    ([a_box(team="nobody")], "mailboxes[0].team"),
    ([a_box(reopens_for_days=-1)], "mailboxes.0.reopens_for_days"),
    ([a_box(writers="some")], "mailboxes.0.writers"),
]


@pytest.mark.parametrize(("mailboxes", "field"), WRONG, ids=[field for _, field in WRONG])
def test_a_wrong_mailbox_is_refused_where_it_is_wrong(http, admin, mailboxes, field):
    refused = http.put("/api/settings/mailboxes", {"mailboxes": mailboxes}, by=admin, headers=SEEN_NOTHING)
    assert refused.code == "invalid"
    assert refused.fields == [field]


def test_who_saved_mailboxes_when_is_known_and_what_was_saved_can_hold_again(http, desk, ada, rita, admin):
    path, versions = "/api/settings/mailboxes", "/api/settings/mailboxes/versions"
    first = {"mailboxes": [{"id": "help", "address": HELP, "name": "Acme", "team": "service-desk"}]}
    assert http.put(path, first, by=admin, headers=SEEN_NOTHING).status == 200
    assert http.put(path, {"mailboxes": []}, by=admin, headers={"if-match": '"1"'}).status == 200
    found = http.get(versions, by=ada).body["items"]
    assert [(each["revision"], each["mailboxes"], each["saved_by"], each["name"]) for each in found] == [
        (2, 0, admin.id, "Max"),
        (1, 1, admin.id, "Max"),
    ]
    then = http.get(f"{versions}/1", by=ada).body
    assert (then["revision"], then["mailboxes"][0]["name"]) == (1, "Acme")
    again = http.put(path, {"mailboxes": then["mailboxes"]}, by=admin, headers={"if-match": '"2"'})
    assert (again.status, again.body["revision"], again.body["mailboxes"]) == (200, 3, then["mailboxes"])
    assert http.get(f"{versions}/0", by=ada).body["mailboxes"] == []
    assert [http.get(f"{versions}/{which}", by=ada).status for which in ("9", "x")] == [404, 422]
    assert [http.get(each, by=rita).status for each in (versions, f"{versions}/1")] == [403, 403]
