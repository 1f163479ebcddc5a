"""What leaves for a push service: encrypted as RFC 8291 says, signed as RFC 8292 says, without a word of a ticket."""

import json
from datetime import UTC, datetime

import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature
from cryptography.hazmat.primitives.hashes import SHA256
from helpdesk.channels.push.rules import Device, PushError, PushNote
from helpdesk.channels.push.services import CURVE, WebPush, data, encrypted, posted, public_point, signing_key, text
from helpdesk.core.preferences.rules import Concern

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)
OURS = text(public_point(signing_key("new")))
NOTE = PushNote(title="New reply, HD-1", ticket_id="HD-1", concern=Concern.REPLIED, entry="e1")
# The example of RFC 8291, section 5 and appendix A.
AUTH = "BTBZMqHH6r4Tts7J_aSIgg"
DEVICE = "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4"
ONCE = "yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw"
SALT = "DGv6ra1nlYgDCS1FRnbzlw"
SENT = (
    "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_"
    "yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN"
)


class Service:
    """A push service that answers as it is told."""

    def __init__(self, status: int = 201) -> None:
        self.status = status
        self.got: list[tuple[str, str, bytes, dict[str, str]]] = []

    def __call__(self, host: str, path: str, body: bytes, headers: dict[str, str]) -> int:
        self.got.append((host, path, body, headers))
        return self.status


def a_device(**more: str) -> Device:
    endpoint = "https://updates.push.services.mozilla.com/wpush/v2/abc?d=1"
    given = {"endpoint": endpoint, "p256dh": DEVICE, "auth": AUTH, "key": OURS}
    return Device(added_at=NOW, **given | more)


def a_sender(post: Service, *keys: str) -> WebPush:
    return WebPush(lambda: keys or ("old", "new"), lambda: NOW, "https://desk.example", post)


def test_it_is_encrypted_as_the_standard_shows():
    once = ec.derive_private_key(int.from_bytes(data(ONCE), "big"), CURVE)
    assert (
        text(encrypted(b"When I grow up, I want to be a watermelon", data(DEVICE), data(AUTH), once, data(SALT)))
        == SENT
    )


def test_no_two_messages_are_alike():
    assert encrypted(b"x", data(DEVICE), data(AUTH)) != encrypted(b"x", data(DEVICE), data(AUTH))


def test_it_goes_where_the_device_said_and_says_who_sends_it():
    service = Service()
    assert a_sender(service).send(a_device(), NOTE)
    ((host, path, body, headers),) = service.got
    assert (host, path) == ("updates.push.services.mozilla.com", "/wpush/v2/abc?d=1")
    assert (headers["Content-Encoding"], headers["TTL"], headers["Urgency"]) == ("aes128gcm", "43200", "normal")
    assert len(headers["Topic"]) == 32
    assert b"HD-1" not in body
    token, key = (part.partition("=")[2] for part in headers["Authorization"].removeprefix("vapid ").split(", "))
    assert key == OURS
    head, claims, signature = token.split(".")
    raw = data(signature)
    wanted = encode_dss_signature(int.from_bytes(raw[:32], "big"), int.from_bytes(raw[32:], "big"))
    point = ec.EllipticCurvePublicKey.from_encoded_point(CURVE, data(key))
    point.verify(wanted, f"{head}.{claims}".encode(), ec.ECDSA(SHA256()))
    assert json.loads(data(claims)) == {
        "aud": "https://updates.push.services.mozilla.com",
        "exp": int(NOW.timestamp()) + 43_200,
        "sub": "https://desk.example",
    }


def test_a_page_is_urgent():
    service = Service()
    a_sender(service).send(a_device(), PushNote(title="t", ticket_id="HD-1", concern=Concern.PAGED, entry="e"))
    assert service.got[0][3]["Urgency"] == "high"


def test_a_device_of_an_older_key_is_sent_to_while_that_is_kept():
    older = a_device(key=text(public_point(signing_key("old"))))
    assert a_sender(Service()).send(older, NOTE)
    assert not a_sender(Service(), "new").send(older, NOTE)
    assert a_sender(Service()).key() == OURS


@pytest.mark.parametrize("status", [403, 404, 410])
def test_who_takes_nothing_any_more_is_told_so(status: int):
    assert not a_sender(Service(status)).send(a_device(), NOTE)


@pytest.mark.parametrize("wrong", [{"p256dh": "B" + "A" * 86}, {"endpoint": "http://plain.example/"}])
def test_what_can_be_no_device_is_sent_nothing(wrong: dict[str, str]):
    service = Service()
    assert not a_sender(service).send(a_device(**wrong), NOTE)
    assert service.got == []


@pytest.mark.parametrize("status", [400, 429, 500, 503])
def test_what_may_be_taken_another_time_is_raised(status: int):
    with pytest.raises(PushError, match=str(status)):
        a_sender(Service(status)).send(a_device(), NOTE)


def test_a_service_that_cannot_be_reached_is_raised(monkeypatch: pytest.MonkeyPatch):
    def refused(*_: object, **__: object) -> None:
        raise OSError

    monkeypatch.setattr("http.client.HTTPSConnection.request", refused)
    with pytest.raises(PushError, match="could not be reached"):
        posted("fcm.googleapis.com", "/", b"", {})
