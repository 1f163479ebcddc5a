"""The page with the mail that was sent. Everything in a mail is foreign text and is escaped."""

from email.utils import parsedate_to_datetime
from html import escape
from typing import Final

from infra.local.mailbox import Mail

HEADERS: Final = {
    "cache-control": "no-store",
    "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
}
STYLE: Final = """
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif }
body { max-width: 60rem; margin: 2rem auto; padding: 0 1rem }
table { width: 100%; border-collapse: collapse }
th, td { text-align: start; padding: .4rem .6rem .4rem 0; border-bottom: 1px solid #8884 }
th { font-weight: 600; white-space: nowrap }
td { overflow-wrap: anywhere }
pre { white-space: pre-wrap; overflow-wrap: anywhere; border: 1px solid #8884; padding: 1rem }
.quiet { opacity: .7 }
"""


def listed(mails: list[Mail]) -> str:
    rows = "".join(
        f'<tr><td class="quiet">{escape(_when(mail))}</td><td>{escape(_field(mail, "To"))}</td>'
        f'<td><a href="/local/mail/{escape(mail.id)}">{escape(_subject(mail))}</a></td></tr>'
        for mail in mails
    )
    table = f"<table><tr><th>Sent</th><th>To</th><th>Subject</th></tr>{rows}</table>"
    return _page("Mail sent", table if mails else "<p>No mail was sent yet.</p>")


def shown(mail: Mail) -> str:
    fields = "".join(
        f"<tr><th>{escape(name)}</th><td>{escape(str(value))}</td></tr>" for name, value in mail.message.items()
    )
    files = [part.get_filename() for part in mail.message.iter_attachments()]
    attached = f"<p>Attached: {escape(', '.join(filter(None, files)))}</p>" if any(files) else ""
    return _page(
        _subject(mail),
        f'<p><a href="/local/mail">All mail</a> · <a href="/local/mail/{escape(mail.id)}.eml">Source</a></p>'
        f"<table>{fields}</table><pre>{escape(mail.text)}</pre>{attached}",
    )


def _field(mail: Mail, name: str) -> str:
    return str(mail.message[name] or "")


def _subject(mail: Mail) -> str:
    return _field(mail, "Subject").strip() or "(no subject)"


def _when(mail: Mail) -> str:
    try:
        return parsedate_to_datetime(_field(mail, "Date")).strftime("%Y-%m-%d %H:%M")
    except ValueError:
        return ""


def _page(title: str, body: str) -> str:
    return (
        '<!doctype html><html lang="en"><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(title)}</title><style>{STYLE}</style><h1>{escape(title)}</h1>{body}</html>"
    )
