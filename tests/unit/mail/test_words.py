"""What a person reads of a mail: pages as programs write them, signatures of phones, and nothing that loads or runs."""

import re
from base64 import b64encode
from html.parser import HTMLParser

import pytest
from helpdesk.channels.mail.rules.mail import Mail
from helpdesk.channels.mail.rules.parsing import parsed
from helpdesk.channels.mail.rules.words.pages import TAGS, read
from hypothesis import given, settings
from hypothesis import strategies as st

LARGEST = 512 * 1024


def page(body: str, subject: str = "Re: x") -> Mail:
    head = f"From: anna@nord.example\r\nSubject: {subject}\r\nContent-Type: text/html; charset=utf-8\r\n\r\n"
    return parsed(f"{head}<html><head><title>t</title></head><body>{body}</body></html>".encode())


def plain(body: str) -> Mail:
    return parsed(f"From: anna@nord.example\nContent-Type: text/plain; charset=utf-8\n\n{body}".encode())


REPLIES = {
    "gmail": '<div dir="ltr">It works.</div><br><div class="gmail_quote"><div class="gmail_attr">On Mon, Nov '
    "30, 2026 at "
    '8:00 AM Help &lt;<a href="mailto:help@desk.example">help@desk.example</a>&gt; '
    "wrote:<br></div><blockquote>Restart?"
    "</blockquote></div>",
    "outlook": '<p class="MsoNormal">It works.<o:p></o:p></p><div style="border-top:solid #E1E1E1 1.0pt"><p '
    'class="MsoNormal">'
    "<b>From:</b> Help &lt;help@desk.example&gt; <br><b>Sent:</b> Monday, November 30, 2026 8:00 "
    "AM<br><b>To:</b> Anna"
    "<br><b>Subject:</b> x</p></div><p>Restart?</p>",
    "outlook in German": "<div>It works.</div><hr><div><b>Von:</b> Hilfe &lt;help@desk.example&gt;<br><b>Gesendet:</b> "
    "Montag, "
    "30. November 2026 08:00<br><b>An:</b> Anna<br><b>Betreff:</b> x</div><div>Restart?</div>",
    "apple": '<div>It works.</div><div><br><blockquote type="cite"><div>On 30 Nov 2026, at 08:00, Help '
    "&lt;help@desk.example&gt; wrote:</div><br><div>Restart?</div></blockquote></div>",
    "thunderbird": '<p>It works.</p><div class="moz-cite-prefix">Am 30.11.2026 um 08:00 schrieb Help:<br></div>'
    '<blockquote type="cite" cite="mid:x@y">Restart?</blockquote>',
}


@pytest.mark.parametrize("program", REPLIES)
def test_of_a_reply_that_is_a_page_what_is_new_is_text(program: str):
    found = page(REPLIES[program])
    assert found.text == "It works."
    assert "Restart?" in found.quoted
    assert "Restart?" in (found.html or "")


FORWARDS = {
    "gmail": '<div>Please handle.</div><div class="gmail_quote">---------- Forwarded message '
    "---------<br>From: <strong>Carl"
    "</strong> <span>&lt;<a "
    'href="mailto:carl@south.example">carl@south.example</a>&gt;</span><br>Date: Mon, Nov 30, 2026 at '
    "8:00 AM<br>Subject: Cold<br>To: &lt;anna@nord.example&gt;<br><br><br><div>It is cold.</div></div>",
    "outlook": "<p>Please handle.</p><div><b>Von:</b> Carl &lt;carl@south.example&gt;<br><b>Gesendet:</b> "
    "Montag, 30. November "
    "2026 08:00<br><b>An:</b> Anna<br><b>Betreff:</b> Cold</div><p>It is cold.</p>",
    "thunderbird": "<p>Please handle.</p>-------- Forwarded Message --------<table><tr><th>Subject: "
    "</th><td>Cold</td></tr><tr>"
    "<th>Date: </th><td>Mon, 30 Nov 2026 08:00:00 +0100</td></tr><tr><th>From: </th><td>Carl "
    "&lt;carl@south.example&gt;</td>"
    "</tr><tr><th>To: </th><td>anna@nord.example</td></tr></table><p>It is cold.</p>",
}


@pytest.mark.parametrize("program", FORWARDS)
def test_a_forward_that_is_a_page_names_who_wrote_first(program: str):
    found = page(FORWARDS[program], subject="Fwd: Cold").forwarded
    assert found
    assert (found.sender.address, found.subject, found.text) == ("carl@south.example", "Cold", "It is cold.")
    assert found.comment.startswith("Please handle.")


