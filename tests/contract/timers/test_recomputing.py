"""After a change of settings the open tickets follow, all of them, once; finished ones are never rewritten."""

from datetime import timedelta

import pytest
from helpdesk.capabilities.routing.rules.rule import Actions, Conditions, Rule
from helpdesk.capabilities.sla import actions as sla_settings
from helpdesk.capabilities.timers.actions import recompute as recomputing
from helpdesk.capabilities.timers.rules.recompute import NotRecomputedError, walks
from helpdesk.core.tickets.actions import tickets
from helpdesk.core.tickets.actions.change import ATTEMPTS, Wish
from helpdesk.foundation.kernel.errors import BusyError, ConflictError
from helpdesk.foundation.kernel.vocabulary import Role, TeamId

from tests.builders.directory import a_person, an_agent
from tests.builders.intake import open_ticket
from tests.builders.organizations import an_organization
from tests.builders.routing import have_rules
from tests.builders.sla import BERLIN, GOLD, LONDON, PLAIN, a_document, changed
from tests.builders.staffing import staff

ALEX = a_person("Alex", role=Role.ADMIN)
DESK = TeamId("service-desk")


def save(desk, **changes):
    """Save settings, and let every worker hear of them."""
    edition = sla_settings.save(desk, ALEX.as_actor(), a_document(**changes), desk.settings.now("sla").revision)
    desk.clock.advance(timedelta(seconds=sla_settings.HEARD_AFTER))
    return edition.revision


def recompute(desk, revision):
    """What the workflow does: every walk, again until it is finished."""
    for walk in walks(revision, [DESK]):
        while not recomputing.walk(desk, walk).finished:
            pass
    return sla_settings.progress(desk, ALEX.as_actor())


def moved(desk, ticket, state):
    agent = staff(desk, an_agent())[0]
    return tickets.move(desk, Wish(ticket_id=ticket.id, by=agent.as_actor()), state).ticket


def test_open_tickets_get_the_policy_that_is_chosen_now(desk):
    before = open_ticket(desk)
    revision = save(desk)
    progress = recompute(desk, revision)
    after = desk.tickets.get(before.id)
    assert (before.policy, after.policy) == ("standard@1", "plain@1")
    assert after.promise.next_deadline == before.created_at + timedelta(days=1)
    assert (after.revision, after.tape[-1].value) == (before.revision, "plain@1")
    assert (progress.seen, progress.changed) == (1, 1)


def test_a_changed_calendar_reaches_the_tickets_of_its_policies_alone(desk):
    save(desk)
    an_organization(desk)
    gold, plain = open_ticket(desk, organization="acme"), open_ticket(desk)
    revision = save(desk, calendars=[changed(BERLIN, timezone="Asia/Kathmandu", region=None), LONDON])
    assert recompute(desk, revision).changed == 1
    assert desk.tickets.get(gold.id).policy == "gold@2"
    assert desk.tickets.get(plain.id) == plain


def test_finished_tickets_are_never_rewritten(desk):
    solved = moved(desk, open_ticket(desk), "solved")
    assert recompute(desk, save(desk)).changed == 0
    assert desk.tickets.get(solved.id) == solved


def test_a_promise_can_end(desk):
    ticket = open_ticket(desk)
    recompute(desk, save(desk, policies=[changed(PLAIN, conditions={"kind": ["change"]})]))
    after = desk.tickets.get(ticket.id)
    assert (after.policy, after.promise.next_deadline) == (None, None)


def test_walking_again_changes_nothing(desk):
    ticket = open_ticket(desk)
    revision = save(desk)
    recompute(desk, revision)
    after = desk.tickets.get(ticket.id)
    assert recompute(desk, revision).changed == 1
    assert desk.tickets.get(ticket.id) == after


def test_a_walk_goes_on_after_its_worker_died(desk, monkeypatch):
    opened = [open_ticket(desk) for _ in range(12)]
    revision = save(desk)
    monkeypatch.setattr(recomputing, "PAGE", 2)
    note, noted = desk.timers.walks.note, []

    def dies_at_times(walk, progress):
        noted.append(walk)
        if len(noted) % 3 == 0:
            raise ConnectionError("The worker is gone")
        note(walk, progress)

    monkeypatch.setattr(desk.timers.walks, "note", dies_at_times)
    for walk in walks(revision, [DESK]):
        finished = False
        while not finished:
            try:
                finished = recomputing.walk(desk, walk).finished
            except ConnectionError:
                continue
    progress = sla_settings.progress(desk, ALEX.as_actor())
    assert {desk.tickets.get(ticket.id).policy for ticket in opened} == {"plain@1"}
    assert all(desk.tickets.get(ticket.id).version == ticket.version + 1 for ticket in opened)
    assert progress.seen >= 12  # one that moved along the walk may be seen twice


