"""settings_api: when one can chat."""

from datetime import timedelta

from helpdesk.core.directory.rules import Person
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.kernel.vocabulary import Role

from tests.builders.directory import an_agent
from tests.builders.staffing import staff
from tests.gateway import Gateway

PATH = "/api/settings/chat"


def test_an_administrator_says_by_which_hours(http: Gateway, desk: Desk, ada: Person, rita: Person):
    admin = staff(desk, an_agent("Alma", role=Role.ADMIN))[0]
    first = http.get(PATH, by=ada)
    assert first.body == {"revision": 0, "chat": True, "chat_calendar": "office-berlin"}
    assert http.get(PATH, by=rita).status == 403
    wanted = {"chat": True, "chat_calendar": "always"}
    assert http.put(PATH, wanted, by=ada).status == 403
    assert http.put(PATH, wanted, by=admin, headers={"if-match": '"0"'}).body["revision"] == 1
    desk.clock.advance(timedelta(hours=15))
    assert http.get("/api/portal/chat/times").body["open"]
    assert http.put(PATH, wanted | {"chat": False}, by=admin, headers={"if-match": '"1"'}).status == 200
    assert not http.get("/api/portal/chat/times").body["open"]


def test_a_calendar_that_is_not_there_is_refused(http: Gateway, desk: Desk):
    admin = staff(desk, an_agent("Alma", role=Role.ADMIN))[0]
    refused = http.put(PATH, {"chat": True, "chat_calendar": "lost"}, by=admin, headers={"if-match": '"0"'})
    assert (refused.status, refused.fields) == (422, ["chat_calendar"])
