"""Calls to other systems: signed, and never into our own network."""

import hashlib
import hmac
from datetime import UTC, datetime

import pytest
from helpdesk.channels.webhooks.ports import WebhookCall
from helpdesk.channels.webhooks.rules import WebhookError
from helpdesk.channels.webhooks.services import SignedWebhooks, addresses_of, public_address

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)
CALL = WebhookCall(id="01-0", url="https://hooks.example/desk?from=us", body='{"a": 1}')


class Connection:
    """Another system that answers with a status."""

    def __init__(self, status=204):
        self.status, self.sent, self.gave_up = status, [], False

    def __call__(self, host, address):
        self.to = (host, address)
        return self

    def request(self, *sent):
        self.sent.append(sent)

    def getresponse(self):
        return self

    def close(self):
        pass

    def give_up(self):
        pass


def webhooks(connection, *addresses):
    return SignedWebhooks(lambda: ["old", "new"], lambda: NOW, lambda _: addresses or ["93.184.216.34"], connection)


def test_a_call_is_signed_over_its_time_and_body():
    other = Connection()
    found = webhooks(other)
    found.call(CALL)
    ((method, path, body, headers),) = other.sent
    assert (method, path, body) == ("POST", "/desk?from=us", b'{"a": 1}')
    signed = f"{int(NOW.timestamp())}.".encode() + body
    expected = hmac.new(found.key().encode(), signed, hashlib.sha256).hexdigest()
    assert headers["X-Helpdesk-Signature"] == f"sha256={expected}"
    assert headers["X-Helpdesk-Event"] == "01-0"
    assert other.to == ("hooks.example", "93.184.216.34")


@pytest.mark.parametrize("status", [199, 302, 404, 500])
def test_what_was_not_taken_is_tried_again(status):
    with pytest.raises(WebhookError):
        webhooks(Connection(status)).call(CALL)


PRIVATE = [
    "127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "224.0.0.1",
    "::1", "fe80::1", "fc00::1", "::ffff:10.0.0.1", "::ffff:169.254.169.254", "2002:0a00:0001::", "ff02::1",
    "2001:0:53aa:64c:0:0:0:1", "192.0.0.9", "192.0.0.170", "192.88.99.1", "198.18.0.1", "240.0.0.1", "255.255.255.255",
    "::", "::10.0.0.1", "::ffff:93.184.216.34", "64:ff9b::a00:1", "64:ff9b::5db8:d822", "64:ff9b:1::1", "fec0::1",
    "fe80::1%eth0", "2001:db8::1", "2001:2::1", "2001:20::1", "3fff::1", "5f00::1", "100::1", "fd00:ec2::254",
    "no address",
]  # fmt: skip


@pytest.mark.parametrize("address", PRIVATE)
def test_nothing_inside_is_called(address):
    other = Connection()
    for addresses in ([address], ["93.184.216.34", address]):
        with pytest.raises(WebhookError):
            webhooks(other, *addresses).call(CALL)
    assert other.sent == []


def test_a_name_without_an_address_is_not_called():
    with pytest.raises(WebhookError):
        public_address("nowhere.example", [])


@pytest.mark.parametrize(
    "url",
    ["http://hooks.example/", "https://hooks.example:8443/", "https://me:secret@hooks.example/", "file:///etc",
     "https://[bad/", "https://hooks.example:99999/", f"https://{'x' * 64}.example/", "https://hooks.example/ x"],
)  # fmt: skip
def test_only_plain_https_addresses_are_called(url):
    other = Connection()
    with pytest.raises(WebhookError):
        webhooks(other).call(WebhookCall(id="1", url=url, body="{}"))
    assert other.sent == []


@pytest.mark.parametrize("address", ["93.184.216.34", "2606:2800:220:1:248:1893:25c8:1946"])
def test_what_was_looked_at_is_what_is_called(address):
    """A name that leads elsewhere a moment later leads nowhere: its address is not asked for again."""
    asked, other = [], Connection()

    def resolve(host):
        asked.append(host)
        return [address] if len(asked) == 1 else ["127.0.0.1"]

    SignedWebhooks(lambda: ["key"], lambda: NOW, resolve, other).call(CALL)
    assert (asked, other.to) == (["hooks.example"], ("hooks.example", address))


@pytest.mark.parametrize("host", ["x" * 64 + ".example", "a..b", "nowhere.invalid"])
def test_a_name_that_cannot_be_one_has_no_address(host, monkeypatch):
    def refuse(*_, **__):
        raise UnicodeError("label too long")

    monkeypatch.setattr("socket.getaddrinfo", refuse)
    with pytest.raises(WebhookError):
        addresses_of(host)
