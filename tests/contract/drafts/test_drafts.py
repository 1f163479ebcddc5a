"""Where it is kept what people have begun to write."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from helpdesk.channels.drafts.rules import KEPT, NOTE, REPLY, Begun, Draft
from helpdesk.core.record.attachments import Attachment
from helpdesk.foundation.kernel.errors import ConflictError
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


def begun_on(desk, ticket="HD-1"):
    return {(begun.person, begun.draft.kind, begun.draft.body) for begun in desk.drafts.on(ticket)}


def test_colleagues_find_them_by_their_ticket(desk):
    desk.drafts.put("ada", a_draft())
    desk.drafts.put("ada", a_draft("Hello you"))
    desk.drafts.put("a#b", a_draft("Psst", NOTE))
    desk.drafts.put("bob", a_draft("Elsewhere", ticket="HD-2"))
    assert begun_on(desk) == {("ada", REPLY, "Hello you"), ("a#b", NOTE, "Psst")}
    desk.drafts.drop("ada", "HD-1", REPLY)
    assert begun_on(desk) == {("a#b", NOTE, "Psst")}


def test_what_is_taken_over_is_one_persons_alone(desk):
    theirs, mine = a_draft("Hello"), a_draft("Hello", seconds=1)
    desk.drafts.put("ada", theirs)
    desk.drafts.take(Begun(person="ada", draft=theirs), "bob", None, mine)
    assert (desk.drafts.all("ada"), desk.drafts.all("bob")) == ([], [mine])
    assert begun_on(desk) == {("bob", REPLY, "Hello")}


@pytest.mark.parametrize("who", ["ada", "bob"])
def test_nothing_is_taken_over_that_was_changed_since_it_was_read(desk, who):
    theirs, own = a_draft("Hello"), a_draft("Mine")
    desk.drafts.put("ada", theirs)
    desk.drafts.put("bob", own)
    later = desk.drafts.put(who, a_draft("Later", seconds=1))
    with pytest.raises(ConflictError):
        desk.drafts.take(Begun(person="ada", draft=theirs), "bob", own, a_draft("Both", seconds=2))
    assert desk.drafts.get(who, "HD-1", REPLY) == later


def test_of_two_who_take_it_over_at_once_one_has_it(desk):
    theirs = a_draft("Hello")
    desk.drafts.put("ada", theirs)

    def taken(by):
        try:
            desk.drafts.take(Begun(person="ada", draft=theirs), by, None, a_draft("Hello", seconds=1))
        except ConflictError:
            return False
        return True

    with ThreadPoolExecutor(2) as two:
        assert sorted(two.map(taken, ["bob", "eve"])) == [False, True]
    assert len(begun_on(desk)) == 1


def test_requests_are_few_and_each_expires(aws, aws_desk):
    began = aws_desk.clock.wall()
    with aws.watching() as calls:
        aws_desk.drafts.put("ada", a_draft(seconds=1))
        aws_desk.drafts.get("ada", "HD-1", REPLY)
        aws_desk.drafts.all("ada")
        aws_desk.drafts.on("HD-1")
        aws_desk.drafts.on("HD-2")
    assert [call.removeprefix("dynamodb:") for call in calls] == [
        *("PutItem", "PutItem"),
        "GetItem",
        "Query",
        *("Query", "BatchGetItem"),
        "Query",
    ]
    with aws.watching() as calls:
        taken = a_draft(seconds=1)
        aws_desk.drafts.take(Begun(person="ada", draft=taken), "bob", None, taken)
        aws_desk.drafts.take(Begun(person="bob", draft=taken), "ada", None, taken)
    assert calls == ["dynamodb:TransactWriteItems"] * 2
    for pk, sk in (("DRAFTS#ada", "HD-1#reply"), ("BEGUN#HD-1", "reply#ada")):
        key = {"pk": {"S": pk}, "sk": {"S": sk}}
        item = aws_client("dynamodb").get_item(TableName=aws_desk.drafts._made._tables.ephemeral, Key=key)["Item"]
        end = int(item["expires_at"]["N"])
        assert int((began + KEPT).timestamp()) <= end <= (aws_desk.clock.wall() + KEPT).timestamp()
