"""The mail that the local stack sent, as its page and the tests ask for it."""

from pathlib import Path

import pytest

from infra.local.mailbox import Mailbox

RAW = b"From: help@demo.example\r\nSubject: Your request\r\n\r\nIt is mended.\r\n"


@pytest.fixture
def mailbox(tmp_path: Path) -> Mailbox:
    return Mailbox(tmp_path / "mail")


def test_nothing_was_sent_yet(mailbox: Mailbox) -> None:
    assert mailbox.ids() == mailbox.newest() == mailbox.told() == []
    assert mailbox.get("0107-none") is None


def test_what_is_sent_later_comes_first_and_those_to_one_address_are_told_apart(mailbox: Mailbox) -> None:
    first = mailbox.keep(RAW, sender="help@demo.example", recipients=["gus@gate.example"])
    assert [mail["id"] for mail in mailbox.told()] == [first]
    second = mailbox.keep(RAW, sender="help@demo.example", recipients=["ida@gate.example"])
    assert sorted(mail["id"] for mail in mailbox.told()) == sorted([first, second])
    assert [mail["id"] for mail in mailbox.told("ida@gate.example")] == [second]
    assert mailbox.told("nobody@gate.example") == []
    (told,) = mailbox.told("gus@gate.example")
    assert (told["subject"], told["text"].strip(), told["to"]) == (
        "Your request",
        "It is mended.",
        ["gus@gate.example"],
    )


@pytest.mark.parametrize("mail_id", ["../secret", "..", "", "a/b", "/etc/passwd", ".draft", "a\0b", "x" * 5000])
def test_no_other_file_is_read(mailbox: Mailbox, tmp_path: Path, mail_id: str) -> None:
    mailbox.keep(RAW, sender="help@demo.example", recipients=[])
    for name in ("secret.eml", "mail/.draft.eml"):
        (tmp_path / name).write_bytes(RAW)
    assert mailbox.get(mail_id) is None
