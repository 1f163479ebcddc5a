"""What SES tells of mails it was given: events on the default bus, as its configuration set asks for.

Stock behaviour: mail is taken and nothing more is heard of it. Here it arrives at once, but for the addresses of SES's
own mailbox simulator, which bounce and complain as they do on AWS.
"""

import json
from collections.abc import Callable, Iterator
from typing import Any, Final

Event = dict[str, Any]

SIMULATOR: Final = "simulator.amazonses.com"

_TYPES: Final = {
    "Send": "Email Sent",
    "Delivery": "Email Delivered",
    "Bounce": "Email Bounced",
    "Complaint": "Email Complaint Received",
}


def told(mail_id: str, request: dict[str, Any], recipients: list[str]) -> Iterator[Event]:
    """The events of a mail as entries for the bus; none of one that was sent by no configuration set."""
    if "ConfigurationSetName" not in request:
        return
    tags = {tag["Name"]: [tag["Value"]] for tag in request.get("EmailTags", [])}
    tags["ses:configuration-set"] = [request["ConfigurationSetName"]]
    mail = {"messageId": mail_id, "destination": recipients, "tags": tags}
    yield _entry("Send", mail, {"send": {}})
    bounced, complained = _at("bounce", recipients), _at("complaint", recipients)
    arrived = [address for address in recipients if address not in bounced]
    if bounced:
        lost = [{"emailAddress": address, "diagnosticCode": "smtp; 550 5.1.1 user unknown"} for address in bounced]
        yield _entry("Bounce", mail, {"bounce": {"bounceType": "Permanent", "bouncedRecipients": lost}})
    if arrived:
        yield _entry("Delivery", mail, {"delivery": {"recipients": arrived}})
    if complained:
        by = [{"emailAddress": address} for address in complained]
        yield _entry("Complaint", mail, {"complaint": {"complainedRecipients": by, "complaintFeedbackType": "abuse"}})


def on_default_bus() -> Callable[[list[Event]], None]:
    from ministack.services import eventbridge  # noqa: PLC0415 - after the environment is set

    def put(entries: list[Event]) -> None:
        for entry in entries:
            eventbridge._put_events({"Entries": [entry]}, allow_aws_source=True)

    return put


def _at(name: str, recipients: list[str]) -> list[str]:
    ends = (f"{name}@{SIMULATOR}",)
    return [address for address in recipients if _without_label(address).lower().endswith(ends)]


def _without_label(address: str) -> str:
    """The simulator takes labels, so that tests tell their mails apart: bounce+label@..."""
    local, _, domain = address.rpartition("@")
    return f"{local.partition('+')[0]}@{domain}"


def _entry(kind: str, mail: dict[str, Any], more: dict[str, Any]) -> Event:
    detail = {"eventType": kind, "mail": mail} | more
    return {"Source": "aws.ses", "DetailType": _TYPES[kind], "Detail": json.dumps(detail), "EventBusName": "default"}
