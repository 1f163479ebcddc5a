"""SLA settings as they are kept: versions for ever, one pointer, and every save on record."""

from datetime import timedelta

import pytest
from helpdesk.assembly.documents import BUNDLES
from helpdesk.capabilities.ladders.settings import LADDERS
from helpdesk.capabilities.sla.settings.document import revise
from helpdesk.capabilities.timers.settings import CLOSE_SOLVED_AFTER, Closing
from helpdesk.core.calendars.settings.calendars import CALENDARS
from helpdesk.core.clocks.settings.book import book_of
from helpdesk.core.clocks.settings.policies import POLICIES
from helpdesk.foundation.kernel.errors import SettingsMovedError
from helpdesk.foundation.settings.dynamodb import DynamoSettings
from helpdesk.foundation.settings.edition import first_edition

from tests.builders.sla import BERLIN, GOLD, LONDON, PLAIN, a_document, changed

FACTS = {"kind": "incident", "organization": "acme"}


def save(desk, **changes):
    before = desk.settings.now("sla")
    after = revise(a_document(**changes), before, desk.clock.now(), "alex")
    desk.settings.save(before, after)
    return after


def test_until_somebody_saves_the_built_in_edition_holds(desk):
    assert desk.settings.now("sla") == first_edition(next(each for each in BUNDLES if each.name == "sla"))


def test_what_was_saved_is_read_back(desk):
    after = save(desk)
    assert desk.settings.now("sla") == after
    assert desk.settings.of(POLICIES).order == ("gold@1", "plain@1")
    assert book_of(desk.settings).choose(FACTS) == "gold@1"
    assert desk.settings.of(CLOSE_SOLVED_AFTER) == Closing(days=5, business=False)


def test_older_versions_and_the_built_in_ones_stay_valid(desk):
    save(desk)
    save(desk, calendars=[BERLIN, changed(LONDON, timezone="Asia/Kathmandu")], policies=[GOLD])
    book = book_of(desk.settings)
    assert book.policies.order == ("gold@2",)
    assert book.policies["gold@1"].target("resolution", "P1").calendar == "london@1"
    assert book.calendars["london@1"].timezone == "Europe/London"
    assert book.calendars["london@2"].timezone == "Asia/Kathmandu"
    assert book.policies["plain@1"] is book.policies["plain@1"]
    assert book.policies["standard@1"] == POLICIES.at_first()["standard@1"]
    assert "standard@9" not in book.policies


def test_joined_calendars_come_with_their_members(desk):
    save(desk, calendars=[BERLIN, LONDON, {"id": "both", "joined": ["berlin", "london"]}])
    assert [member.ref for member in desk.settings.of(CALENDARS)["both@1"].members] == ["berlin@1", "london@1"]


def test_of_two_who_save_at_once_one_is_refused_and_nothing_of_theirs_is_kept(desk):
    before = desk.settings.now("sla")
    first = revise(a_document(), before, desk.clock.now(), "alex")
    second = revise(a_document(policies=[PLAIN]), before, desk.clock.now(), "kim")
    desk.settings.save(before, first)
    with pytest.raises(SettingsMovedError):
        desk.settings.save(before, second)
    assert desk.settings.now("sla") == first


def another_worker(aws_desk):
    return DynamoSettings(aws_desk.settings._tables, aws_desk.clock.wall, BUNDLES)


def test_other_workers_follow_within_half_a_minute(aws_desk):
    other = another_worker(aws_desk)
    other.of(POLICIES)
    save(aws_desk)
    assert other.of(POLICIES).order == ("standard@1",)
    aws_desk.clock.advance(timedelta(seconds=30))
    assert other.of(POLICIES).order == ("gold@1", "plain@1")


def test_a_worker_that_read_before_the_first_save_knows_what_a_ticket_names_since(aws_desk):
    other = another_worker(aws_desk)
    other.of(POLICIES)
    save(aws_desk, ladders=[LADDER])
    assert other.of(POLICIES)["gold@1"].calendar == "berlin@1"
    assert other.of(CALENDARS)["london@1"].timezone == "Europe/London"
    assert other.of(LADDERS)["managers@1"].rungs[0].calendar == "berlin@1"


def test_a_worker_that_knows_nothing_makes_two_requests_and_then_none(aws, aws_desk):
    many = [changed(PLAIN, id=f"p{number}") for number in range(40)]
    save(aws_desk, policies=many)
    other = another_worker(aws_desk)
    with aws.watching() as calls:
        for _ in range(3):
            assert book_of(other).choose(FACTS) == "p0@1"
    assert calls == ["dynamodb:GetItem", "dynamodb:BatchGetItem"]


def test_an_old_version_is_read_once(aws, aws_desk):
    save(aws_desk)
    save(aws_desk, policies=[PLAIN])
    other = another_worker(aws_desk)
    other.of(POLICIES)
    with aws.watching() as calls:
        for _ in range(3):
            assert other.of(POLICIES)["gold@1"].calendar == "berlin@1"
    assert calls == ["dynamodb:GetItem"]


def test_every_save_is_on_record(aws_desk):
    save(aws_desk)
    save(aws_desk, policies=[PLAIN])
    tables = aws_desk.settings._tables
    saved = [item["saved"]["S"] for item in tables.query_all("SETTINGS", "sla-saved#", "sla-saved#~")]
    assert len(saved) == 2
    assert all('"saved_by":"alex"' in line for line in saved)


LADDER = {
    "id": "managers",
    "when": {"created": ["P1"]},
    "steps": [{"calendar": "berlin", "actions": [{"notify": "on_call"}]}],
}


def test_ladders_are_kept_with_the_calendar_versions_they_count_by(desk):
    save(desk, ladders=[LADDER])
    save(desk, ladders=[LADDER], calendars=[changed(BERLIN, timezone="Asia/Kathmandu", region=None), LONDON])
    ladders = desk.settings.of(LADDERS)
    assert ladders.order == ("managers@2",)
    assert [ladders[f"managers@{number}"].rungs[0].calendar for number in (1, 2)] == ["berlin@1", "berlin@2"]
    assert ladders["page@1"].repeat


def test_ladders_that_are_not_mentioned_stay(desk):
    save(desk)
    assert desk.settings.of(LADDERS).order == ("hand-on@1", "page@1")
