"""The ledger of effects: an effect is had once, and again only when whoever claimed it died."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

from helpdesk.foundation.platform.ports import Claim

LEASE = timedelta(minutes=10)
TICKET = "HD-80000001"


def claim(desk, key="mail", ticket=TICKET):
    return desk.effects.claim(ticket, key, LEASE)


def test_the_first_claim_is_granted(desk):
    assert claim(desk) is Claim.GRANTED


def test_a_claimed_effect_is_busy(desk):
    claim(desk)
    assert claim(desk) is Claim.BUSY


def test_an_effect_that_was_had_is_done(desk):
    claim(desk)
    desk.effects.done(TICKET, "mail", "message-1")
    assert claim(desk) is Claim.DONE


def test_a_lease_runs_out(desk):
    claim(desk)
    desk.clock.advance(LEASE + timedelta(seconds=1))
    assert claim(desk) is Claim.GRANTED


def test_a_lease_taken_over_is_a_lease(desk):
    claim(desk)
    desk.clock.advance(LEASE + timedelta(seconds=1))
    claim(desk)
    assert claim(desk) is Claim.BUSY


def test_a_lease_holds_to_its_end(desk):
    claim(desk)
    desk.clock.advance(LEASE - timedelta(minutes=1))
    assert claim(desk) is Claim.BUSY


def test_what_was_had_stays_had(desk):
    claim(desk)
    desk.effects.done(TICKET, "mail", "message-1")
    desk.clock.advance(timedelta(days=365))
    assert claim(desk) is Claim.DONE


def test_who_is_done_late_is_done(desk):
    """The first worker was slow, not dead: what it did counts all the same."""
    claim(desk)
    desk.clock.advance(LEASE * 2)
    claim(desk)
    desk.effects.done(TICKET, "mail", "message-1")
    assert claim(desk) is Claim.DONE


def test_effects_and_tickets_do_not_mix(desk):
    claims = [claim(desk), claim(desk, key="other mail"), claim(desk, ticket="HD-80000002")]
    assert claims == [Claim.GRANTED] * 3


def test_of_many_at_once_one_is_granted(desk):
    with ThreadPoolExecutor(10) as workers:
        claims = list(workers.map(lambda _: claim(desk), range(10)))
    assert sorted(claims) == [Claim.BUSY] * 9 + [Claim.GRANTED]


REFUSED = timedelta(minutes=5)


def refused(desk):
    claim(desk)
    desk.effects.refused(TICKET, "mail", REFUSED)


def test_what_was_refused_is_granted_to_nobody_for_a_while(desk):
    refused(desk)
    desk.clock.advance(REFUSED - timedelta(seconds=30))
    assert claim(desk) is Claim.REFUSED


def test_then_it_can_be_tried_again_and_had(desk):
    refused(desk)
    desk.clock.advance(REFUSED + timedelta(seconds=1))
    assert claim(desk) is Claim.GRANTED
    assert claim(desk) is Claim.BUSY
    desk.effects.done(TICKET, "mail", "message-1")
    assert claim(desk) is Claim.DONE


def test_who_is_refused_late_takes_nothing_back(desk):
    """The first worker was slow; another had it meanwhile."""
    claim(desk)
    desk.effects.done(TICKET, "mail", "message-1")
    desk.effects.refused(TICKET, "mail", REFUSED)
    desk.clock.advance(REFUSED * 2)
    assert claim(desk) is Claim.DONE
