from msgspec.structs import replace

from helpdesk.core.preferences.rules import Preferences, checked
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.kernel import roles
from helpdesk.foundation.kernel.actors import Actor
from helpdesk.foundation.kernel.revisions import following
from helpdesk.foundation.kernel.vocabulary import PersonId


def own(desk: Desk, by: Actor) -> Preferences:
    roles.any_staff(by)
    return desk.preferences.get(PersonId(by.id))


def choose(desk: Desk, by: Actor, wanted: Preferences, revision: int | None) -> Preferences:
    """Put these in place of the `revision` that was seen."""
    held = own(desk, by)
    chosen = replace(checked(wanted), revision=following(revision, held.revision))
    desk.preferences.put(PersonId(by.id), chosen)
    return chosen
