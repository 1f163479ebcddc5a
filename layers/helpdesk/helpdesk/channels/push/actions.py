"""Devices on which somebody wants to be told."""

from collections.abc import Sequence

from helpdesk.channels.push.rules import Device, check_room, check_service
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.kernel import roles
from helpdesk.foundation.kernel.actors import Actor
from helpdesk.foundation.kernel.vocabulary import PersonId


def own(desk: Desk, by: Actor) -> Sequence[Device]:
    roles.any_staff(by)
    return desk.push.devices.of(PersonId(by.id))


def add(desk: Desk, by: Actor, endpoint: str, p256dh: str, auth: str) -> Device:
    """Take a browser that asked for notes; the same one again is no second."""
    others = [held for held in own(desk, by) if held.endpoint != endpoint]
    check_service(endpoint)
    check_room(len(others))
    device = Device(endpoint=endpoint, p256dh=p256dh, auth=auth, key=desk.push.service.key(), added_at=desk.clock.now())
    desk.push.devices.put(PersonId(by.id), device)
    return device


def remove(desk: Desk, by: Actor, device_id: str) -> None:
    roles.any_staff(by)
    desk.push.devices.remove(PersonId(by.id), device_id)
