"""One mail of each kind, written for this: `expected.jsonl` says what must be found in it, field by field."""

import json
from pathlib import Path
from typing import Any

import msgspec
import pytest
from helpdesk.channels.mail.rules.mail import Address, Mail
from helpdesk.channels.mail.rules.parsing import parsed

CORPUS = Path(__file__).parent / "corpus"
CASES = [json.loads(line) for line in (CORPUS / "expected.jsonl").read_text().splitlines()]


def person(address: Address | None) -> list[str | None] | None:
    return [address.address, address.name] if address else None


def found(mail: Mail) -> dict[str, Any]:
    plain = msgspec.json.decode(msgspec.json.encode(mail))
    forwarded = mail.forwarded
    return plain | {
        "sender": person(mail.sender),
        "to": [person(each) for each in mail.to],
        "cc": [person(each) for each in mail.cc],
        "attachments": [file.name for file in mail.attachments],
        "attachments_count": len(mail.attachments),
        "sniffed": [file.sniffed for file in mail.attachments],
        "inline": [file.content_id for file in mail.attachments if file.inline],
        "bounce": [[each.address, each.permanent] for each in mail.bounce.failures] if mail.bounce else None,
        "original_id": mail.bounce.original_id if mail.bounce else None,
        "commands": [[each.name, each.value] for each in mail.commands],
        "invitations": [each.line for each in mail.invitations],
        "forwarded": {
            "sender": forwarded.sender.address,
            "name": forwarded.sender.name,
            "subject": forwarded.subject,
            "text": forwarded.text,
            "comment": forwarded.comment,
        }
        if forwarded
        else None,
    }


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["file"])
def test_a_mail_of_each_kind(case: dict[str, Any]):
    fields = found(parsed((CORPUS / case["file"]).read_bytes()))
    wanted = {name: value for name, value in case.items() if name != "file"}
    assert {name: fields[name] for name in wanted} == wanted


def test_every_mail_is_expected_to_be_something():
    assert {path.relative_to(CORPUS).as_posix() for path in CORPUS.rglob("*.eml")} == {case["file"] for case in CASES}