def test_a_ticket_that_changes_meanwhile_is_found_by_the_next_round(desk, monkeypatch):
    ticket = open_ticket(desk)
    revision = save(desk)
    change, refused = desk.tickets.save, []

    def busy(*args, **more):
        if len(refused) < 1 + ATTEMPTS:  # the write by what its page showed, and those of the loop
            refused.append(args)
            raise ConflictError("Somebody writes all the time")
        return change(*args, **more)

    monkeypatch.setattr(desk.tickets, "save", busy)
    assert recompute(desk, revision).changed == 1
    assert len(refused) == 1 + ATTEMPTS
    assert desk.tickets.get(ticket.id).policy == "plain@1"


def test_a_table_that_is_too_busy_is_waited_for_and_no_ticket_left_out(desk, monkeypatch):
    opened = [open_ticket(desk) for _ in range(8)]
    revision = save(desk)
    monkeypatch.setattr(recomputing, "PAGE", 3)
    change, asked = desk.tickets.save, []

    def throttled(*args, **more):
        asked.append(args)
        if len(asked) % 3:
            raise BusyError("Too much at once")
        return change(*args, **more)

    monkeypatch.setattr(desk.tickets, "save", throttled)
    assert recompute(desk, revision).changed == 8
    assert {desk.tickets.get(ticket.id).version for ticket in opened} == {2}


def test_walkers_share_the_tickets_of_a_team():
    parts = walks(7, [DESK])
    ids = [f"HD-8{number:07d}" for number in range(1000)]
    assert all(sum(walk.covers(ticket_id) for walk in parts if walk.team == DESK) == 1 for ticket_id in ids)
    assert len(parts) == 16


def test_an_edit_that_meets_other_conditions_changes_the_promise_at_once(desk):
    save(desk)
    agent = staff(desk, an_agent())[0]
    an_organization(desk)
    ticket = open_ticket(desk)
    call = Wish(ticket_id=ticket.id, by=agent.as_actor())
    assert tickets.update(desk, call, {"organization": "acme"}).ticket.policy == "gold@1"
    assert tickets.update(desk, call, {"subject": "Smoke"}).ticket.policy == "gold@1"


def routed_to(desk, policy):
    """A rule gives every ticket this policy, whatever the policy's own conditions say."""
    rule = Rule(name="all", when=Conditions(), then=Actions(policy=policy))
    have_rules(desk, rule)
    desk.clock.advance(timedelta(seconds=sla_settings.HEARD_AFTER))


def test_a_policy_that_a_rule_gave_stays_and_is_followed_to_its_newest_version(desk):
    save(desk)
    routed_to(desk, "gold")
    ticket = open_ticket(desk)
    assert (ticket.policy, ticket.policy_pinned) == ("gold@1", True)
    assert recompute(desk, save(desk, close_solved_after_days=6)).changed == 0
    stricter = changed(GOLD, targets={"resolution": {"*": {"seconds": 60}}})
    assert recompute(desk, save(desk, policies=[stricter, PLAIN], close_solved_after_days=6)).changed == 1
    assert desk.tickets.get(ticket.id).policy == "gold@2"
    assert recompute(desk, save(desk, policies=[PLAIN], close_solved_after_days=6)).changed == 0


def test_an_edit_does_not_take_the_policy_that_a_rule_gave(desk):
    save(desk)
    an_organization(desk)
    routed_to(desk, "plain")
    ticket = open_ticket(desk)
    agent = staff(desk, an_agent())[0]
    edited = tickets.update(desk, Wish(ticket_id=ticket.id, by=agent.as_actor()), {"organization": "acme"}).ticket
    assert (edited.organization, edited.policy) == ("acme", "plain@1")


def test_a_policy_that_a_rule_names_and_nobody_wrote_is_chosen_by_conditions(desk):
    save(desk)
    an_organization(desk)
    routed_to(desk, "silver")
    ticket = open_ticket(desk, organization="acme")
    assert (ticket.policy, ticket.policy_pinned) == ("gold@1", False)


def test_a_ticket_that_cannot_be_recomputed_stops_no_walk_and_is_named(desk, monkeypatch):
    """Its workflow fails in the end; the others have what was saved."""
    opened = [open_ticket(desk) for _ in range(12)]
    revision = save(desk)
    bad = opened[0].id
    decide = recomputing.recompute.recompute

    def fails_for_one(ticket, *rest):
        if ticket.id == bad:
            raise KeyError("a policy that is gone")
        return decide(ticket, *rest)

    monkeypatch.setattr(recomputing, "PAGE", 2)
    monkeypatch.setattr(recomputing.recompute, "recompute", fails_for_one)
    with pytest.raises(NotRecomputedError, match=bad) as raised:
        recompute(desk, revision)
    assert isinstance(raised.value.__cause__, KeyError)
    for walked in walks(revision, [DESK]):
        if not walked.covers(bad):
            assert recomputing.walk(desk, walked).finished
    assert {desk.tickets.get(ticket.id).policy for ticket in opened[1:]} == {"plain@1"}
    (its_own,) = (walked for walked in walks(revision, [DESK]) if walked.team and walked.covers(bad))
    before = desk.timers.walks.progress(its_own)
    with pytest.raises(NotRecomputedError, match=bad):
        recomputing.walk(desk, its_own)
    assert desk.timers.walks.progress(its_own) == before
