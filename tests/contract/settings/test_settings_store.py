"""The settings of a desk: usable before anybody saved any, and one document that several read in their own way."""

import json
from datetime import timedelta

import pytest
from helpdesk.assembly.documents import BUNDLES
from helpdesk.capabilities.routing.actions import rules as routing_settings
from helpdesk.capabilities.routing.settings import RULES
from helpdesk.channels.intake.actions import topics
from helpdesk.channels.intake.settings.form import FORM
from helpdesk.channels.mail.actions import mailboxes
from helpdesk.channels.notices.actions import terms
from helpdesk.channels.notices.settings import MAIL
from helpdesk.core.staffing.settings import LANGUAGES
from helpdesk.core.tickets.settings import TERMS
from helpdesk.foundation.kernel.errors import SettingsMovedError
from helpdesk.foundation.kernel.vocabulary import Level, Role
from helpdesk.foundation.platform.dynamodb.keys import item_key
from helpdesk.foundation.settings.documents import Document
from helpdesk.foundation.settings.dynamodb import DynamoSettings
from msgspec.structs import replace

from tests.builders.directory import an_agent
from tests.builders.staffing import staff

ALEX = an_agent("Alex", role=Role.ADMIN).as_actor()
PARTS = [setting for bundle in BUNDLES for setting in bundle.parts()]


def save(desk, **changes):
    before = desk.settings.now("desk")
    after = replace(before, revision=before.revision + 1, document={**before.document, **changes})
    desk.settings.save(before, after)
    return after


def another_worker(aws_desk):
    return replace(aws_desk, settings=DynamoSettings(aws_desk.settings._tables, aws_desk.clock.wall, BUNDLES))


@pytest.mark.parametrize("setting", PARTS)
def test_a_new_desk_has_settings(desk, setting):
    assert desk.settings.of(setting) == setting.at_first()


def test_saved_settings_hold_at_once_where_they_were_saved(desk):
    assert desk.settings.of(LANGUAGES) == ("en", "de")
    save(desk, form_limit_per_email=3, languages=["en"])
    assert desk.settings.of(LANGUAGES) == ("en",)
    assert desk.settings.of(FORM).form_limit_per_email == 3
    assert desk.settings.of(FORM).form_limit_per_address == 60
    assert desk.settings.of(TERMS) == TERMS.at_first()


def test_other_workers_see_saved_settings_within_half_a_minute(aws_desk):
    other = another_worker(aws_desk)
    assert other.settings.of(LANGUAGES) == ("en", "de")
    save(aws_desk, languages=["en"])
    aws_desk.clock.advance(timedelta(seconds=30))
    assert other.settings.of(LANGUAGES) == ("en",)


def test_who_changes_settings_sees_what_is_saved_now(aws_desk):
    """Else whoever saves twice within half a minute would be told that somebody else came between."""
    other = another_worker(aws_desk)
    other.settings.of(LANGUAGES)
    newer = save(aws_desk, languages=["en"])
    assert other.settings.of(LANGUAGES) == ("en", "de")
    assert other.settings.now("desk") == newer
    assert routing_settings.save(aws_desk, ALEX, [], 1).revision == 2
    assert routing_settings.read(other, ALEX).revision == 2
    assert routing_settings.save(other, ALEX, [], 2).revision == 3


def test_rules_made_from_an_old_version_are_refused(desk):
    routing_settings.save(desk, ALEX, [], 0)
    with pytest.raises(SettingsMovedError):
        routing_settings.save(desk, ALEX, [], 0)


def test_saving_rules_keeps_all_else_as_it_is_also_what_nobody_here_reads(desk):
    staff(desk, an_agent(), team="it-operations", level=Level.L2)
    save(desk, languages=["en"], working_state="new", colours={"P1": "red"})
    rules = desk.settings.of(RULES)
    before = desk.settings.now("desk").document
    routing_settings.save(desk, ALEX, rules[:1], 1)
    assert desk.settings.of(RULES) == rules[:1]
    after = desk.settings.now("desk").document
    assert (len(after["rules"]), after.keys()) == (1, before.keys())
    assert all(after[name] == before[name] for name in before if name != "rules")
    assert desk.settings.of(TERMS).working_state == "new"


@pytest.mark.parametrize(
    ("bundle", "save_part"),
    [
        ("desk", lambda desk: routing_settings.save(desk, ALEX, [], 0)),
        ("desk", lambda desk: topics.save(desk, ALEX, [], 0)),
        ("mail", lambda desk: terms.save(desk, ALEX, desk.settings.of(MAIL), 0)),
        ("mailboxes", lambda desk: mailboxes.save(desk, ALEX, [], 0)),
    ],
)
def test_who_saves_a_part_and_when_is_on_record(desk, bundle, save_part):
    save_part(desk)
    (saved,) = desk.settings.saves(bundle)
    assert (saved.revision, saved.saved_by, saved.saved_at) == (1, ALEX.id, desk.clock.now())


def test_a_version_is_never_written_over(desk):
    before = desk.settings.now("desk")
    newer = save(desk, languages=["en"])
    with pytest.raises(SettingsMovedError):
        desk.settings.save(before, replace(newer, document={**newer.document, "languages": ["fr"]}))
    assert desk.settings.now("desk") == newer


def test_settings_are_read_once_in_half_a_minute(aws, aws_desk):
    aws_desk.settings.of(TERMS)
    with aws.watching() as calls:
        for _ in range(5):
            for setting in PARTS:
                aws_desk.settings.of(setting)
    assert calls == []


def test_a_document_of_a_desk_says_its_version_and_all_its_fields(aws_desk):
    save(aws_desk, languages=["en"])
    tables = aws_desk.settings._tables
    stored = tables.get(tables.main, item_key("SETTINGS", "desk#1"))
    assert tables.get(tables.main, item_key("SETTINGS", "CURRENT"))["desk"] == {"N": "1"}
    assert json.loads(stored["document"]["S"]).keys() == {
        "version", "states", "categories", "priorities", "rules", "level_teams", "languages",
        "initial_state", "working_state", "closed_state", "form_limit_per_email", "form_limit_per_address",
            "topics", "chat", "chat_calendar",
    }  # fmt: skip


def test_who_reads_the_same_field_begins_with_the_same():
    documents = [part for part in PARTS if isinstance(part, Document)]
    for name in {name for document in documents for name in document.first}:
        first = [document.first[name] for document in documents if name in document.first]
        assert all(value == first[0] for value in first)


@pytest.mark.parametrize("bundle", BUNDLES, ids=lambda bundle: bundle.name)
def test_parts_know_with_what_they_are_saved(bundle):
    assert {part.bundle for part in bundle.parts()} == {bundle.name}
    assert {part.name for part in bundle.parts() if not isinstance(part, Document)} == set(bundle.shelves)
