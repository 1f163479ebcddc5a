"""Where own settings are kept: of each person what they saved last, and nothing of anybody else."""

import pytest
from helpdesk.core.preferences import actions as preferences
from helpdesk.core.preferences.rules import (
    USUAL,
    AfterSend,
    Concern,
    Density,
    PlacedPanel,
    Preferences,
    QuietHours,
    StartPage,
    Ways,
)
from helpdesk.foundation.kernel.errors import ConflictError, ForbiddenError
from msgspec.structs import replace

from tests.builders.directory import a_requester, an_agent
from tests.builders.staffing import staff

CHOSEN = Preferences(
    revision=1,
    density=Density.COMPACT,
    single_keys=False,
    start_page=StartPage.INBOX,
    after_send=AfterSend.LIST,
    undo_send=0,
    list_width=420,
    panel_width=300,
    composer_height=320,
    panels=(PlacedPanel(name="requester", folded=True), PlacedPanel(name="clocks", hidden=True)),
    views=("b", "a"),
    notifications={Concern.REPLIED: Ways(mail=False)},
    quiet_hours=QuietHours(start="20:00", end="07:00"),
)


def test_who_saved_nothing_has_the_usual(desk):
    assert desk.preferences.get("ada") == USUAL


def test_all_of_it_is_read_as_saved(desk):
    desk.preferences.put("ada", CHOSEN)
    assert desk.preferences.get("ada") == CHOSEN
    assert desk.preferences.get("bob") == USUAL


@pytest.mark.parametrize("revision", [1, 3])
def test_a_revision_follows_the_one_before_it(desk, revision):
    desk.preferences.put("ada", CHOSEN)
    with pytest.raises(ConflictError):
        desk.preferences.put("ada", replace(CHOSEN, revision=revision, views=()))
    assert desk.preferences.get("ada") == CHOSEN
    desk.preferences.put("ada", replace(CHOSEN, revision=2, views=()))
    assert desk.preferences.get("ada").views == ()


def test_who_asks_for_something_has_none(desk):
    rita = a_requester().as_actor()
    with pytest.raises(ForbiddenError):
        preferences.own(desk, rita)
    with pytest.raises(ForbiddenError):
        preferences.choose(desk, rita, CHOSEN, 0)


def test_reading_takes_one_request_and_saving_two(aws, aws_desk):
    ada = staff(aws_desk, an_agent())[0].as_actor()
    with aws.watching() as calls:
        preferences.own(aws_desk, ada)
    assert calls == ["dynamodb:GetItem"]
    with aws.watching() as calls:
        preferences.choose(aws_desk, ada, CHOSEN, 0)
    assert calls == ["dynamodb:GetItem", "dynamodb:TransactWriteItems"]
