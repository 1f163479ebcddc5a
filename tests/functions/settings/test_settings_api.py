"""Settings over HTTP: who may read and save them, and what is said of what cannot be used."""

import pytest
from helpdesk.capabilities.ladders.rules.step import ActionKind
from helpdesk.capabilities.ladders.settings import parse_ladder
from helpdesk.foundation.kernel.vocabulary import Role

from tests.builders.directory import a_person
from tests.builders.sla import BERLIN, LONDON, PLAIN, a_document, changed
from tests.builders.staffing import staff

SLA = "/api/settings/sla"


@pytest.fixture
def alex(desk):
    """An administrator."""
    return staff(desk, a_person("Alex", role=Role.ADMIN))[0]


def save(http, by, revision=0, **changes):
    return http.send("PUT", SLA, a_document(**changes), by=by, headers={"if-match": f'"{revision}"'})


def test_a_new_desk_shows_the_built_in_settings(http, ada):
    reply = http.get(SLA, by=ada)
    assert (reply.status, reply.headers["etag"]) == (200, '"0"')
    assert [file["id"] for file in reply.body["calendars"]] == ["office-berlin", "always"]
    assert reply.body["policies"][0]["calendar"] == "office-berlin"
    assert reply.body["report"] == {"overlaps": [], "gaps": [], "unmatched": None}


def test_an_administrator_saves_them(http, desk, alex, ada):
    reply = save(http, alex)
    assert (reply.status, reply.headers["etag"]) == (200, '"1"')
    read = http.get(SLA, by=ada).body
    assert read == reply.body
    assert (read["saved_by"], read["close_solved_after_days"]) == ("alex", 5)
    assert [(file["id"], file["version"]) for file in read["policies"]] == [("gold", 1), ("plain", 1)]
    assert [len(walks) for walks in desk.timers.recomputing.recomputed.values()] == [8 * 6]


def test_what_was_read_can_be_sent_back(http, alex):
    read = save(http, alex).body
    wanted = {name: read[name] for name in ("calendars", "policies", "close_solved_after_days")}
    again = http.send("PUT", SLA, wanted, by=alex, headers={"if-match": '"1"'})
    assert again.body == read


def test_solved_tickets_close_after_business_days_when_it_is_said_and_it_stays_so(http, alex):
    assert save(http, alex).body["close_solved_in_business_days"] is False
    business = save(http, alex, revision=1, close_solved_in_business_days=True).body
    assert (business["close_solved_after_days"], business["close_solved_in_business_days"]) == (5, True)
    later = save(http, alex, revision=2, close_solved_after_days=3).body
    assert (later["close_solved_after_days"], later["close_solved_in_business_days"]) == (3, True)


SURVEY = {"on": True, "delay_seconds": 3600, "calendar": "berlin", "automatic": True}


def test_when_requesters_are_asked_is_saved_and_stays_when_it_is_not_mentioned(http, alex):
    assert http.get(SLA, by=alex).body["survey"]["on"] is False
    assert save(http, alex, survey=SURVEY).body["survey"] == SURVEY
    later = save(http, alex, revision=1, calendars=[changed(BERLIN, region=None), LONDON]).body
    assert (later["revision"], later["survey"]) == (2, SURVEY)


@pytest.mark.parametrize(
    ("wrong", "place"),
    [
        ({"calendar": "mars"}, "survey.calendar"),
        ({"delay_seconds": -1}, "survey.delay_seconds"),
        ({"on": "yes"}, "survey.on"),
        ({"after": 3}, "survey.after"),
    ],
)
def test_a_survey_that_cannot_be_held_is_refused_with_its_place(http, alex, wrong, place):
    reply = save(http, alex, survey={**SURVEY, **wrong})
    assert (reply.status, reply.body["errors"][0]["field"]) == (422, place)
    assert http.get(SLA, by=alex).body["revision"] == 0


def test_only_administrators_save_and_only_staff_read(http, ada, rita):
    assert save(http, ada).code == "forbidden"
    assert http.get(SLA, by=rita).code == "forbidden"
    assert http.get(f"{SLA}/progress", by=rita).code == "forbidden"
    assert http.post(f"{SLA}/preview", {"calendar": "always", "at": "2026-03-02T09:00:00Z"}, by=rita).status == 403


def test_older_settings_are_not_written_over(http, alex):
    save(http, alex)
    late = save(http, alex, revision=0, policies=[PLAIN])
    assert (late.status, late.code) == (412, "settings_moved")
    assert http.get(SLA, by=alex).body["revision"] == 1


def test_settings_say_what_they_were_made_from(http, alex):
    assert (http.send("PUT", SLA, a_document(), by=alex).status) == 428


