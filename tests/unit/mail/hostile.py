"""Mails made to hold up who reads them: each grows with a number."""

from collections.abc import Callable
from typing import Final

Shape = Callable[[int], bytes]

HEAD: Final = b"From: a@b.example\r\nTo: c@d.example\r\nSubject: x\r\nMIME-Version: 1.0\r\n"


def text(words: str, kind: str = "text/plain") -> Shape:
    """So many times the same words."""
    return lambda n: HEAD + f"Content-Type: {kind}; charset=utf-8\r\n\r\n".encode() + words.encode() * n


def header(name: str, words: str, end: str = "") -> Shape:
    return lambda n: HEAD + f"{name}: ".encode() + words.encode() * n + end.encode() + b"\r\n\r\nHello"


def report(words: str) -> Shape:
    """As a mail daemon would write it."""
    head = b"From: mailer-daemon@b.example\r\nReturn-Path: <>\r\nSubject: Undelivered Mail\r\n\r\n"
    return lambda n: head + words.encode() * n


def page(words: str) -> Shape:
    return text(words, "text/html")


def encoded(kind: str, words: bytes) -> Shape:
    return lambda n: HEAD + f"Content-Transfer-Encoding: {kind}\r\n\r\n".encode() + words * n


def parts(line: bytes, boundaries: int = 1) -> Shape:
    """A mixed mail of lines that look like its boundary."""

    def made(n: int) -> bytes:
        opened = b"".join(
            b"Content-Type: multipart/mixed; boundary=%s\r\n\r\n--%s\r\n" % (b"b" * at, b"b" * at)
            for at in range(1, boundaries + 1)
        )
        return HEAD + opened + b"\r\n" + line * n

    return made


READ: Final[dict[str, tuple[Shape, int]]] = {
    "lines": (text("\r\n"), 200_000),
    "one line": (text("a"), 15_000),
    "quotes": (text("> "), 2_000),
    "quoted lines": (text("> a\r\n"), 2_000),
    "am schrieb": (text("Am Mo. schrieb "), 200),
    "on wrote": (text("On a, b <c@d.example> wrote:\r\n"), 500),
    "wrote and dates": (text("<a@b.example> 2026 09:00 "), 500),
    "who wrote": (text("> On a\r\n> b wrote:\r\n"), 500),
    "fields": (text("From: a\r\n"), 1_500),
    "fields and gaps": (text("> From: a\r\n\r\n"), 450),
    "forwards": (text("From: a <b@c.example>\r\nTo: d\r\n\r\n"), 1_500),
    "marks of forwards": (text("----- Forwarded message -----\r\nFrom: a\r\n"), 550),
    "signatures": (text("-- \r\n"), 1_500),
    "commands": (text("#note\r\n"), 2_000),
    "flowed": (text("a \r\n", "text/plain; format=flowed; delsp=yes"), 10_000),
    "uuencoded": (text("begin 644 a\r\n"), 3_000),
    "uuencoded files": (text("begin 644 a\r\n#86)C\r\nend\r\n"), 100),
    "sealed": (text("-----BEGIN PGP SIGNED MESSAGE-----\r\n"), 20_000),
    "markdown": (text("*_~`#[]()<>"), 1_500),
    "base64": (encoded("base64", b"QUJD\r\n"), 4_500),
    "ends of base64": (encoded("base64", b"QQ=="), 15_000),
    "quoted-printable": (encoded("quoted-printable", b"=E4=\r\n"), 15_000),
    "uu": (encoded("x-uuencode", b"begin 644 a\r\n"), 2_500),
    "nested page": (page("<div>"), 20_000),
    "nested and closed otherwise": (page("<div></b>"), 10_000),
    "bold paragraphs": (page("<b><p>x"), 1_500),
    "unclosed paragraphs": (page("<p>x"), 800),
    "lines of a page": (page("a<br>"), 1_500),
    "links": (page("<a href=http://a.example/>b</a>"), 500),
    "tables": (page("<table><tr><td>"), 20_000),
    "tags that never end": (page("<"), 10_000),
    "attributes": (lambda n: page("")(0) + b"<p " + b"".join(b"a%d=1 " % at for at in range(n)) + b">x", 20_000),
    "formats": (lambda n: page("")(0) + b"".join(b"<b id=%d>" % at for at in range(n)) + b"x", 20_000),
    "styles": (page("<style>"), 35_000),
    "long page": (page("<p>a</p>"), 6_000),
    "encoded words": (header("Subject", "=?a?q?"), 20_000),
    "encoded words that end": (header("Subject", "=?utf-8?b?QUJD?= "), 10_000),
    "people": (header("Cc", "a <b@c.example>, "), 1_500),
    "people who are none": (header("Cc", "a, "), 4_000),
    "comments": (header("Cc", "("), 45_000),
    "quotes in names": (header("Cc", '"a\\"'), 9_000),
    "angles": (header("Cc", "<"), 40_000),
    "ats": (header("Cc", "a@"), 60_000),
    "one long name": (header("Cc", "a"), 400_000),
    "parameters": (header("Content-Type", "text/plain; a", "=b"), 40_000),
    "quoted parameters": (header("Content-Type", 'text/plain; a="', ""), 40_000),
    "split parameters": (header("Content-Disposition", "attachment; a*0*=b; ", ""), 40_000),
    "references": (header("References", "<a@b.example> "), 20_000),
    "dates": (header("Date", "Mon, "), 60_000),
    "verdicts": (header("Authentication-Results", "dmarc=pass ", "\r\nX-SES-RECEIPT: x"), 20_000),
    "small headers": (lambda n: HEAD + b"a:\r\n" * n + b"\r\nHello", 3_500),
    "continued": (lambda n: HEAD + b"X-A: b\r\n" + b" c\r\n" * n + b"\r\nHello", 10_000),
    "lines like the boundary": (parts(b"--bx\r\n"), 2_000),
    "many boundaries": (parts(b"--bbbbbbbbbbbbbbbbbbbbbbbx\r\n", 20), 350),
    "dashes": (parts(b"--\r\n"), 10_000),
    "report": (report("<a@b.example>: user unknown\r\n"), 850),
    "report of people": (report("To: a@b.example, "), 3_000),
    "calendar": (text("BEGIN:VEVENT\r\nSUMMARY:a\r\nEND:VEVENT\r\n", "text/calendar"), 350),
}
"""With how often to begin."""

REFUSED: Final[dict[str, tuple[Shape, int]]] = {
    "parts": (parts(b"--b\r\n\r\n"), 1_000_000),
    "mails in mails": (lambda n: HEAD + b"Content-Type: message/rfc822\r\n\r\n" * n, 10_000),
    "parts in parts": (
        lambda n: (
            HEAD + b"".join(b"Content-Type: multipart/mixed; boundary=%d\r\n\r\n--%d\r\n" % (at, at) for at in range(n))
        ),
        10_000,
    ),
    "recipients": (header("To", "a@b.example,"), 20_000),
    "headers": (header("X-A", "a"), 3_000_000),
}
"""With how many are too many."""
