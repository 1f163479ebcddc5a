"""What a mail consists of for people: one text, a page if it has one, files, invitations."""

import re
from typing import Final

from msgspec import Struct

from helpdesk.channels.mail.rules import invitations
from helpdesk.channels.mail.rules.bodies import File, Gathered, Piece, gathered, shown
from helpdesk.channels.mail.rules.files import attachment
from helpdesk.channels.mail.rules.limits import Limits
from helpdesk.channels.mail.rules.mail import Attachment, Invitation, Sealed
from helpdesk.channels.mail.rules.mime.tree import Part
from helpdesk.channels.mail.rules.outlook import winmail
from helpdesk.channels.mail.rules.words import pages

_SMIME: Final = {"application/pkcs7-mime", "application/x-pkcs7-mime"}
_PGP: Final = "-----BEGIN PGP MESSAGE-----"
_SIGNED: Final = re.compile(
    r"^-----BEGIN PGP SIGNED MESSAGE-----\n(?:[A-Za-z]{1,20}: [^\n]{0,100}\n)*\n?", re.MULTILINE
)
_SIGNATURE: Final = "-----BEGIN PGP SIGNATURE-----"
_SIGNATURE_END: Final = "-----END PGP SIGNATURE-----"


class Content(Struct):
    text: str
    html: str | None
    attachments: tuple[Attachment, ...]
    invitations: tuple[Invitation, ...]
    sealed: Sealed | None


def content(root: Part, limits: Limits) -> Content:
    body = gathered(root, limits.text)
    files = _unpacked(body)
    dates = tuple(
        each for file in files if file.part.kind == "text/calendar" for each in invitations.invitations(file.content)
    )
    text, html = _words(body.pieces, limits)
    return Content(
        text=text or "\n".join(dict.fromkeys(each.line for each in dates)),
        html=html,
        attachments=tuple(attachment(file, number) for number, file in enumerate(files, 1)),
        invitations=tuple(dict.fromkeys(dates)),
        sealed=_sealed(root, text),
    )


def _unpacked(body: Gathered) -> list[File]:
    """With what Outlook packed up taken out; its text is the mail's if that has none."""
    files: list[File] = []
    for file in body.files:
        is_packed = file.part.kind in winmail.KINDS or file.part.name.lower() == "winmail.dat"
        box = winmail.unpacked(file.content) if is_packed else winmail.Unpacked()
        if (box.plain or box.page) and not body.says_something:
            body.pieces.append(Piece(box.plain, box.page))
        out = [File(file.part, data, name or "file") for name, data in box.files]
        files += [*out, file] if box.rest or not out else out
    return files


def _words(pieces: list[Piece], limits: Limits) -> tuple[str, str | None]:
    texts: list[str] = []
    shows: list[str] = []
    has_page = False
    for piece in pieces:
        page = pages.read(piece.page, limits.page) if piece.page.strip() else None
        texts.append(_bare(piece.plain).strip() or (page.text if page else ""))
        shows.append((page.html if page else None) or shown(piece.plain) or shown(page.text if page else ""))
        has_page = has_page or bool(page and page.html)
    text = "\n\n".join(each for each in texts if each)
    return text[: limits.text], "\n".join(shows).strip() if has_page else None


def _bare(text: str) -> str:
    """A text that is signed within itself, without the signs around it."""
    if "-----BEGIN PGP SIGNED MESSAGE-----" not in text:
        return text
    head, *others = _SIGNED.sub("", text).split(_SIGNATURE)
    return head + "".join(each.partition(_SIGNATURE_END)[2] for each in others)


def _sealed(root: Part, text: str) -> Sealed | None:
    kinds = {part.kind for part in root.walk()}
    if kinds & _SMIME or (root.name.lower().endswith(".p7m")):
        return Sealed.SMIME
    return Sealed.PGP if kinds & {"multipart/encrypted", "application/pgp-encrypted"} or _PGP in text else None