@pytest.mark.parametrize(
    "line",
    [
        "Sent from my iPhone",
        "Sent from Outlook for Android",
        "Get Outlook for iOS",
        "Sent with Proton Mail secure email.",
        "Von meinem iPhone gesendet",
        "Gesendet von Outlook für iOS",
        "Gesendet mit der Yahoo App",
        "Mit meinem Handy gesendet",
        "Diese Nachricht wurde von meinem Android-Gerät mit K-9 Mail gesendet.",
        "Outlook für Android herunterladen",
        "Envoyé de mon iPhone",
        "Envoyé depuis mon mobile Orange",
        "Télécharger Outlook pour iOS",
        "Enviado desde mi iPhone",
        "Enviado do meu iPhone",
        "Inviato da iPhone",
        "Inviato dal mio dispositivo",
        "Verstuurd vanaf mijn iPhone",
        "Verzonden vanuit Outlook",
        "Wysłane z iPhone'a",
        "Odesláno z iPhonu",
        "Skickat från min iPhone",
        "Sendt fra min iPhone",
        "Lähetetty iPhonesta",
        "Отправлено с iPhone",
        "Отправлено из мобильной Почты",
        "Надіслано з iPhone",
        "iPhone'umdan gönderildi",
        "iPhoneから送信",
        "发自我的iPhone",
        "從我的 iPhone 傳送",
        "나의 iPhone에서 보냄",
    ],
)
def test_what_a_phone_writes_below_is_no_text(line: str):
    found = plain(f"Hello\n\n{line}\n")
    assert (found.text, found.signature) == ("Hello", line)


def test_a_sentence_about_a_phone_is_text():
    text = "The mail below was sent from my iPhone.\nIt never came.\nCan you see why?\nAnna\nBen\nCara"
    assert plain(text).text == text


@pytest.mark.parametrize(
    "text",
    [
        "On page 3 you wrote:\nthe lamp must be green.\nIt is red.",
        "From: here to there\nit is a long way.",
        "Data: see the list\nTemat: none\nWhat now?",
        "The tests say:\n\n- one\n- two\n\nThanks,\nplease look at both.",
        "Tak, this is Polish for yes.\nBest, Anna, of all",
    ],
)
def test_what_only_looks_like_a_quote_or_a_signature_is_text(text: str):
    assert plain(text).text == text


def test_a_mail_that_travelled_in_another_form_is_kept_as_it_was():
    inner = b"From: a@b.example\r\nSubject: Inner\r\n\r\nHello\r\n"
    head = b"Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nSee\r\n--b\r\n"
    part = (
        b"Content-Type: message/rfc822\r\nContent-Transfer-Encoding: base64\r\n\r\n" + b64encode(inner) + b"\r\n--b--"
    )
    (file,) = parsed(head + part).attachments
    assert (file.name, file.content) == ("Inner.eml", inner)


HOSTILE = [
    "<img src=x onerror=alert(1)>",
    "<a href='javascript:alert(1)'>x</a>",
    "<a href=' java\tscript:alert(1)'>x</a>",
    "<svg><script>alert(1)</script></svg>",
    "<img src=https://spy.example/a.gif>",
    "<img srcset='https://spy.example/a 2x'>",
    "<div style='background:url(https://spy.example/a)'>x</div>",
    "<link rel=stylesheet href=https://spy.example/a>",
    "<iframe src=https://spy.example></iframe>",
    "<form action=https://spy.example><input name=a></form>",
    "<img src='data:image/svg+xml;base64,PHN2Zz4='>",
    "<img data-src='javascript:alert(1)' src=cid:a>",
    "<base href=//spy.example>",
    "<meta http-equiv=refresh content='0;url=https://spy.example'>",
    "<math><mi><mglyph><style><img src=x onerror=alert(1)>",
    "<!--><img src=x onerror=alert(1)>-->",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
    "<video poster=https://spy.example/a>",
    "<table background=https://spy.example/a><tr><td>x",
    "<b><p>x</b>y",
    "</p>",
    "<pre>\n\na</pre>",
]
VALUES = {
    "href": r"(?:https?|mailto|tel):.*",
    "src": r"cid:.*|data:image/(?:png|jpeg|gif|webp);base64,.*",
    "data-src": r"https?://.*",
    "rel": "noopener noreferrer nofollow",
    "alt": ".*",
    "title": ".*",
} | dict.fromkeys(("width", "height", "start", "colspan", "rowspan"), "[0-9]+")


class Looked(HTMLParser):
    """Each tag and attribute must be one of those that stay."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in TAGS
        for name, value in attrs:
            assert re.fullmatch(VALUES[name], value or "", re.DOTALL), (tag, name, value)


@settings(max_examples=60)
@given(st.lists(st.one_of(st.sampled_from(HOSTILE), st.text(max_size=10)), max_size=6).map("".join))
def test_a_page_loads_and_runs_nothing(written: str):
    shown = read(written, LARGEST).html or ""
    Looked().feed(shown)
    Looked().feed(read(shown, LARGEST).html or "")


def test_a_picture_of_another_server_is_only_named():
    assert read('<img src="https://a.example/b.png" alt="c">', LARGEST).html == (
        '<img data-src="https://a.example/b.png" alt="c">'
    )


def test_as_much_as_the_bounds_allow_is_read():
    """Five hundred parts and ten thousand people, and a file as large as a mail may be."""
    people = b", ".join(b"p%d@nord.example" % number for number in range(10_000))
    parts = b"".join(b"--b\r\nContent-Type: text/csv; name=%d.csv\r\n\r\na;b\r\n" % number for number in range(500))
    large = b"QUJD" * (7 * 1024 * 1024)
    head = b"To: " + people + b"\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n"
    found = parsed(head + parts + b"--b\r\nContent-Transfer-Encoding: base64\r\nContent-Type: a/b\r\n\r\n" + large)
    assert len(found.to) == 10_000
    assert len(found.attachments) == 501
    assert len(found.attachments[-1].content) == len(large) // 4 * 3
