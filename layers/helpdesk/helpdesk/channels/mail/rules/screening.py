"""Which mails make nothing by themselves: they are put aside for somebody to look at, or told to nobody."""

from collections.abc import Mapping, Sequence
from typing import Final

from helpdesk.channels.mail.rules.arrival import Again, Arrival
from helpdesk.channels.mail.rules.mail import Address, Mail, Sign
from helpdesk.channels.mail.rules.mailboxes import Mailbox, Writers, is_ours
from helpdesk.channels.mail.rules.register import Outcome, Reason
from helpdesk.core.directory.rules import Person
from helpdesk.foundation.kernel.addresses import folded, folded_domain
from helpdesk.foundation.kernel.vocabulary import Proof

PASSED, FAIL = "pass", "fail"

_PROOFS: Final = {PASSED: Proof.PASSED, FAIL: Proof.FAILED}

_UNSAFE: Final = {"virus": Reason.VIRUS, "spam": Reason.SPAM}

_REFUSING: Final = frozenset({"reject", "quarantine"})

Judgement = tuple[Outcome, Reason | None]


def is_forged(verdicts: Mapping[str, str], policy: str) -> bool:
    """Whether the domain that it names as its own says that this is none of its mails."""
    return verdicts.get("dmarc") == FAIL and policy in _REFUSING


def is_proven(arrival: Arrival, mail: Mail) -> bool:
    """Whether it is sure that its sender's domain sent it: by DMARC, and where a domain has none, by SPF alone."""
    if not mail.is_of_one:
        return False
    if arrival.verdicts.get("dmarc") == PASSED:
        return True
    own = folded_domain((written_by(arrival, mail).address or "").rpartition("@")[2])
    same = bool(own) and own == folded_domain(arrival.sender.rpartition("@")[2])
    return arrival.verdicts.get("dmarc") != FAIL and same and arrival.verdicts.get("spf") == PASSED


def proofs(arrival: Arrival) -> dict[str, Proof]:
    """What was found of it, check by check."""
    return {check: _PROOFS.get(arrival.verdicts.get(check, ""), Proof.NONE) for check in ("spf", "dkim", "dmarc")}


def screened(
    arrival: Arrival, mail: Mail, mailbox: Mailbox | None, ours: Sequence[Mailbox], *, named: bool
) -> Judgement | None:
    """What it is when it makes neither a ticket nor a message. `named`: it bears a token of ours."""
    if arrival.again is Again.RELEASE:
        return None
    unsafe = next((reason for kind, reason in _UNSAFE.items() if arrival.verdicts.get(kind) == FAIL), None)
    if unsafe:
        return Outcome.QUARANTINE, unsafe
    if mail.bounce:
        return Outcome.BOUNCE, None
    if Sign.RECEIPT in mail.automatic:
        return Outcome.IGNORED, Reason.RECEIPT
    if is_forged(arrival.verdicts, arrival.policy):
        return Outcome.QUARANTINE, Reason.FORGED
    if mailbox is None and not named:
        return Outcome.QUARANTINE, Reason.UNKNOWN_MAILBOX
    return _of_sender(written_by(arrival, mail).address, ours)


def written_by(arrival: Arrival, mail: Mail) -> Address:
    """Who it says wrote it; where it does not, who sent it as the servers say."""
    if mail.sender and mail.sender.address:
        return mail.sender
    return Address(folded(arrival.sender) or None, mail.sender.name if mail.sender else "")


def _of_sender(address: str | None, ours: Sequence[Mailbox]) -> Judgement | None:
    if address is None:
        return Outcome.QUARANTINE, Reason.NOBODY
    if is_ours(address, ours):
        return Outcome.IGNORED, Reason.OWN_ADDRESS
    return None


def opens(mail: Mail, mailbox: Mailbox, person: Person | None, organization: str | None) -> Judgement | None:
    """Why it begins no ticket, if it does not. An answer that a machine gives to nothing of ours says nothing."""
    if Sign.VENDOR in mail.automatic or (Sign.AUTO_SUBMITTED in mail.automatic and mail.in_reply_to):
        return Outcome.IGNORED, Reason.AUTO_REPLY
    if mailbox.writers is Writers.KNOWN and person is None:
        return Outcome.QUARANTINE, Reason.SENDER
    known = organization or (person and (person.organization or person.is_staff))
    if mailbox.writers is Writers.ORGANIZATIONS and not known:
        return Outcome.QUARANTINE, Reason.SENDER
    return None
