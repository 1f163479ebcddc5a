"""Mail in: what SES does with a mail for one of our domains, on a port of our own.

It keeps the bytes under the headers that SES would write on top, and says so by the same notification.
"""

import asyncio
import json
import re
import secrets
import socket
from collections.abc import Mapping
from datetime import UTC, datetime
from email.parser import BytesHeaderParser
from email.utils import format_datetime
from typing import Any, Final

from aiosmtpd.smtp import SMTP, Envelope, Session

from infra.deployed import Deployed
from infra.local.aws import Aws
from infra.local.mailbox import without
from infra.local.settings import HOST, MAIL_IN_DOMAINS, REGION

LARGEST: Final = 40 * 1024 * 1024

VERDICTS: Final = "X-Local-Verdicts"
"""A header for tests, as `spam=FAIL dmarc=FAIL policy=reject`. Only this port knows it, and it goes no further."""

_PASSED: Final = {"spam": "PASS", "virus": "PASS", "spf": "PASS", "dkim": "PASS", "dmarc": "PASS", "policy": ""}


async def listen(port: socket.socket, aws: Aws, deployed: Deployed) -> asyncio.Server:
    """Take mail there, from whoever sends some."""
    bucket = deployed.id_of("AWS::S3::Bucket", "MailBucket")
    topic = deployed.id_of("AWS::SNS::Topic", "MailTopic")
    receipt = Receipt(aws, bucket, topic)
    loop = asyncio.get_running_loop()

    def connected() -> SMTP:
        return SMTP(receipt, data_size_limit=LARGEST, enable_SMTPUTF8=True, hostname=f"inbound.{REGION}", loop=loop)

    return await loop.create_server(connected, sock=port)


class Receipt:
    """What the receipt rule of infra/mail.yaml says."""

    def __init__(self, aws: Aws, bucket: str, topic: str) -> None:
        self._aws = aws
        self._bucket = bucket
        self._topic = topic

    async def handle_RCPT(  # noqa: N802 - as the library calls it
        self, _server: SMTP, _session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if address.rpartition("@")[2].lower() not in MAIL_IN_DOMAINS:
            return "550 5.1.1 Mailbox does not exist"
        envelope.rcpt_tos.append(address)
        envelope.rcpt_options.extend(options)
        return "250 OK"

    async def handle_DATA(self, _server: SMTP, _session: Session, envelope: Envelope) -> str:  # noqa: N802 - as above
        kept = await asyncio.to_thread(self._take, envelope)
        return f"250 OK {kept}"

    def _take(self, envelope: Envelope) -> str:
        mail_id, at = secrets.token_hex(20), datetime.now(UTC)
        raw = envelope.content if isinstance(envelope.content, bytes) else b""
        said = verdicts(raw)
        mail = without((VERDICTS.lower().encode() + b":",), raw)
        sender, recipients = envelope.mail_from or "", list(envelope.rcpt_tos)
        body = _head(mail_id, at, sender, recipients, said) + mail
        key = f"raw/{mail_id}"
        self._aws.client("s3").put_object(Bucket=self._bucket, Key=key, Body=body)
        notice = notification(mail_id, at, sender, recipients, said)
        notice["receipt"]["action"] |= {"topicArn": self._topic, "bucketName": self._bucket, "objectKey": key}
        self._aws.client("sns").publish(
            TopicArn=self._topic, Subject="Amazon SES Email Receipt Notification", Message=json.dumps(notice)
        )
        return mail_id


def verdicts(raw: bytes) -> Mapping[str, str]:
    """Those that a test wants, else good ones."""
    written = str(BytesHeaderParser().parsebytes(raw[:65536]).get(VERDICTS, ""))
    return _PASSED | dict(re.findall(r"(\w+)=(\w+)", written))


def _head(mail_id: str, at: datetime, sender: str, recipients: list[str], said: Mapping[str, str]) -> bytes:
    """In the order in which SES writes them. What stands above X-SES-RECEIPT is its own word."""
    host = f"inbound-smtp.{REGION}.amazonaws.com"
    domain = sender.rpartition("@")[2] or "localhost"
    results = (
        f"spf={said['spf'].lower()} (spfCheck) smtp.mailfrom={domain}; "
        f"dkim={said['dkim'].lower()} header.i=@{domain}; dmarc={said['dmarc'].lower()} header.from={domain};"
    )
    received = f"Received: from {domain} ({HOST})\r\n by {host} with SMTP id {mail_id}\r\n for {recipients[0]};"
    lines = (
        f"Return-Path: <{sender}>",
        f"{received}\r\n {format_datetime(at)}",
        f"X-SES-Spam-Verdict: {said['spam']}",
        f"X-SES-Virus-Verdict: {said['virus']}",
        f"Received-SPF: {said['spf'].lower()} (spfCheck) client-ip={HOST}; envelope-from={sender};",
        f"Authentication-Results: amazonses.com;\r\n {results}",
        f"X-SES-RECEIPT: {secrets.token_urlsafe(64)}",
        "X-SES-DKIM-SIGNATURE: a=rsa-sha256; q=dns/txt; d=amazonses.com; h=X-SES-RECEIPT; s=local; b=none",
    )
    return "".join(f"{line}\r\n" for line in lines).encode()


def notification(
    mail_id: str, at: datetime, sender: str, recipients: list[str], said: Mapping[str, str]
) -> dict[str, Any]:
    """As SES publishes it to the topic of an S3 action; the mail's own headers have no room in it, as those of most."""
    receipt: dict[str, Any] = {
        "timestamp": at.isoformat(timespec="milliseconds").replace("+00:00", "Z"),
        "processingTimeMillis": 1,
        "recipients": recipients,
        **{f"{name}Verdict": {"status": said[name]} for name in ("spam", "virus", "spf", "dkim", "dmarc")},
        "action": {"type": "S3", "objectKeyPrefix": "raw/"},
    }
    if said["policy"]:
        receipt["dmarcPolicy"] = said["policy"]
    return {
        "notificationType": "Received",
        "receipt": receipt,
        "mail": {
            "timestamp": receipt["timestamp"],
            "source": sender,
            "messageId": mail_id,
            "destination": recipients,
            "headersTruncated": True,
            "headers": [],
        },
    }
