"""knowledge_api and send_digests: leads plan what articles become; their writer hears before they end."""

from datetime import timedelta
from typing import Any

import pytest
from helpdesk.core.directory.rules import Person
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.kernel.vocabulary import Role

from tests.builders.directory import an_agent
from tests.builders.staffing import staff
from tests.gateway import Gateway, Reply
from tests.lambdas import invoke

DAY = timedelta(days=1)
TEXT = {"title": "While we move", "body": "<p>Use the side door.</p>", "category": "account"}
DRAFT = {**TEXT, "visibility": {"audience": "public"}, "language": "en"}


@pytest.fixture
def draft(http: Gateway, ada: Person) -> Reply:
    return http.post("/api/articles", DRAFT, by=ada)


def plan(http: Gateway, desk: Desk, by: Person, draft: Reply, **after: timedelta) -> Reply:
    path = f"/api/articles/{draft.body['id']}/en"
    held = http.get(path, by=by)
    wanted = {name: (desk.clock.now() + each).isoformat() for name, each in after.items()}
    return http.send("PUT", f"{path}/plan", wanted, by=by, headers={"if-match": held.headers["etag"]})


def sweep(desk: Desk, after: timedelta) -> None:
    desk.clock.advance(after)  # type: ignore[attr-defined]
    invoke("send_digests", {})


def read(http: Gateway, draft: Reply) -> int:
    return http.get(f"/api/portal/articles/{draft.body['id']}", language="en").status


def mails(desk: Desk, to: Person) -> list[Any]:
    return [mail for mail in desk.notices.mailer.sent if mail.to == to.email]  # type: ignore[attr-defined]


def test_it_is_published_told_of_and_ended_as_planned(
    http: Gateway, desk: Desk, ada: Person, lea: Person, draft: Reply
):
    saved = plan(http, desk, lea, draft, publish_at=DAY, expire_at=20 * DAY)
    assert (saved.status, saved.body["editions"][0]["state"]) == (200, "draft")
    assert saved.body["editions"][0]["publish_at"].startswith(f"{desk.clock.now() + DAY:%Y-%m-%d}")
    assert read(http, draft) == 404
    sweep(desk, DAY)
    assert (read(http, draft), mails(desk, ada)) == (200, [])
    sweep(desk, 12 * DAY)
    sweep(desk, DAY)
    (mail,) = mails(desk, ada)
    assert mail.subject == "Your article ends soon: While we move"
    assert f"/agent/knowledge/{draft.body['id']}/en" in mail.text
    desk.clock.advance(6 * DAY)  # type: ignore[attr-defined]
    assert read(http, draft) == 404
    path = f"/api/articles/{draft.body['id']}/en"
    assert http.get(path, by=ada).body["editions"][0]["shown"] is None
    assert http.post(f"/api/portal{path[4:]}/feedback", {"helped": True}).status == 404
    sweep(desk, timedelta(0))
    assert http.get(path, by=ada).body["editions"][0]["state"] == "archived"


def test_only_leads_plan_and_nobody_what_they_did_not_see(
    http: Gateway, desk: Desk, ada: Person, lea: Person, draft: Reply
):
    assert plan(http, desk, ada, draft, publish_at=DAY).status == 403
    path = f"/api/articles/{draft.body['id']}/en/plan"
    assert http.send("PUT", path, {}, by=lea).status == 428
    assert http.send("PUT", path, {}, by=lea, headers={"if-match": "99"}).status == 412
    assert http.send("PUT", path, {"publish_at": "soon"}, by=lea, headers={"if-match": "1"}).status == 422


def test_what_cannot_be_says_where(http: Gateway, desk: Desk, lea: Person, draft: Reply):
    for after, field, code in (
        ({"publish_at": -DAY}, "publish_at", "passed"),
        ({"publish_at": 2 * DAY, "expire_at": DAY}, "expire_at", "ends_before_it_begins"),
    ):
        refused = plan(http, desk, lea, draft, **after)
        assert refused.status == 422
        assert [(each["field"], each["code"]) for each in refused.body["errors"]] == [(field, code)]


def test_who_works_here_no_more_is_told_nothing_and_it_ends_all_the_same(
    http: Gateway, desk: Desk, ada: Person, lea: Person, draft: Reply
):
    plan(http, desk, lea, draft, publish_at=DAY, expire_at=20 * DAY)
    sweep(desk, DAY)
    desk.directory.put_person(an_agent("Ada", role=Role.REQUESTER))
    sweep(desk, 13 * DAY)
    sweep(desk, 7 * DAY)
    assert mails(desk, ada) == []
    assert read(http, draft) == 404


def test_words_of_an_administrator_stand_in_the_mail(http: Gateway, desk: Desk, ada: Person, lea: Person, draft: Reply):
    root = staff(desk, an_agent("Root", role=Role.ADMIN))[0]
    own = {"letter": "article_ends", "language": "en", "subject": "Look at {{ article }}", "body": "By {{ until }}."}
    assert http.save("/api/settings/letters", {"templates": [own]}, by=root).status == 200
    plan(http, desk, lea, draft, publish_at=DAY, expire_at=20 * DAY)
    sweep(desk, DAY)
    sweep(desk, 13 * DAY)
    assert [mail.subject for mail in mails(desk, ada)] == ["Look at While we move"]
