"""What a desk costs, by calculation: each sum from its own prices, and quotas in the order in which they are met."""

import pytest

from tests.bench.desks import FILE, SIZES, Life, busiest, lines, met, monthly
from tests.bench.prices import Prices

LIFE = Life(usd=0.0004, compute_usd=0.0001, wcu=150, events=10, invocations=63, transitions=4)
PRICES = Prices.read()


def test_what_is_paid_by_use_grows_with_the_agents_and_standing_still_does_not():
    one, many = monthly(LIFE, 1, PRICES, 2.54), monthly(LIFE, 100, PRICES, 2.54)
    assert one.pop("standing still") == many.pop("standing still") == 2.54
    assert many == pytest.approx({what: 100 * usd for what, usd in one.items()})


def test_an_agent_is_paid_for_by_ticket_mail_and_minute():
    """20 tickets on 21 days, each of 63 runs of 60 ms at 512 MB; 4 mails of 0.10 a thousand; 168 hours on the line."""
    one = monthly(LIFE, 1, PRICES, 0)
    assert one["tickets"] == pytest.approx(420 * (0.0003 + 63 * 0.06 * 512 * 0.0130209e-6))
    assert one["mails out"] == pytest.approx(420 * 4 * 0.0001)
    assert one["live line"] > 168 * 60 * 0.25e-6 + 2 * 168 * 3600 / 25 * 1e-6


def test_every_quota_is_one_of_a_load_that_is_known_and_the_first_met_stands_first():
    found = met(LIFE)
    assert len(found) == FILE.read_text().count("[[quota]]")
    assert [agents for agents, *_ in found] == sorted(agents for agents, *_ in found)
    assert "before production access" in found[0][1]
    assert all(load > 0 for load in busiest(LIFE).values())


def test_it_can_be_read():
    result = {"life": {name: getattr(LIFE, name) for name in LIFE.__dataclass_fields__}, "idle_usd_month": 2.54}
    text = "\n".join(lines(result, PRICES))
    assert all(f"{agents:,}" in text for agents in SIZES)
    assert "RouteRate" in text
