"""Reports by mail: chosen by leads for themselves, counted as they may have them, sent once."""

import csv
from datetime import timedelta
from io import StringIO
from typing import Any

import pytest
from helpdesk.capabilities.numbers.actions.projecting import put
from helpdesk.channels.briefings.rules.briefing import MOST
from helpdesk.core.directory.rules import Person
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.kernel.vocabulary import Role
from msgspec import to_builtins
from msgspec.structs import replace

from tests.contract.numbers.workers import a_row
from tests.gateway import Gateway, Reply
from tests.lambdas import invoke

BRIEFINGS = "/api/briefings"
PLAN = {"name": "Us <b>", "report": "flow", "rhythm": "day", "at": "08:00"}
DAY = timedelta(days=1)


@pytest.fixture(autouse=True)
def _rows(desk: Desk) -> None:
    """On Monday one was opened with Lea's people, and one elsewhere."""
    now = desk.clock.now()
    mine = a_row(1, created_at=now, opened=(now,))
    put(desk, "2026-03", [mine, a_row(2, created_at=now, opened=(now,), team="network", handled_by="nora")])


def seen(revision: int) -> dict[str, str]:
    return {"if-match": f'"{revision}"'}


def make(http: Gateway, by: Person, **part: Any) -> Reply:
    return http.post(BRIEFINGS, PLAN | part, by=by)


def later(desk: Desk, by: timedelta = DAY) -> list[Any]:
    """A sweep, and what it began: what is mailed then."""
    desk.clock.advance(by)  # type: ignore[attr-defined]
    invoke("send_digests", {})
    return begun(desk)


def begun(desk: Desk) -> list[Any]:
    mailer: Any = desk.notices.mailer
    before, senders = len(mailer.sent), desk.briefings.senders
    for errand in senders.begun:  # type: ignore[attr-defined]
        invoke("send_briefing", to_builtins(errand))
    return list(mailer.sent[before:])


def test_a_lead_makes_changes_and_ends_their_own(http: Gateway, desk: Desk, lea: Person):
    made = make(http, lea, team="service-desk")
    assert (made.status, made.headers["etag"]) == (201, '"1"')
    assert made.body["due"] == "2026-03-03T08:00:00Z"
    address = f"{BRIEFINGS}/{made.body['id']}"
    assert made.headers["location"] == address
    saved = http.put(address, PLAN | {"rhythm": "week", "handled_by": "ada"}, by=lea, headers=seen(1))
    assert (saved.body["rhythm"], saved.body["team"], saved.body["handled_by"]) == ("week", None, "ada")
    assert (saved.body["due"], saved.body["revision"]) == ("2026-03-09T08:00:00Z", 2)
    assert http.put(address, PLAN, by=lea, headers=seen(1)).status == 412
    assert http.get(BRIEFINGS, by=lea).body["items"] == [saved.body]
    assert http.get(address, by=lea).body == saved.body
    assert http.put(f"{BRIEFINGS}/mine", PLAN, by=lea, headers=seen(0)).status == 200
    assert http.delete(f"{BRIEFINGS}/mine", by=lea, headers=seen(1)).body == {"items": [saved.body]}
    assert http.delete(address, by=lea, headers=seen(2)).body == {"items": []}
    assert http.delete(address, by=lea, headers=seen(2)).status == 404


def test_it_is_for_leads_and_each_has_their_own(http: Gateway, desk: Desk, ada: Person, lea: Person, rita: Person):
    address = f"{BRIEFINGS}/{make(http, lea).body['id']}"
    for who in (ada, rita):
        assert make(http, who).code == http.get(BRIEFINGS, by=who).code == "forbidden"
    boss = replace(ada, role=Role.ADMIN)
    desk.directory.put_person(boss)
    assert http.get(BRIEFINGS, by=boss).body == {"items": []}
    assert http.delete(address, by=boss, headers=seen(1)).status == 404
    assert http.post(f"{address}/tries", {}, by=boss).status == 404


def test_what_cannot_be_sent_is_refused(http: Gateway, desk: Desk, lea: Person):
    assert make(http, lea, report="weather").status == 404
    assert make(http, lea, at="08:10").fields == ["at"]
    assert make(http, lea, rhythm="hour").fields == ["rhythm"]
    assert [make(http, lea).status for _ in range(MOST)] == [201] * MOST
    assert make(http, lea).code == "briefings_full"


