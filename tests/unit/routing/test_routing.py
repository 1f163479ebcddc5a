"""Routing of a new desk: where tickets go before anybody shaped it."""

import pytest
from helpdesk.capabilities.routing.settings import RULES
from helpdesk.channels.intake.rules import opening
from helpdesk.core.staffing.settings import LANGUAGES
from helpdesk.core.tickets.settings import TERMS
from helpdesk.foundation.kernel.errors import InvalidError
from helpdesk.foundation.kernel.vocabulary import Level

from tests.builders.directory import a_requester
from tests.builders.intake import a_draft

SETTINGS = TERMS.at_first()


def routed(**draft):
    (fact,) = opening.create(a_draft(**draft), a_requester(), SETTINGS, RULES.at_first(), None)
    return fact.event.level, fact.event.team, fact.event.rule


ORDINARY = ("L1", "service-desk", "default")
SECURITY = ("L2", "it-operations", "security goes to operations")
OUTAGE = ("L2", "it-operations", "outages go to operations")

WAYS = [
    ({"subject": "The printer is on fire"}, ORDINARY),
    ({"subject": "Internet is slow", "category": "network"}, ORDINARY),
    ({"subject": "I clicked on a phishing mail"}, SECURITY),
    ({"subject": "RANSOMWARE"}, SECURITY),
    ({"subject": "Help", "description": "There was a data breach, I fear."}, SECURITY),
    ({"subject": "Schadsoftware auf dem Laptop"}, SECURITY),
    ({"subject": "Server down"}, OUTAGE),
    ({"subject": "Ausfall im Lager"}, OUTAGE),
    ({"subject": "Nobody can log in"}, OUTAGE),
    ({"subject": "Outage after phishing"}, SECURITY),
    ({"subject": ""}, ORDINARY),
]


@pytest.mark.parametrize(("draft", "way"), WAYS, ids=[str(draft) for draft, _ in WAYS])
def test_where_a_ticket_goes(draft, way):
    assert routed(**draft) == way


@pytest.mark.parametrize("category", [None, *(category.id for category in SETTINGS.categories)])
def test_every_category_finds_a_team_at_every_level(category):
    assert all(SETTINGS.team_at(level, category) for level in Level)


def test_an_unknown_category_is_refused():
    with pytest.raises(InvalidError) as refusal:
        routed(category="magic")
    assert refusal.value.problems[0].field == "category"


@pytest.mark.parametrize("category", SETTINGS.categories, ids=lambda category: category.id)
def test_every_category_has_a_name_in_every_language(category):
    assert set(category.name) == set(LANGUAGES.at_first())
