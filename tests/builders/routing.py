"""Rules by which a desk routes. A test names what matters to it; the rest is as on any other day."""

from helpdesk.capabilities.routing.rules.rule import Rule
from helpdesk.capabilities.routing.settings import RULES
from helpdesk.foundation.desk import Desk
from msgspec import to_builtins
from msgspec.structs import replace


def have_rules(desk: Desk, *rules: Rule) -> None:
    """Let a desk route new tickets by these rules."""
    now = desk.settings.now(RULES.bundle)
    written = {**now.document, "rules": to_builtins(rules)}
    desk.settings.save(now, replace(now, revision=now.revision + 1, document=written))
