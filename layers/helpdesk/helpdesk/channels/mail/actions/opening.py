"""A mail that begins a ticket."""

from msgspec.structs import replace

from helpdesk.channels.intake.actions.opening import open_ticket
from helpdesk.channels.intake.rules.opening import Draft, Sender
from helpdesk.channels.intake.settings.form import FORM
from helpdesk.channels.mail.actions.letter import Known, Letter, beside, said
from helpdesk.channels.mail.rules.mail import Mail
from helpdesk.channels.mail.rules.placing import Where
from helpdesk.channels.mail.rules.register import Outcome
from helpdesk.channels.mail.rules.saying import Words, called
from helpdesk.channels.mail.rules.screening import is_proven, proofs, written_by
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.kernel.text import LONGEST_TEXT
from helpdesk.foundation.kernel.vocabulary import Channel


def begin(desk: Desk, letter: Letter, known: Known, *, automatic: bool) -> Outcome:
    passed_on = _passed_on(letter, known)
    mail = passed_on or letter.mail
    spoken = desk.intake.text_language.of(mail.text)
    language = spoken if spoken in desk.settings.of(FORM).languages else letter.mailbox.language
    draft = _draft(letter, known, said(desk, mail, letter.arrival, language), language, automatic=automatic)
    address = written_by(letter.arrival, mail)
    who = Sender(email=address.address or "", name=called(address), language=language)
    by = known.who.person.as_actor() if passed_on and known.who.person else None
    if passed_on is None:  # of what somebody passed on, nobody checked who had sent it
        draft = replace(draft, **proofs(letter.arrival))
    if by and letter.mail.forwarded:
        draft = replace(draft, note=letter.mail.forwarded.comment[:LONGEST_TEXT])
    open_ticket(desk, draft, who, by, None, beside=beside(letter, is_claimed=known.is_claimed))
    return Outcome.MESSAGE


def _draft(letter: Letter, known: Known, its: Words, language: str, *, automatic: bool) -> Draft:
    mailbox = letter.mailbox
    follows = known.place.ticket if known.place.where is Where.FOLLOWING else None
    return Draft(
        subject=its.subject,
        description=its.text,
        html=its.html,
        channel=Channel.EMAIL,
        language=language,
        attachments=its.attachments,
        team=mailbox.team,
        level=mailbox.level,
        follows=follows,
        mailbox=mailbox.id,
        mail=letter.arrival.id,
        doubted=letter.is_doubted,
        cc=letter.cc,
        related=None if follows else known.place.ticket,
        unacknowledged=True if automatic or not mailbox.acknowledges else None,
    )


def _passed_on(letter: Letter, known: Known) -> Mail | None:
    """Of what somebody who works here passed on, the mail of who wrote that; what they said to it is for staff."""
    person, forwarded = known.who.person, letter.mail.forwarded
    if not (person and person.is_staff and forwarded and forwarded.sender.address):
        return None
    if not is_proven(letter.arrival, letter.mail):
        return None
    subject = forwarded.subject or letter.mail.subject
    return replace(letter.mail, sender=forwarded.sender, subject=subject, text=forwarded.text, html=None, quoted="")
