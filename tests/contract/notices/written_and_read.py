"""Mails as some Python writes and reads them: run by each that is installed, with the standard library alone.

Texts come on standard input as JSON; for each, what a reader's program makes of a mail with it as subject and name.
"""

import json
import sys
from email import message_from_bytes
from email.header import decode_header, make_header
from email.policy import compat32, default
from email.utils import parseaddr

from helpdesk.foundation.platform import mime


def unfolded(value):
    return "".join(value.splitlines())


def plainly(value):
    """Text as a program decodes it that knows RFC 2047 and nothing else."""
    return str(make_header(decode_header(value)))


def read(text):
    sent = mime.message(
        {
            "From": mime.mailbox("From", "Helpdesk", "help@desk.example"),
            "To": mime.mailbox("To", text, "rita@people.example"),
            "Subject": mime.text("Subject", text),
            "References": "<hd-1-token@desk.example>",
        },
        "It smokes.\n",
        "<p>It smokes.</p>\n",
    )
    mail, raw = message_from_bytes(sent, policy=default), message_from_bytes(sent, policy=compat32)
    return {
        "headers": [name for name, _ in mail.items()],
        "subjects": [str(mail["Subject"]), plainly(unfolded(raw["Subject"]))],
        "name": plainly(parseaddr(unfolded(raw["To"]))[0]),
        "addresses": [address.addr_spec for address in mail["To"].addresses],
        "body": mail.get_body(["plain"]).get_content(),
        "longest": max(map(len, sent.split(b"\r\n"))),
        "ascii": sent.isascii(),
    }


if __name__ == "__main__":
    json.dump(
        {"version": list(sys.version_info[:2]), "read": [read(text) for text in json.load(sys.stdin)]}, sys.stdout
    )