def test_nothing_is_saved_of_a_document_with_one_fault(http, desk, alex):
    reply = save(http, alex, calendars=[BERLIN, changed(LONDON, timezone="Europe/Atlantis")])
    assert (reply.status, reply.fields) == (422, ["calendars[1].timezone"])
    assert "Europe/Atlantis" in reply.body["errors"][0]["message"]
    assert http.get(SLA, by=alex).body["revision"] == 0
    assert desk.timers.recomputing.recomputed == {}


def test_overlaps_and_gaps_are_shown(http, alex):
    again = changed(PLAIN, id="again", targets={"resolution": {"P1": {"seconds": 60, "business": False}}})
    report = save(http, alex, policies=[PLAIN, again]).body["report"]
    assert report["overlaps"] == [{"first": "plain@1", "second": "again@1", "hidden": True}]
    assert report["gaps"] == [{"policy": "again@1", "clock": "resolution", "priorities": ["P2", "P3", "P4"]}]


@pytest.mark.parametrize("calendar", ["office-berlin", BERLIN], ids=["saved", "file"])
def test_a_calendar_can_be_tried_out(http, ada, calendar):
    wanted = {"calendar": calendar, "at": "2026-04-02T15:00:00+00:00", "seconds": 4 * 3600}
    found = http.post(f"{SLA}/preview", wanted, by=ada).body
    assert found["after"] == "2026-04-07T09:00:00Z"  # an hour on Thursday, then Good Friday, Easter and Tuesday
    assert len(found["open"]) == 20
    assert found["open"][1] == {
        "start": "2026-04-07T06:00:00Z",
        "end": "2026-04-07T16:00:00Z",
        "closed_before": ["Karfreitag", "Ostermontag"],
    }


def test_a_calendar_that_cannot_be_tried_is_refused_with_its_place(http, ada):
    wanted = {"calendar": changed(BERLIN, week={}), "at": "2026-04-02T15:00:00Z"}
    assert http.post(f"{SLA}/preview", wanted, by=ada).fields == ["calendar.week"]
    assert http.post(f"{SLA}/preview", {**wanted, "calendar": "paris"}, by=ada).fields == ["calendar"]
    assert http.post(f"{SLA}/preview", {**wanted, "at": "2026-04-02T15:00:00"}, by=ada).fields == ["at"]


def test_nothing_is_to_be_recomputed_before_anything_was_saved(http, ada):
    assert http.get(f"{SLA}/progress", by=ada).body == {
        "revision": 0, "done": 0, "changed": 0, "finished": True, "walks": 0, "walks_finished": 0,
    }  # fmt: skip


def test_progress_is_shown_once_saved(http, alex):
    save(http, alex)
    found = http.get(f"{SLA}/progress", by=alex).body
    assert (found["revision"], found["finished"], found["walks"]) == (1, False, 48)


def test_administrators_learn_the_key_of_webhooks(http, alex, ada):
    assert http.get("/api/settings/webhook-key", by=alex).body == {"key": "a key that only tests know"}
    assert http.get("/api/settings/webhook-key", by=ada).code == "forbidden"


def calling(*addresses):
    """A ladder that calls other systems, one in each step."""
    steps = [{"actions": [{"notify": "on_call"}, {"webhook": address}]} for address in addresses]
    return [{"id": "call", "when": {"created": ["P1"]}, "steps": steps}]


INSIDE = [
    "https://127.0.0.1/", "https://10.0.0.8/hook", "https://192.168.1.1", "https://172.16.9.9/", "https://0.0.0.0/",
    "https://169.254.169.254/latest/meta-data/", "https://100.64.0.1/", "https://192.0.0.170/", "https://192.0.0.9/",
    "https://192.88.99.1/", "https://198.18.0.1/", "https://224.0.0.1/", "https://255.255.255.255/",
    "https://2130706433/", "https://0x7f000001/", "https://0177.0.0.1/", "https://127.1/", "https://10.0.0.8./",
    "https://[::1]/", "https://[::]/", "https://[fe80::1]/", "https://[fec0::1]/", "https://[fd00:ec2::254]/",
    "https://[::ffff:10.0.0.1]/", "https://[::10.0.0.1]/", "https://[64:ff9b::a00:1]/", "https://[64:ff9b:1::1]/",
    "https://[2002:a00:1::]/", "https://[2001:0:53aa:64c:0:0:0:1]/", "https://[2001:db8::1]/", "https://[ff02::1]/",
    "https://localhost/", "https://LOCALHOST./", "https://desk.localhost/", "https://intranet/",
    "https://metadata.google.internal/", "https://printer.local/", "https://router.lan/", "https://1.0.0.10.in-addr.arpa/",
]  # fmt: skip


@pytest.mark.parametrize("address", INSIDE)
def test_no_setting_calls_into_our_own_network(http, alex, address):
    """Refused when it is saved: not only hours later, when the step is due."""
    reply = save(http, alex, ladders=calling("https://hooks.example/desk", address))
    place = "ladders[0].steps[1].actions[1].webhook"
    assert (reply.status, reply.fields) == (422, [place])
    assert reply.body["errors"][0]["code"] == "not_public"
    assert http.get(SLA, by=alex).body["revision"] == 0


