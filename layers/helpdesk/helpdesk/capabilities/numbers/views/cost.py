"""What a ticket cost, as the API gives it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import Field

from helpdesk.foundation.edge.outputs import View

if TYPE_CHECKING:  # a function imports what it does, not all it could be asked for
    from helpdesk.capabilities.numbers.actions.costing import Priced


class TicketCost(View):
    """What a ticket took so far of what is paid for, at list prices, with keeping it for a year."""

    dollars: float
    time_dollars: float = Field(description="Of it, what is paid for the time that functions run, as assumed.")
    requests: int = Field(description="Of people, that changed something.")
    write_units: float
    transitions: float
    mails: int = Field(description="In and out.")
    kept_kb: float
    prices_of: str = Field(description="The month of the prices.")


def cost_view(priced: Priced) -> TicketCost:
    cost = priced.cost
    return TicketCost(
        dollars=round(cost.usd, 8),
        time_dollars=round(cost.time_usd, 8),
        requests=cost.requests,
        write_units=round(cost.write_units, 1),
        transitions=round(cost.transitions, 1),
        mails=cost.mails,
        kept_kb=round(cost.kept_kb, 1),
        prices_of=priced.prices_of,
    )
