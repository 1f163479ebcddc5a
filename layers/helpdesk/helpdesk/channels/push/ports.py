from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

from msgspec import Struct

from helpdesk.foundation.kernel.vocabulary import PersonId

if TYPE_CHECKING:  # a function imports what it does, not all it could be asked for
    from helpdesk.channels.push.rules import Device, PushNote


class Devices(Protocol):
    def of(self, person: PersonId) -> Sequence[Device]:
        """Those of somebody, in one request, in the order of their ids."""

    def put(self, person: PersonId, device: Device) -> None:
        """A browser that takes notes for somebody; for nobody else any longer."""

    def remove(self, person: PersonId, device_id: str) -> None:
        """Nothing happens where there is none."""


class PushService(Protocol):
    def key(self) -> str:
        """The public key that a device takes notes of, in the letters in which browsers want it."""

    def send(self, device: Device, note: PushNote) -> bool:
        """Hand over to the device's push service; False when the device takes notes no longer.

        Raises PushError when it was not taken, and may be another time.
        """


class PushPorts(Struct, frozen=True, kw_only=True):
    devices: Devices
    service: PushService
