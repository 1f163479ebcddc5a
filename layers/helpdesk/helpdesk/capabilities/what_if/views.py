"""What the API gives of policies that are tried on the past."""

from datetime import datetime
from typing import TYPE_CHECKING

from pydantic import Field

from helpdesk.capabilities.what_if.rules import Stage
from helpdesk.foundation.edge.outputs import View
from helpdesk.foundation.kernel.vocabulary import Priority

if TYPE_CHECKING:  # a function imports what it does, not all it could be asked for
    from helpdesk.capabilities.what_if.rules import WhatIf as Played


class WhatIfRow(View):
    """`before` and `after` count broken promises: as it was, and as it would have been."""

    team: str
    priority: Priority
    tickets: int
    before: int
    after: int


class WhatIf(View):
    """What a policy would have meant for tickets opened from `start` on and before `end`, as of then. It is kept for a
    week. Cancelled tickets are looked at and not counted.
    """

    id: str
    at: datetime
    policy: str = Field(description="The name of the policy, or its id.")
    start: datetime
    end: datetime
    stage: Stage
    total: int = Field(description="Tickets that were found when it was asked for.")
    seen: int = Field(description="So many were looked at by now.")
    why: str = Field(description="By which code it failed; empty where it is not known.")
    rows: list[WhatIfRow] = Field(description="By team and priority as they are now; of what was looked at by now.")


class WhatIfList(View):
    items: list[WhatIf]


def what_if_view(made: "Played", now: datetime) -> WhatIf:
    return WhatIf(
        id=made.id,
        at=made.at,
        policy=made.policy.get("name") or made.policy["id"],
        start=made.start,
        end=made.end,
        stage=made.stage_at(now),
        total=made.total,
        seen=made.seen,
        why=made.why,
        rows=[
            WhatIfRow(team=row.team, priority=row.priority, tickets=row.tickets, before=row.before, after=row.after)
            for row in made.rows
        ],
    )
