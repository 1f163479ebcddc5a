"""Where it is kept what people have begun to write."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

from helpdesk.channels.drafts.rules import KEPT, NOTE, REPLY, Draft
from helpdesk.core.record.attachments import Attachment
from helpdesk.foundation.platform.aws import client as aws_client
from helpdesk.foundation.platform.memory.clock import MONDAY_MORNING


def a_draft(body="Hello", kind=REPLY, ticket="HD-1", seconds=0.0):
    at = MONDAY_MORNING + timedelta(seconds=seconds)
    file = Attachment(id="01J", name="map.png", size=9, type="image/png")
    return Draft(ticket=ticket, kind=kind, body=body, html=f"<p>{body}</p>", files=(file,), since="e1", at=at)


def test_nobody_has_begun_anything_at_first(desk):
    assert desk.drafts.all("ada") == []
    assert desk.drafts.get("ada", "HD-1", REPLY) is None
    assert not desk.drafts.drop("ada", "HD-1", REPLY)


def test_everybody_has_one_of_each_kind_for_each_ticket(desk):
    reply, note, other = a_draft(), a_draft("Psst", NOTE), a_draft("Hi", ticket="HD-2")
    for draft in (reply, note, other):
        assert desk.drafts.put("ada", draft) == draft
    desk.drafts.put("adam", a_draft("Mine"))
    assert sorted(draft.body for draft in desk.drafts.all("ada")) == ["Hello", "Hi", "Psst"]
    assert desk.drafts.get("ada", "HD-1", NOTE) == note
    assert desk.drafts.drop("ada", "HD-1", NOTE)
    assert desk.drafts.get("ada", "HD-1", NOTE) is None
    assert desk.drafts.get("ada", "HD-1", REPLY) == reply


def test_the_newest_stays_and_who_comes_late_is_given_it(desk):
    newest = a_draft("New", seconds=0.5)
    desk.drafts.put("ada", a_draft("First"))
    assert desk.drafts.put("ada", newest) == newest
    assert desk.drafts.put("ada", a_draft("Old", seconds=0.25)) == newest
    assert desk.drafts.put("ada", a_draft("Same time", seconds=0.5)).body == "Same time"


def test_of_many_at_once_the_newest_stays(desk):
    with ThreadPoolExecutor(4) as four:
        list(four.map(lambda n: desk.drafts.put("ada", a_draft(str(n), seconds=n)), [3, 1, 4, 2]))
    assert [draft.body for draft in desk.drafts.all("ada")] == ["4"]


def test_each_is_one_request_and_expires(aws, aws_desk):
    began = aws_desk.clock.wall()
    with aws.watching() as calls:
        aws_desk.drafts.put("ada", a_draft(seconds=1))
        aws_desk.drafts.put("ada", a_draft())
        aws_desk.drafts.get("ada", "HD-1", REPLY)
        aws_desk.drafts.all("ada")
    assert calls == ["dynamodb:PutItem", "dynamodb:PutItem", "dynamodb:Query", "dynamodb:Query"]
    key = {"pk": {"S": "DRAFTS#ada"}, "sk": {"S": "HD-1#reply"}}
    item = aws_client("dynamodb").get_item(TableName=aws_desk.drafts._made._tables.ephemeral, Key=key)["Item"]
    assert int((began + KEPT).timestamp()) <= int(item["expires_at"]["N"]) <= (aws_desk.clock.wall() + KEPT).timestamp()
