"""Devices of people: each is one person's."""

from helpdesk.channels.push.rules import Device
from helpdesk.foundation.platform.memory.clock import MONDAY_MORNING


def a_device(name="one", **more):
    endpoint = f"https://fcm.googleapis.com/fcm/send/{name}"
    return Device(**{"endpoint": endpoint, "p256dh": "p", "auth": "a", "key": "k", "added_at": MONDAY_MORNING} | more)


def test_nobody_has_one_at_first(desk):
    assert desk.push.devices.of("ada") == []


def test_everybody_has_their_own(desk):
    for person, device in (("ada", a_device()), ("ada", a_device("two")), ("adam", a_device("three"))):
        desk.push.devices.put(person, device)
    both = sorted([a_device(), a_device("two")], key=lambda device: device.id)
    assert (desk.push.devices.of("ada"), desk.push.devices.of("adam")) == (both, [a_device("three")])


def test_one_that_subscribes_anew_is_no_second(desk):
    desk.push.devices.put("ada", a_device())
    desk.push.devices.put("ada", a_device(key="new"))
    assert desk.push.devices.of("ada") == [a_device(key="new")]


def test_who_shares_a_browser_reads_nobody_elses_notes(desk):
    desk.push.devices.put("ada", a_device())
    desk.push.devices.put("bob", a_device())
    assert (desk.push.devices.of("ada"), desk.push.devices.of("bob")) == ([], [a_device()])
    desk.push.devices.put("ada", a_device())
    assert (desk.push.devices.of("ada"), desk.push.devices.of("bob")) == ([a_device()], [])


def test_one_that_is_removed_is_gone(desk):
    desk.push.devices.put("ada", a_device())
    desk.push.devices.remove("bob", a_device().id)
    assert desk.push.devices.of("ada") == [a_device()]
    for _ in range(2):
        desk.push.devices.remove("ada", a_device().id)
    assert desk.push.devices.of("ada") == []
