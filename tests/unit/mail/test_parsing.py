"""What a mail says is what its writer wrote, however its program put it."""

from datetime import UTC, datetime

import pytest
from helpdesk.channels.mail.rules.limits import Bound, Limits, UnparsableError
from helpdesk.channels.mail.rules.mail import Address
from helpdesk.channels.mail.rules.parsing import parsed


def mail(*lines: str, body: str = "Hello") -> bytes:
    return "\r\n".join([*lines, "", body, ""]).encode()


def test_a_plain_mail():
    found = parsed(
        mail(
            "From: Anna =?utf-8?q?M=C3=BCller?= <Anna@B\u00fccher.example>",
            "To: desk@company.example, Team: bert@company.example;",
            "Cc: ,",
            "Subject: =?utf-8?q?Drucker_?= =?utf-8?q?kaputt?=",
            "Date: Mon, 30 Nov 2026 09:00:00 +0100",
            "Message-ID: <one@pc.example>",
            "References: <a@b.example> <c@d.example> <a@b.example>",
        )
    )
    assert found.sender == Address("anna@xn--bcher-kva.example", "Anna M\u00fcller")
    assert [each.address for each in found.to] == ["desk@company.example", "bert@company.example"]
    assert found.cc == ()
    assert found.subject == "Drucker kaputt"
    assert found.sent_at == datetime(2026, 11, 30, 8, tzinfo=UTC)
    assert found.message_id == "one@pc.example"
    assert found.references == ("a@b.example", "c@d.example")
    assert found.text == "Hello"


def test_a_mail_without_an_id_has_the_same_one_each_time():
    one, other = mail("From: a@b.example"), mail("From: a@b.example", body="Hello!")
    assert parsed(one).message_id == parsed(one).message_id != parsed(other).message_id
    assert not parsed(one).has_own_id


@pytest.mark.parametrize(
    ("raw", "limits", "reason"),
    [
        (b"a" * 101, Limits(size=100), Bound.SIZE),
        (b"X: " + b"a" * 101 + b"\n\n", Limits(headers=100), Bound.HEADERS),
        (b"To: " + b"a@b.example," * 11 + b"\n\n", Limits(recipients=10), Bound.RECIPIENTS),
        (b"Content-Type: multipart/mixed; boundary=x\n\n" + b"--x\n\n" * 11, Limits(parts=10), Bound.PARTS),
        (b"Content-Type: message/rfc822\n\n" * 11, Limits(depth=10), Bound.DEPTH),
    ],
    ids=lambda value: value if isinstance(value, Bound) else "",
)
def test_what_exceeds_a_bound_is_put_aside(raw: bytes, limits: Limits, reason: Bound):
    with pytest.raises(UnparsableError) as refused:
        parsed(raw, limits=limits)
    assert refused.value.reason is reason
