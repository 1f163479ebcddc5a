"""workspace_api: what somebody has begun to write, on each of their devices and for nobody else."""

from datetime import timedelta
from typing import Any

import pytest
from helpdesk.core.directory.rules import Person
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.kernel.vocabulary import Level

from tests.builders.directory import an_agent
from tests.builders.staffing import staff
from tests.gateway import Gateway

UPLOAD = "01J0000000000000000000000P"
FILE = {"id": UPLOAD, "name": "map.png", "size": 9, "type": "image/png"}


def at(desk: Desk, seconds: float = 0) -> str:
    return (desk.clock.now() + timedelta(seconds=seconds)).isoformat().replace("+00:00", "Z")


def written(desk: Desk, body: str = "Hello", seconds: float = 0, **more: Any) -> dict[str, Any]:
    return {"body": body, "at": at(desk, seconds), **more}


@pytest.fixture
def path(ticket: str) -> str:
    return f"/api/tickets/{ticket}/drafts/reply"


def test_what_is_begun_on_one_device_goes_on_on_another(http: Gateway, desk: Desk, ada: Person, path: str, ticket: str):
    picture = f'<p>See <img src="cid:{UPLOAD}" alt="map.png"><img src="https://x.example/spy"></p>'
    wish = written(desk, "See [map.png]", html=picture, attachments=[FILE], since="e1")
    kept = http.put(path, wish, by=ada)
    assert kept.status == 200
    assert http.get(path, by=ada).body == kept.body
    assert kept.body["html"] == f'<p>See <img src="cid:{UPLOAD}" alt="map.png"></p>'
    assert (kept.body["attachments"], kept.body["since"]) == ([FILE], "e1")
    (line,) = http.get("/api/me/drafts", by=ada).body["items"]
    assert (line["ticket_id"], line["kind"], line["beginning"]) == (ticket, "reply", "See [map.png]")


def test_the_newest_stays_and_the_other_device_is_given_it(http: Gateway, desk: Desk, ada: Person, path: str):
    desk.clock.advance(timedelta(minutes=1))
    http.put(path, written(desk, "On my phone"), by=ada)
    late = http.put(path, written(desk, "At my desk", seconds=-30), by=ada)
    assert (late.status, late.body["body"]) == (200, "On my phone")


def test_none_is_newer_than_now(http: Gateway, desk: Desk, ada: Person, path: str):
    http.put(path, written(desk, "A clock that is wrong", seconds=3600), by=ada)
    desk.clock.advance(timedelta(seconds=1))
    assert http.put(path, written(desk, "Later"), by=ada).body["body"] == "Later"


def test_what_is_sent_is_no_draft_any_more(http: Gateway, desk: Desk, ada: Person, path: str):
    http.put(path, written(desk), by=ada)
    assert http.send("DELETE", path, by=ada).body == {"items": []}
    assert http.get(path, by=ada).status == 404
    assert http.send("DELETE", path, by=ada).status == 200


@pytest.fixture
def bob(desk: Desk) -> Person:
    return staff(desk, an_agent("Bob"))[0]


def test_it_is_among_its_writers_own_alone(http: Gateway, desk: Desk, ada: Person, bob: Person, path: str):
    http.put(path, written(desk), by=ada)
    assert http.get(path, by=bob).status == 404
    assert http.get("/api/me/drafts", by=bob).body == {"items": []}


def test_colleagues_read_what_is_begun_on_a_ticket(
    http: Gateway, desk: Desk, ada: Person, bob: Person, path: str, ticket: str
):
    kept = http.put(path, written(desk), by=ada).body
    assert http.get(f"/api/tickets/{ticket}/drafts", by=ada).body == {"items": []}
    (seen,) = http.get(f"/api/tickets/{ticket}/drafts", by=bob).body["items"]
    assert seen == {**kept, "writer": {"id": "ada", "name": ada.name}}


def test_what_a_colleague_has_begun_is_taken_over_with_its_files(
    http: Gateway, desk: Desk, ada: Person, bob: Person, path: str, ticket: str
):
    desk.attachments.incoming[f"ada-{UPLOAD}"] = b"map"
    picture = f'<p>See <img src="cid:{UPLOAD}" alt="map.png"></p>'
    http.put(path, written(desk, "See [map.png]", html=picture, attachments=[FILE]), by=ada)
    taken = http.post(f"{path}/ada/take-over", by=bob)
    assert taken.status == 200, taken.text
    (file,) = taken.body["attachments"]
    assert file["id"] != UPLOAD
    assert taken.body["html"] == picture.replace(UPLOAD, file["id"])
    assert desk.attachments.incoming[f"bob-{file['id']}"] == b"map"
    assert http.get(path, by=bob).body == taken.body
    assert http.get(path, by=ada).status == 404
    assert http.get(f"/api/tickets/{ticket}/drafts", by=bob).body == {"items": []}
    assert http.post(f"{path}/ada/take-over", by=bob).status == 404


def test_what_is_taken_over_stands_behind_ones_own_words(
    http: Gateway, desk: Desk, ada: Person, bob: Person, path: str
):
    http.put(path, written(desk, "1 < 2\nthen", attachments=[FILE]), by=bob)
    http.put(path, written(desk, "three", html="<p><strong>three</strong></p>"), by=ada)
    taken = http.post(f"{path}/ada/take-over", by=bob).body
    assert taken["body"] == "1 < 2\nthen\n\nthree"
    assert taken["html"] == "<p>1 &lt; 2<br>then</p><p><strong>three</strong></p>"
    assert taken["attachments"] == [FILE]


