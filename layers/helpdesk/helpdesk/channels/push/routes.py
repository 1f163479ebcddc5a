"""Devices on which people who work on tickets are told."""

from helpdesk.channels.push import actions as push
from helpdesk.channels.push.requests import DeviceDraft, WhichDevice
from helpdesk.channels.push.views import PushDevice, PushDevices, device_view
from helpdesk.core.directory.routes import caller
from helpdesk.foundation.edge.api import Api
from helpdesk.foundation.edge.http import Answer, answer, gives


def added_to(api: Api) -> None:
    def devices() -> Answer:
        desk = api.desk()
        found, key = push.own(desk, caller(api)), desk.push.service.key()
        return answer(PushDevices(key=key, items=[device_view(device, key) for device in found]))

    @api.get("/api/me/devices", responses=gives(PushDevices))
    def read_devices() -> Answer:
        return devices()

    @api.post("/api/me/devices", responses=gives(PushDevice, 201))
    def add_device(draft: DeviceDraft) -> Answer:
        device = push.add(api.desk(), caller(api), draft.endpoint, draft.p256dh, draft.auth)
        return answer(device_view(device, device.key), status=201)

    @api.delete("/api/me/devices/<device_id>", responses=gives(PushDevices))
    def remove_device(device_id: WhichDevice) -> Answer:
        push.remove(api.desk(), caller(api), device_id)
        return devices()
