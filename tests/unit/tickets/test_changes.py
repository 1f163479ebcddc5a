"""Changes of fields, people and levels: what is decided, and what follows from it."""

import itertools

import pytest
from helpdesk.capabilities.levels.rules import escalation
from helpdesk.capabilities.routing.settings import RULES
from helpdesk.channels.intake.rules import opening
from helpdesk.core.tickets.rules import editing
from helpdesk.core.tickets.rules import owner as owning
from helpdesk.core.tickets.rules.refusals import TransitionRefusedError
from helpdesk.core.tickets.settings import TERMS
from helpdesk.foundation.kernel.errors import InvalidError
from helpdesk.foundation.kernel.vocabulary import Level, Priority, Role, Scale

from tests.builders.directory import a_person, a_requester, an_agent
from tests.builders.tickets import a_ticket

SETTINGS = TERMS.at_first()
HIGH, MEDIUM, LOW = Scale.HIGH, Scale.MEDIUM, Scale.LOW
ADA = an_agent()

MATRIX = [
    # impact, urgency, priority
    (HIGH, HIGH, "P1"),
    (HIGH, MEDIUM, "P2"),
    (HIGH, LOW, "P3"),
    (MEDIUM, HIGH, "P2"),
    (MEDIUM, MEDIUM, "P3"),
    (MEDIUM, LOW, "P4"),
    (LOW, HIGH, "P3"),
    (LOW, MEDIUM, "P4"),
    (LOW, LOW, "P4"),
]


@pytest.mark.parametrize(("impact", "urgency", "priority"), MATRIX)
def test_impact_and_urgency_make_the_priority(impact, urgency, priority):
    assert SETTINGS.priority(impact, urgency) == priority


def test_more_impact_or_urgency_never_makes_less_priority():
    order = [LOW, MEDIUM, HIGH]
    for (i, impact), (u, urgency) in itertools.product(enumerate(order), repeat=2):
        for more_impact, more_urgency in itertools.product(order[i:], order[u:]):
            assert SETTINGS.priority(more_impact, more_urgency) <= SETTINGS.priority(impact, urgency)


def update(ticket=None, **wishes):
    facts = editing.update(ticket or a_ticket(), wishes, SETTINGS)
    return {name: value for name, value in changed(facts).items() if value is not None}


def changed(facts):
    return {name: getattr(fact.event, name) for fact in facts for name in editing._PATCHABLE}


def test_only_what_changes_is_said():
    ticket = a_ticket(subject="Old", category="network")
    assert update(ticket, subject="New", category="network") == {"subject": "New"}


def test_nothing_new_is_no_change():
    ticket = a_ticket()
    assert editing.update(ticket, {"subject": ticket.subject, "impact": ticket.impact}, SETTINGS) == []


@pytest.mark.parametrize(("impact", "urgency", "priority"), MATRIX)
def test_changing_impact_and_urgency_changes_the_priority(impact, urgency, priority):
    ticket = a_ticket(impact=LOW, urgency=LOW, priority=Priority.P4)
    assert update(ticket, impact=impact, urgency=urgency).get("priority", "P4") == priority


def test_a_priority_that_is_set_is_not_worked_out():
    assert update(impact=HIGH, urgency=HIGH, priority=Priority.P3)["priority"] == "P3"


def test_an_unknown_category_is_refused():
    with pytest.raises(InvalidError) as refusal:
        update(category="magic")
    assert refusal.value.problems[0].field == "category"


@pytest.mark.parametrize("state", ["closed", "cancelled"])
def test_a_closed_ticket_does_not_change(state):
    with pytest.raises(TransitionRefusedError):
        update(a_ticket(state=state), subject="New")


def test_a_ticket_is_given_to_a_person():
    (fact,) = owning.assign(a_ticket(assignee="bob"), ADA)
    assert (fact.event.assignee, fact.event.previous, fact.personal.name) == ("ada", "bob", "Ada")