def test_it_comes_at_its_time_once_with_what_its_reader_may_have_counted(http: Gateway, desk: Desk, lea: Person):
    make(http, lea)
    invoke("send_digests", {})
    assert begun(desk) == []
    (mail,) = later(desk)
    assert (mail.to, mail.subject) == (lea.email, "Us <b>: 2026-03-02")
    assert "Opened: 1 (before: 0)" in mail.text
    assert "https://desk.example/agent/figures?page=teams&days=7" in mail.text
    assert (mail.automatic, mail.reply_to, mail.unsubscribe) == (True, "", "")
    (file,) = mail.files
    assert (file.name, file.type) == ("flow-2026-03-02-2026-03-02.csv", "text/csv")
    lines = list(csv.DictReader(StringIO(file.content.decode("utf-8-sig"))))
    assert [line["value"] for line in lines if line["figure"] == "created" and line["by"] == ""] == ["1", "0", "1"]
    assert later(desk, timedelta()) == []
    assert [mail.subject for mail in later(desk)] == ["Us <b>: 2026-03-03"]


def test_after_a_long_silence_one_comes(http: Gateway, desk: Desk, lea: Person):
    make(http, lea, rhythm="week")
    assert len(later(desk, 30 * DAY)) == 1
    assert later(desk, DAY) == []


def test_the_link_leads_to_what_was_counted(http: Gateway, desk: Desk, lea: Person):
    make(http, lea, report="promises", rhythm="month", team="service-desk", priority="P1", handled_by="ada")
    (mail,) = later(desk, 31 * DAY)
    assert "/agent/figures?page=sla&days=30&team=service-desk&priority=P1&person=ada" in mail.text
    assert mail.subject.endswith("2026-03-01 \u2013 2026-03-31")


def test_it_is_in_the_readers_language_and_words(http: Gateway, desk: Desk, lea: Person):
    desk.directory.put_person(replace(lea, language="de", timezone="Europe/Berlin"))
    made = make(http, replace(lea, language="de", timezone="Europe/Berlin"))
    assert made.body["due"] == "2026-03-03T07:00:00Z"
    (mail,) = later(desk)
    assert mail.language == "de"
    assert "Eröffnet: 1 (zuvor: 0)" in mail.text


@pytest.mark.parametrize(
    "gone", [{"role": Role.AGENT}, {"role": Role.REQUESTER}, {"external": True}, {"active": False}]
)
def test_who_leads_nobody_any_more_gets_none_and_has_none(http: Gateway, desk: Desk, lea: Person, gone: dict[str, Any]):
    make(http, lea)
    desk.directory.put_person(replace(lea, **gone))
    assert later(desk) == []
    assert list(desk.briefings.kept.of(lea.id)) == []


def test_a_try_comes_now_and_once_a_minute(http: Gateway, desk: Desk, lea: Person):
    address = f"{BRIEFINGS}/{make(http, lea).body['id']}/tries"
    desk.clock.advance(DAY / 3)  # type: ignore[attr-defined]
    for _ in range(2):
        assert http.post(address, {}, by=lea).status == 202
    assert [mail.subject for mail in begun(desk)] == ["Us <b>: 2026-03-01"]
    assert len(later(desk)) == 1  # and the usual one comes as ever


def test_one_that_died_on_its_way_is_sent_again_and_once(
    http: Gateway, desk: Desk, lea: Person, monkeypatch: pytest.MonkeyPatch
):
    make(http, lea)
    with monkeypatch.context() as broken:
        broken.setattr(desk.notices.mailer, "send", lambda _: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            later(desk)
    desk.clock.advance(timedelta(minutes=5))  # type: ignore[attr-defined]
    assert len(begun(desk)) == 1
    assert begun(desk) == []


def test_one_that_cannot_be_begun_holds_up_nobody(
    http: Gateway, desk: Desk, lea: Person, monkeypatch: pytest.MonkeyPatch
):
    first, _ = make(http, lea).body["id"], make(http, lea)
    begin = desk.briefings.senders.begin
    with monkeypatch.context() as broken:
        broken.setattr(
            desk.briefings.senders, "begin", lambda errand: 1 / 0 if errand.briefing == first else begin(errand)
        )
        with pytest.raises(ZeroDivisionError):
            later(desk)
    assert len(begun(desk)) == 1
    assert len(later(desk, timedelta())) == 1


def test_a_broken_mail_of_the_day_holds_up_no_report(
    http: Gateway, desk: Desk, lea: Person, monkeypatch: pytest.MonkeyPatch
):
    make(http, lea)
    monkeypatch.setattr(desk.digests, "due", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        later(desk)
    assert len(begun(desk)) == 1


def test_an_address_that_mail_does_not_reach_gets_none(http: Gateway, desk: Desk, lea: Person):
    make(http, lea)
    desk.directory.put_person(replace(lea, email=""))
    assert later(desk) == []
    assert len(desk.briefings.kept.of(lea.id)) == 1
