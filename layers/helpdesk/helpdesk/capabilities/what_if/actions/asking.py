"""An administrator asks what a policy would have meant, and reads what came out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from msgspec.structs import replace

from helpdesk.capabilities.what_if.rules import MOST, Errand, Stage, WhatIf
from helpdesk.foundation.kernel import roles
from helpdesk.foundation.kernel.errors import InvalidError, NotFoundError
from helpdesk.foundation.kernel.refusals import TOO_MANY

if TYPE_CHECKING:  # a function imports what it does, not all it could be asked for
    from collections.abc import Sequence
    from datetime import datetime

    from helpdesk.capabilities.what_if.actions.playing import Pages
    from helpdesk.core.directory.rules import Person
    from helpdesk.foundation.desk import Desk

SHOWN: Final = 10


def ask(desk: Desk, who: Person, policy: object, span: tuple[datetime, datetime], pages: Pages) -> WhatIf:
    """Begin it. What they had running before is stopped: one at a time is played for somebody.

    Raises SettingError with the place of what could not be saved either, and refuses what has too many tickets.
    """
    by = roles.admin_only(who.as_actor())
    usable, (start, end) = _usable(desk, policy), span
    wanted = WhatIf(id=desk.new_id(), by=who.id, at=desk.clock.now(), policy=usable, start=start, end=end)
    total = pages(desk, by, wanted, 1).total
    if total > MOST:
        raise InvalidError.at("to", TOO_MANY(most=MOST))
    for each in desk.what_if.what_ifs.of(who.id, SHOWN):
        if each.stage is Stage.RUNNING:
            desk.what_if.what_ifs.say(each, replace(each, stage=Stage.STOPPED))
    begun = replace(wanted, total=total)
    desk.what_if.what_ifs.put(begun)
    desk.what_if.players.begin(Errand(by=who.id, what_if=begun.id))
    return begun


def _usable(desk: Desk, policy: object) -> dict[str, Any]:
    """As it would be saved now: with the versions of its calendars, under a name that no ticket has."""
    from helpdesk.capabilities.sla.settings.document import with_calendar_versions  # noqa: PLC0415 - only who asks
    from helpdesk.core.clocks.settings.policies import POLICIES  # noqa: PLC0415
    from helpdesk.core.clocks.settings.policy_file import parse_policy  # noqa: PLC0415

    edition = desk.settings.now(POLICIES.bundle)
    file = with_calendar_versions(policy, edition)
    parse_policy(file, edition.files["calendars"], "policy")
    return dict(file)  # type: ignore[call-overload,no-any-return]


def own(desk: Desk, who: Person) -> Sequence[WhatIf]:
    roles.admin_only(who.as_actor())
    return desk.what_if.what_ifs.of(who.id, SHOWN)


def read(desk: Desk, who: Person, what_if_id: str) -> WhatIf:
    roles.admin_only(who.as_actor())
    found = desk.what_if.what_ifs.get(who.id, what_if_id)
    if found is None:
        raise NotFoundError("what-if", what_if_id)
    return found
