"""The settings a new help desk starts with, as version 0: usable at once, replaced as a whole by a saved version."""

from functools import cache

from helpdesk.capabilities.routing.rules.rule import Actions, Conditions, Rule
from helpdesk.core.tickets.settings import Category, DeskSettings, LevelTeam, State
from helpdesk.foundation.kernel.vocabulary import Level, Phase, Priority, TeamId

SERVICE_DESK = TeamId("service-desk")

IT_OPERATIONS = TeamId("it-operations")

NETWORK_EXPERTS = TeamId("network-experts")

SERVER_EXPERTS = TeamId("server-experts")

APPLICATION_EXPERTS = TeamId("application-experts")

_STATES = (
    State(name="new", phase=Phase.NEW, next=("open", "pending", "on_hold", "solved", "cancelled")),
    State(name="open", phase=Phase.OPEN, next=("pending", "on_hold", "solved", "cancelled")),
    State(name="pending", phase=Phase.PENDING, next=("open", "on_hold", "solved", "cancelled")),
    State(name="on_hold", phase=Phase.ON_HOLD, next=("open", "pending", "solved", "cancelled")),
    State(name="solved", phase=Phase.SOLVED, next=("open", "closed")),
    State(name="closed", phase=Phase.CLOSED, next=()),
    State(name="cancelled", phase=Phase.CLOSED, next=()),
)

_CATEGORIES = (
    Category(id="account", name={"en": "Account and password", "de": "Konto und Passwort"}),
    Category(id="hardware", name={"en": "Computer, phone, printer", "de": "Computer, Telefon, Drucker"}),
    Category(id="software", name={"en": "Programs and apps", "de": "Programme und Apps"}),
    Category(id="network", name={"en": "Internet, Wi-Fi, VPN", "de": "Internet, WLAN, VPN"}),
    Category(id="question", name={"en": "A question", "de": "Eine Frage"}),
    Category(id="other", name={"en": "Something else", "de": "Etwas anderes"}),
)

# Impact / urgency, after the usual ITIL table.
_PRIORITIES = {
    "high/high": Priority.P1,
    "high/medium": Priority.P2,
    "high/low": Priority.P3,
    "medium/high": Priority.P2,
    "medium/medium": Priority.P3,
    "medium/low": Priority.P4,
    "low/high": Priority.P3,
    "low/medium": Priority.P4,
    "low/low": Priority.P4,
}

_RULES = (
    Rule(
        name="security goes to operations",
        when=Conditions(words=("phishing", "ransomware", "malware", "data breach", "datenleck", "schadsoftware")),
        then=Actions(level=Level.L2, team=IT_OPERATIONS),
    ),
    Rule(
        name="outages go to operations",
        when=Conditions(words=("server down", "outage", "ausfall", "nobody can", "niemand kann")),
        then=Actions(level=Level.L2, team=IT_OPERATIONS),
    ),
)

_LEVEL_TEAMS = (
    LevelTeam(level=Level.L1, team=SERVICE_DESK),
    LevelTeam(level=Level.L2, team=IT_OPERATIONS),
    LevelTeam(level=Level.L3, team=NETWORK_EXPERTS, category="network"),
    LevelTeam(level=Level.L3, team=APPLICATION_EXPERTS, category="software"),
    LevelTeam(level=Level.L3, team=SERVER_EXPERTS),
)


@cache
def default_settings() -> DeskSettings:
    return DeskSettings(
        version=0,
        states={state.name: state for state in _STATES},
        categories=_CATEGORIES,
        priorities=_PRIORITIES,
        rules=_RULES,
        level_teams=_LEVEL_TEAMS,
    )
