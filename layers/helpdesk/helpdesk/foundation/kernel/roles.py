from helpdesk.foundation.kernel.actors import Actor
from helpdesk.foundation.kernel.errors import ForbiddenError
from helpdesk.foundation.kernel.vocabulary import Role


def staff_only(actor: Actor) -> Actor:
    if not (actor.is_staff or actor.role is Role.SYSTEM):
        raise ForbiddenError("Only people who work on tickets may do this.")
    return actor


def inside_only(actor: Actor) -> Actor:
    """Specialists from outside learn of customers only by the tickets that come to them."""
    staff_only(actor)
    if actor.only_teams is not None:
        raise ForbiddenError("This is for people who work inside the house.")
    return actor


def lead_only(actor: Actor) -> Actor:
    """Plans of other people's work are made by leads."""
    if actor.role not in {Role.LEAD, Role.ADMIN}:
        raise ForbiddenError("Only leads and administrators may do this.")
    return actor


def admin_only(actor: Actor) -> Actor:
    if actor.role is not Role.ADMIN:
        raise ForbiddenError("Only administrators may do this.")
    return actor
