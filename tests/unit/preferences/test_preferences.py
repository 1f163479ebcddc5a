"""Own settings: by which ways somebody is told of what, and when not."""

from datetime import UTC, datetime

import pytest
from helpdesk.core.preferences.rules import (
    USUAL,
    USUAL_WAYS,
    WAITING_IN_APP,
    Concern,
    Preferences,
    QuietHours,
    Ways,
    checked,
    ways_now,
)
from helpdesk.foundation.kernel.errors import InvalidError

NIGHT = Preferences(quiet_hours=QuietHours(start="20:00", end="07:30"))
LUNCH = Preferences(quiet_hours=QuietHours(start="12:00", end="13:00"))


def at(time: str) -> datetime:
    return datetime.fromisoformat(f"2026-03-02T{time}").replace(tzinfo=UTC)


@pytest.mark.parametrize("concern", Concern)
def test_who_chose_nothing_is_told_as_usual(concern: Concern):
    assert ways_now(USUAL, concern, at("03:00"), "UTC") == USUAL_WAYS[concern]


def test_what_somebody_chose_holds_for_that_alone():
    chosen = Preferences(notifications={Concern.REPLIED: Ways(app=True, mail=False, push=False)})
    assert chosen.ways(Concern.REPLIED) == Ways(mail=False, push=False)
    assert chosen.ways(Concern.MISSED) == USUAL_WAYS[Concern.MISSED]


@pytest.mark.parametrize(
    ("chosen", "time", "timezone"),
    [
        (NIGHT, "20:00:00", "UTC"),
        (NIGHT, "00:00:00", "UTC"),
        (NIGHT, "07:29:59", "UTC"),
        (NIGHT, "19:00:00", "Europe/Berlin"),
        (NIGHT, "15:00:00", "Asia/Kolkata"),
        (LUNCH, "12:00:00", "UTC"),
    ],
)
def test_in_quiet_hours_everything_waits_in_the_app(chosen: Preferences, time: str, timezone: str):
    assert ways_now(chosen, Concern.ASSIGNED, at(time), timezone) == WAITING_IN_APP


@pytest.mark.parametrize(
    ("chosen", "time", "timezone"),
    [
        (NIGHT, "19:59:59", "UTC"),
        (NIGHT, "07:30:00", "UTC"),
        (NIGHT, "06:30:00", "Europe/Berlin"),
        (LUNCH, "11:59:59", "UTC"),
        (LUNCH, "13:00:00", "UTC"),
    ],
)
def test_at_other_times_people_are_told_as_they_chose(chosen: Preferences, time: str, timezone: str):
    assert ways_now(chosen, Concern.ASSIGNED, at(time), timezone) == Ways()


def test_what_quiet_hours_hold_back_waits_in_the_app_also_where_only_mail_was_chosen():
    by_mail = {Concern.REPLIED: Ways(app=False, push=False)}
    night = Preferences(notifications=by_mail, quiet_hours=QuietHours(start="20:00", end="07:30"))
    assert ways_now(night, Concern.REPLIED, at("03:00"), "UTC").app
    assert not ways_now(night, Concern.REPLIED, at("12:00"), "UTC").app


def test_no_hours_are_so_quiet_that_a_page_does_not_arrive():
    assert ways_now(NIGHT, Concern.PAGED, at("03:00"), "UTC") == Ways()


def test_nobody_can_choose_not_to_be_paged():
    with pytest.raises(InvalidError) as refused:
        checked(Preferences(notifications={Concern.PAGED: Ways(mail=False)}))
    assert [(each.field, each.code) for each in refused.value.problems] == [
        ("notifications.paged.mail", "always_mailed")
    ]