MALFORMED = [
    "https://[bad/", "https://[::1", "https://hooks.example:99999/", "https://hooks.example:x/", "https://", "https:///x",
    "https://hooks.example:8443/", "https://me:secret@hooks.example/", "http://hooks.example/", "ftp://hooks.example/",
    "//hooks.example/", "hooks.example", "https://ho oks.example/", "https://hooks.example/\r\nX: y", "https://.example/",
    "https://hooks..example/", f"https://{'x' * 64}.example/", "https://hooks.example/größe", "https://gr\u00f6\u00dfe.example/",
    "https://[fe80::1%25eth0]/", "https://%31%32%37.0.0.1/", "https://hooks.example\\@10.0.0.1/", "javascript:alert(1)",
]  # fmt: skip


def test_an_address_of_a_webhook_has_a_bound(http, alex):
    reply = save(http, alex, ladders=calling("https://hooks.example/" + "x" * 2000))
    assert (reply.status, reply.fields) == (422, ["ladders[0].steps[0].actions[1].webhook"])
    assert reply.body["errors"][0]["code"] == "too_large"


@pytest.mark.parametrize("address", MALFORMED)
def test_what_is_no_plain_address_is_refused_at_its_place(http, alex, address):
    reply = save(http, alex, ladders=calling(address))
    assert (reply.status, reply.fields) == (422, ["ladders[0].steps[0].actions[1].webhook"])
    assert reply.body["errors"][0]["code"] == "bad_address"


@pytest.mark.parametrize(
    "address",
    ["https://hooks.example/desk?from=us#here", "https://HOOKS.example:443", "https://93.184.216.34/", "https://192.0.2.1.example/",
     "https://[2606:2800:220:1:248:1893:25c8:1946]/", "https://xn--gre-6ka8l.example/", "https://a_b.hooks.example./x"],
)  # fmt: skip
def test_any_other_address_may_be_called(http, alex, address):
    assert save(http, alex, ladders=calling(address)).status == 200


def test_a_ladder_that_was_saved_before_is_still_read():
    """It is refused when it is called, and when the settings are saved again."""
    (ladder,) = calling("https://10.0.0.8/hook")
    assert parse_ladder(ladder).rungs[0].values(ActionKind.WEBHOOK) == ("https://10.0.0.8/hook",)


DRY_RUNS = f"{SLA}/dry-runs"
P1 = {"priority": "P1", "organization": "acme"}
NIGHT = "2026-03-02T23:00:00Z"


def test_what_is_tried_is_the_draft_and_nothing_is_saved(http, alex):
    page = {"id": "page", "when": {"created": ["P1"]}, "steps": [{"actions": [{"raise_priority": True}]}]}
    draft = a_document(ladders=[page])
    found = http.post(DRY_RUNS, {"ticket": P1, "at": NIGHT, "document": draft}, by=alex)
    assert found.status == 200, found.text
    assert (found.body["policy"], found.body["asked"]) == ("gold", [{"id": "gold", "name": "gold", "unmet": []}])
    clock = found.body["clocks"][0]
    assert (clock["clock"], clock["calendar"], clock["due_at"]) == ("first_response", "berlin", "2026-03-03T08:00:00Z")
    (ladder,) = found.body["ladders"]
    assert (ladder["id"], ladder["step"], ladder["begins_at"]) == ("page", "created", NIGHT)
    assert ladder["steps"] == [{"at": NIGHT, "actions": [{"raise_priority": True}]}]
    assert http.get(SLA, by=alex).body["revision"] == 0
    held = http.post(DRY_RUNS, {"ticket": P1, "at": NIGHT}, by=alex).body
    assert (held["policy"], [each["id"] for each in held["ladders"]]) == ("standard", ["page", "hand-on", "hand-on"])


@pytest.mark.parametrize(
    ("wanted", "field"),
    [
        ({"ticket": {}}, "ticket.priority"),
        ({"ticket": P1 | {"priority": "P9"}}, "ticket.priority"),
        ({"ticket": P1 | {"colour": "red"}}, "ticket.colour"),
        ({"ticket": P1, "document": a_document(policies=[changed(PLAIN, targets={})])}, "policies[0].targets"),
        ({"ticket": P1, "at": "tomorrow"}, "at"),
    ],
)
def test_what_cannot_be_tried_is_refused_at_its_place(http, alex, wanted, field):
    assert http.post(DRY_RUNS, wanted, by=alex).fields == [field]


def test_only_who_may_save_the_settings_tries_them(http, desk, ada, rita):
    lea = staff(desk, a_person("Lea", role=Role.LEAD))[0]
    assert [http.post(DRY_RUNS, {"ticket": P1}, by=each).status for each in (lea, ada, rita)] == [403, 403, 403]
