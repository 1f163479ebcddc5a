"""Settings: usable before anybody saved any, and never different under the same version."""

from datetime import timedelta

import pytest
from helpdesk.capabilities.routing.actions import rules as routing_settings
from helpdesk.capabilities.sla.settings.first import default_book
from helpdesk.core.tickets.first_settings import default_settings
from helpdesk.foundation.kernel.errors import ConflictError, SettingsMovedError
from helpdesk.foundation.kernel.vocabulary import Role
from helpdesk.foundation.settings.dynamodb import DynamoSettingsStore
from msgspec.structs import replace

from tests.builders import an_agent

NEWER = replace(default_settings(), version=1, form_limit_per_email=3, languages=("en",))


def test_a_new_desk_has_settings(desk):
    assert desk.settings.desk() == default_settings()
    assert desk.settings.sla() == default_book()


def test_saved_settings_hold_at_once_where_they_were_saved(desk):
    desk.settings.desk()
    desk.settings.save(NEWER)
    assert desk.settings.desk() == NEWER


def test_other_workers_see_saved_settings_within_half_a_minute(aws_desk):
    other = DynamoSettingsStore(aws_desk.settings._tables, aws_desk.clock.wall)
    other.desk()
    aws_desk.settings.save(NEWER)
    aws_desk.clock.advance(timedelta(seconds=30))
    assert other.desk() == NEWER


def test_who_changes_settings_sees_what_is_saved_now(aws_desk):
    """Else whoever saves twice within half a minute would be told that somebody else came between."""
    other = replace(aws_desk, settings=DynamoSettingsStore(aws_desk.settings._tables, aws_desk.clock.wall))
    other.settings.desk()
    aws_desk.settings.save(NEWER)
    assert other.settings.desk() == default_settings()
    assert other.settings.desk_now() == NEWER
    admin = an_agent("Alex", role=Role.ADMIN).as_actor()
    assert routing_settings.save(aws_desk, admin, [], 1).version == 2
    assert routing_settings.read(other, admin).version == 2
    assert routing_settings.save(other, admin, [], 2).version == 3


def test_rules_made_from_an_old_version_are_refused(desk):
    admin = an_agent("Alex", role=Role.ADMIN).as_actor()
    routing_settings.save(desk, admin, [], 0)
    with pytest.raises(SettingsMovedError):
        routing_settings.save(desk, admin, [], 0)


def test_a_version_is_never_written_over(desk):
    desk.settings.save(NEWER)
    with pytest.raises(ConflictError):
        desk.settings.save(replace(NEWER, form_limit_per_email=99))
    assert desk.settings.desk() == NEWER


def test_settings_are_read_once_in_half_a_minute(aws, aws_desk):
    aws_desk.settings.desk()
    with aws.watching() as calls:
        for _ in range(5):
            aws_desk.settings.desk()
            aws_desk.settings.sla()
    assert calls == []
