"""Mail sent through SES and Cognito, kept as whole messages.

Stock behaviour: SES keeps subject and text only, and answers an id that is no SES id; headers such as
References and Reply-To are lost, and threading could not be seen or tested. And it asks IAM for sending from `*`
instead of the identity sent from, so that a function allowed to use one identity may not send at all.
"""

import base64
import json
from email.message import EmailMessage
from email.parser import BytesHeaderParser
from email.utils import formatdate, getaddresses
from typing import Any

from infra.local.emulator import mail_events
from infra.local.mailbox import Mailbox
from infra.local.settings import Settings


def correct(settings: Settings) -> None:
    mailbox = Mailbox(settings.mail)
    _keep_sent(mailbox)
    _keep_codes(mailbox)
    _ask_for_the_identity()


def _keep_sent(mailbox: Mailbox) -> None:
    from ministack.services import ses_v2  # noqa: PLC0415 - after the environment is set

    stock, put = ses_v2.handle_request, mail_events.on_default_bus()

    async def handle(method: str, path: str, headers: Any, body: bytes, query_params: Any) -> Any:
        status, answer_headers, answer = await stock(method, path, headers, body, query_params)
        if method == "POST" and _is_sending(path) and status == 200:  # noqa: PLR2004
            request = json.loads(body)
            mail_id, recipients = _keep(mailbox, request)
            put(list(mail_events.told(mail_id, request, recipients)))
            answer = json.dumps({"MessageId": mail_id}).encode()
        return status, answer_headers, answer

    ses_v2.handle_request = handle


def _keep_codes(mailbox: Mailbox) -> None:
    """Sign-in codes and invitations come from Cognito, past SES."""
    from ministack.services import cognito  # noqa: PLC0415 - after the environment is set

    stock = cognito._deliver_cognito_email

    def deliver(pool: Any, to_email: str, subject: str, body: str, *args: Any, **kwargs: Any) -> Any:
        request = {"FromEmailAddress": cognito._resolve_email_sender(pool)[0]}
        simple = {"Subject": {"Data": subject}, "Body": {"Text": {"Data": body}}}
        if to_email:
            destination = {"Destination": {"ToAddresses": [to_email]}, "Content": {"Simple": simple}}
            _keep(mailbox, request | destination)
        return stock(pool, to_email, subject, body, *args, **kwargs)

    cognito._deliver_cognito_email = deliver


def _ask_for_the_identity() -> None:
    from ministack.core import iam_actions  # noqa: PLC0415 - after the environment is set

    stock = iam_actions._ses_v2_resource_arn

    def resource(method: str, path: str, body: bytes, region: str, account: str) -> str:
        if not _is_sending(path):
            return str(stock(method, path, body, region, account))
        domain = getaddresses([json.loads(body)["FromEmailAddress"]])[0][1].partition("@")[2]
        return f"arn:aws:ses:{region}:{account}:identity/{domain}"

    iam_actions._ses_v2_resource_arn = resource


def _is_sending(path: str) -> bool:
    return path.rstrip("/").endswith("/outbound-emails")


def _keep(mailbox: Mailbox, request: dict[str, Any]) -> tuple[str, list[str]]:
    content = request["Content"]
    raw = base64.b64decode(content["Raw"]["Data"]) if "Raw" in content else _built(request)
    header = BytesHeaderParser().parsebytes(raw)
    destination = request.get("Destination") or {}
    recipients = [address for kind in ("To", "Cc", "Bcc") for address in destination.get(f"{kind}Addresses", [])]
    if not recipients:
        fields = [str(value) for name in ("To", "Cc", "Bcc") for value in header.get_all(name, [])]
        recipients = [address for _, address in getaddresses(fields)]
    sender = getaddresses([request.get("FromEmailAddress") or str(header["From"])])[0][1]
    return mailbox.keep(raw, sender=sender, recipients=recipients), recipients


def _built(request: dict[str, Any]) -> bytes:
    """The message SES makes of a request with separate parts."""
    simple = request["Content"].get("Simple", {})
    message = EmailMessage()
    message["From"] = request["FromEmailAddress"]
    message["To"] = ", ".join(request["Destination"].get("ToAddresses", []))
    message["Subject"] = simple.get("Subject", {}).get("Data", "")
    message["Date"] = formatdate()
    body = simple.get("Body", {})
    message.set_content(body.get("Text", {}).get("Data", ""))
    if "Html" in body:
        message.add_alternative(body["Html"]["Data"], subtype="html")
    return message.as_bytes()
