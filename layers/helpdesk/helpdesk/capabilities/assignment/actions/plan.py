"""What somebody can be given, set by leads; assignment gives and takes tickets by it."""

from msgspec.structs import replace

from helpdesk.core.directory.rules import named_staff
from helpdesk.core.staffing.rules.availability import Availability
from helpdesk.core.staffing.rules.checks import check_availability
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.kernel import roles
from helpdesk.foundation.kernel.actors import Actor
from helpdesk.foundation.kernel.revisions import following
from helpdesk.foundation.kernel.vocabulary import PersonId


def plan(desk: Desk, by: Actor, person_id: PersonId, wanted: Availability, revision: int | None) -> Availability:
    """Set skills, shift, capacity and absences; refused with the place of what cannot be.

    Raises SettingsMovedError when the revision it was made from is no longer what holds.
    """
    roles.lead_only(by)
    person = desk.directory.person(person_id)
    for absence in wanted.absences:
        if absence.substitute:
            named_staff(desk.directory, absence.substitute, "absences")
    check_availability(person_id, wanted, lambda each: desk.staffing.availability(each).usable.absences)
    wanted = replace(wanted, revision=following(revision, desk.staffing.availability(person_id).revision))
    if wanted.external != person.external:
        desk.directory.put_person(replace(person, external=wanted.external))
    desk.staffing.put_availability(person, wanted)
    desk.assignment.queue.look_at(person.id, person.teams)
    return wanted