def test_both_are_left_where_they_are_when_they_are_too_much_for_one_message(
    http: Gateway, desk: Desk, ada: Person, bob: Person, path: str
):
    for who in (ada, bob):
        http.put(path, written(desk, "x" * 40_000), by=who)
    assert http.post(f"{path}/ada/take-over", by=bob).code == "draft_full"
    assert [len(http.get(path, by=who).body["body"]) for who in (ada, bob)] == [40_000, 40_000]


def test_who_writes_on_while_it_is_taken_over_loses_no_word(
    http: Gateway, desk: Desk, ada: Person, bob: Person, path: str, monkeypatch: pytest.MonkeyPatch
):
    http.put(path, written(desk), by=ada)
    take = type(desk.drafts).take

    def meanwhile(drafts: Any, *wanted: Any) -> None:
        monkeypatch.undo()
        http.put(path, written(desk, "Hello, and more"), by=ada)
        take(drafts, *wanted)

    monkeypatch.setattr(type(desk.drafts), "take", meanwhile)
    assert http.post(f"{path}/ada/take-over", by=bob).body["body"] == "Hello, and more"


def test_nobody_takes_over_their_own_nor_what_is_not_there(http: Gateway, desk: Desk, ada: Person, path: str):
    http.put(path, written(desk), by=ada)
    assert [http.post(f"{path}/{who}/take-over", by=ada).status for who in ("ada", "nobody")] == [404, 404]
    assert http.get(path, by=ada).status == 200


def test_its_writer_is_told_who_took_it(http: Gateway, desk: Desk, ada: Person, bob: Person, path: str, ticket: str):
    http.put(path, written(desk), by=ada)
    desk.live.board.issue("secret", ada.as_actor(), timedelta(minutes=1))
    desk.live.board.admit("secret", "phone")
    desk.live.board.watch("phone", ["person:ada"], staff=True)
    http.post(f"{path}/ada/take-over", by=bob)
    (told,) = [message for _, message in desk.live.browsers.pushed]
    facts = {"type": "draft", "ticket_id": ticket, "kind": "reply", "at": None, "topics": ["person:ada"]}
    assert told == {**facts, "taken_by": bob.name}


def test_other_devices_are_told_without_a_word_of_it(http: Gateway, desk: Desk, ada: Person, path: str, ticket: str):
    desk.live.board.issue("secret", ada.as_actor(), timedelta(minutes=1))
    desk.live.board.admit("secret", "phone")
    desk.live.board.watch("phone", ["person:ada"], staff=True)
    http.put(path, written(desk), by=ada)
    http.send("DELETE", path, by=ada)
    told = [message for _, message in desk.live.browsers.pushed]
    facts = {"type": "draft", "ticket_id": ticket, "kind": "reply", "topics": ["person:ada"]}
    assert told == [{**facts, "at": desk.clock.now().isoformat()}, {**facts, "at": None}]


def test_nobody_writes_on_a_ticket_that_is_not_theirs(http: Gateway, desk: Desk, rita: Person, path: str):
    nadia = staff(desk, an_agent("Nadia", external=True, teams=("experts",)), team="experts", level=Level.L3)[0]
    foreign = http.put(path, written(desk), by=nadia)
    missing = http.put("/api/tickets/HD-8ZZZZZZZ/drafts/reply", written(desk), by=nadia)
    assert foreign.code == missing.code == "not_found"
    assert http.put(path, written(desk), by=rita).status == 403
    assert [http.send(method, path, by=rita).status for method in ("GET", "DELETE")] == [403, 403]


def test_nobody_reads_or_takes_over_what_is_begun_on_a_ticket_that_is_not_theirs(
    http: Gateway, desk: Desk, ada: Person, rita: Person, path: str, ticket: str
):
    nadia = staff(desk, an_agent("Nadia", external=True, teams=("experts",)), team="experts", level=Level.L3)[0]
    http.put(path, written(desk), by=ada)
    for who, status in ((nadia, 404), (rita, 403)):
        assert http.get(f"/api/tickets/{ticket}/drafts", by=who).status == status
        assert http.post(f"{path}/ada/take-over", by=who).status == status


@pytest.mark.parametrize(
    ("more", "field"),
    [({"at": None}, "at"), ({"body": "x" * 60_001}, "body"), ({"html": "<script>x</script>"}, "html")],
)
def test_what_cannot_be_kept_is_refused_by_its_field(
    http: Gateway, desk: Desk, ada: Person, path: str, more: dict[str, Any], field: str
):
    assert http.put(path, {**written(desk), **more}, by=ada).fields == [field]


def test_a_letter_to_people_outside_is_one_of_its_own_for_each_side(
    http: Gateway, desk: Desk, ada: Person, ticket: str
):
    letter = written(desk) | {"subject": "Spare part", "to": "vera@vendor.exa", "cc": "parts"}
    for which in ("side-new", "side-s1"):
        kept = http.put(f"/api/tickets/{ticket}/drafts/{which}", letter, by=ada).body
        assert (kept["kind"], kept["subject"], kept["to"], kept["cc"]) == (
            which,
            "Spare part",
            "vera@vendor.exa",
            "parts",
        )
    assert len(http.get("/api/me/drafts", by=ada).body["items"]) == 2
    assert http.put(f"/api/tickets/{ticket}/drafts/side-x", letter, by=ada).status == 422


def test_there_are_replies_and_notes(http: Gateway, desk: Desk, ada: Person, ticket: str):
    assert http.put(f"/api/tickets/{ticket}/drafts/poem", written(desk), by=ada).status == 422
    assert http.put(f"/api/tickets/{ticket}/drafts/note", written(desk), by=ada).body["kind"] == "note"
