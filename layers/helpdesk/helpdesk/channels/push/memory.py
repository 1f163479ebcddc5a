"""Devices, and a push service that keeps what it was handed for a test to look at."""

from collections.abc import Sequence

from helpdesk.channels.push.rules import Device, PushNote
from helpdesk.foundation.kernel.vocabulary import PersonId


class MemoryDevices:
    """See ports.Devices."""

    def __init__(self) -> None:
        self._devices: dict[str, tuple[PersonId, Device]] = {}

    def of(self, person: PersonId) -> Sequence[Device]:
        return [device for _, (owner, device) in sorted(self._devices.items()) if owner == person]

    def put(self, person: PersonId, device: Device) -> None:
        self._devices[device.id] = person, device

    def remove(self, person: PersonId, device_id: str) -> None:
        owner, _ = self._devices.get(device_id, (None, None))
        if owner == person:
            del self._devices[device_id]


class MemoryPushService:
    """See ports.PushService. Endpoints in `gone` take nothing any more."""

    def __init__(self) -> None:
        self.sent: list[tuple[str, PushNote]] = []
        self.gone: set[str] = set()

    def key(self) -> str:
        return "our-public-key"

    def send(self, device: Device, note: PushNote) -> bool:
        if device.endpoint in self.gone:
            return False
        self.sent.append((device.endpoint, note))
        return True