def test_a_ticket_is_given_back_to_its_team():
    (fact,) = owning.assign(a_ticket(assignee="ada"), None)
    assert (fact.event.assignee, fact.event.previous) == (None, "ada")


@pytest.mark.parametrize(("assignee", "to"), [("ada", ADA), (None, None)])
def test_giving_it_to_who_has_it_is_no_change(assignee, to):
    assert owning.assign(a_ticket(assignee=assignee), to) == []


@pytest.mark.parametrize("role", [Role.REQUESTER, Role.GUEST, Role.SYSTEM])
def test_only_staff_get_tickets(role):
    with pytest.raises(InvalidError):
        owning.assign(a_ticket(), a_person("Rita", role=role))


def test_a_closed_ticket_is_given_to_nobody():
    with pytest.raises(TransitionRefusedError):
        owning.assign(a_ticket(state="closed"), ADA)


def escalate(ticket, level=None):
    (fact,) = escalation.escalate(ticket, level, "Too hard", "Everything", SETTINGS)
    return fact.event


UPWARDS = [
    (Level.L1, None, Level.L2),
    (Level.L1, Level.L2, Level.L2),
    (Level.L1, Level.L3, Level.L3),
    (Level.L2, None, Level.L3),
    (Level.L2, Level.L3, Level.L3),
]


@pytest.mark.parametrize(("level", "wanted", "reached"), UPWARDS)
def test_escalation_goes_up(level, wanted, reached):
    event = escalate(a_ticket(level=level), wanted)
    assert (event.previous_level, event.level) == (level, reached)


@pytest.mark.parametrize(
    ("level", "wanted"),
    [
        (level, wanted)
        for level in Level
        for wanted in (None, *Level)
        if (level, wanted) not in {u[:2] for u in UPWARDS}
    ],
)
def test_escalation_never_goes_down_or_nowhere(level, wanted):
    with pytest.raises(InvalidError) as refusal:
        escalate(a_ticket(level=level), wanted)
    assert refusal.value.problems[0].field == "level"


@pytest.mark.parametrize(
    ("category", "team"),
    [("network", "network-experts"), ("software", "application-experts"), ("hardware", "server-experts")],
)
def test_experts_are_found_by_category(category, team):
    assert escalate(a_ticket(level=Level.L2, category=category)).team == team


@pytest.mark.parametrize("state", ["solved", "closed", "cancelled"])
def test_what_is_finished_is_not_escalated(state):
    with pytest.raises(TransitionRefusedError):
        escalate(a_ticket(state=state))


def test_an_escalation_keeps_what_was_tried():
    event = escalate(a_ticket())
    assert (event.reason, event.tried, event.cause) == ("Too hard", "Everything", "manual")


@pytest.mark.parametrize(("level", "wanted", "reached"), [("L3", None, "L2"), ("L3", "L1", "L1"), ("L2", None, "L1")])
def test_deescalation_goes_down(level, wanted, reached):
    level, wanted = Level(level), Level(wanted) if wanted else None
    (fact,) = escalation.deescalate(a_ticket(level=level), wanted, "Restart it", SETTINGS, needless=True)
    assert (fact.event.level, fact.event.answer, fact.event.needless) == (reached, "Restart it", True)


@pytest.mark.parametrize(("level", "wanted"), [("L1", None), ("L1", "L2"), ("L2", "L2"), ("L2", "L3")])
def test_deescalation_never_goes_up_or_nowhere(level, wanted):
    with pytest.raises(InvalidError):
        escalation.deescalate(
            a_ticket(level=Level(level)), Level(wanted) if wanted else None, "Restart it", SETTINGS, needless=False
        )


def test_the_name_of_the_requester_stands_in_the_part_that_can_be_erased():
    draft = opening.Draft(subject="S", description="D", channel="web")
    (fact,) = opening.create(draft, a_requester(), SETTINGS, RULES.at_first(), None)
    assert (fact.personal.name, fact.personal.email, fact.personal.body) == ("Rita", "rita@people.example", "D")
    assert "Rita" not in str(fact.event)
