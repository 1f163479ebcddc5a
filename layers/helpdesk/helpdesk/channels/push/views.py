"""What the API gives of devices."""

from datetime import datetime

from helpdesk.channels.push import rules
from helpdesk.foundation.edge.outputs import View


class PushDevice(View):
    """`current` is false where it subscribed with a key that is no longer given out: it should subscribe anew."""

    id: str
    added_at: datetime
    current: bool


class PushDevices(View):
    """`key` is what a browser subscribes with, its `applicationServerKey`."""

    key: str
    items: list[PushDevice]


def device_view(device: rules.Device, key: str) -> PushDevice:
    return PushDevice(id=device.id, added_at=device.added_at, current=device.key == key)
