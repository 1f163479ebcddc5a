"""Who may do what by their role. Specialists from outside may do nothing but what says `any_staff`."""

from helpdesk.foundation.kernel.actors import Actor
from helpdesk.foundation.kernel.errors import ForbiddenError
from helpdesk.foundation.kernel.vocabulary import Role


def any_staff(actor: Actor) -> Actor:
    """Whoever works on tickets, from outside too: who asks by this looks itself that it is theirs to see."""
    if not (actor.is_staff or actor.role is Role.SYSTEM):
        raise ForbiddenError("Only people who work on tickets may do this.")
    return actor


def staff_only(actor: Actor) -> Actor:
    """Specialists from outside learn of the house and its customers only by the tickets that come to them."""
    any_staff(actor)
    if actor.only_teams is not None:
        raise ForbiddenError("This is for people who work inside the house.")
    return actor


def leads(actor: Actor) -> bool:
    return actor.role in {Role.LEAD, Role.ADMIN} and actor.only_teams is None


def lead_only(actor: Actor) -> Actor:
    """Plans of other people's work are made by leads."""
    if not leads(actor):
        raise ForbiddenError("Only leads and administrators may do this.")
    return actor


def admin_only(actor: Actor) -> Actor:
    if actor.role is not Role.ADMIN or actor.only_teams is not None:
        raise ForbiddenError("Only administrators may do this.")
    return actor
