"""Mail: every letter can be sent, whatever people write into subjects and names, and says whose thread it is."""

from email import message_from_bytes, message_from_string
from email.policy import default

import pytest
from botocore.exceptions import ClientError
from helpdesk.channels.notices.ports import Mail, MailFile
from helpdesk.channels.notices.rules.telling import MailRefusedError
from helpdesk.channels.notices.services import SesMailer
from msgspec.structs import replace

from tests.infrastructure import PREFIX, mails_sent

MAIL = Mail(
    to="rita@people.example",
    to_name="Rita",
    subject="[HD-1] The printer is on fire",
    text="It smokes.\n",
    html="<p>It smokes.</p>\n",
    reply_to="reply+hd-1-token@desk.example",
    references="<hd-1-token@desk.example>",
    language="en",
    ticket="HD-80000001",
    key="mail#1#reply#rita",
)


class Ses:
    def send_email(self, **taken):
        self.taken = taken
        return {"MessageId": "1"}


def sent(mail):
    """The mail as its reader's program gets it."""
    ses = Ses()
    SesMailer(lambda: ses, "help@desk.example", "Helpdesk", "desk").send(mail)
    raw = ses.taken["Content"]["Raw"]["Data"]
    assert all(len(line) < 998 for line in raw.split(b"\r\n"))
    return message_from_bytes(raw, policy=default)


def test_a_mail_is_the_same_text_twice_plain_and_as_a_page():
    mail = sent(MAIL)
    assert mail.get_content_type() == "multipart/alternative"
    assert [part.get_content_type() for part in mail.iter_parts()] == ["text/plain", "text/html"]
    assert [part.get_content().replace("\r", "") for part in mail.iter_parts()] == [MAIL.text, MAIL.html]


def test_a_mail_goes_by_the_rules_for_bounces_and_encryption_that_the_template_makes(aws, aws_desk):
    asked = []
    with aws.failing(lambda call: asked.append(call.asked)):
        aws_desk.notices.mailer.send(MAIL)
    assert [each["ConfigurationSetName"] for each in asked] == [PREFIX]


def test_every_mail_gets_an_id_of_its_own(desk):
    ids = {desk.notices.mailer.send(MAIL) for _ in range(3)}
    assert len(ids) == 3


def test_a_mail_reaches_its_reader(aws_desk):
    aws_desk.notices.mailer.send(MAIL)
    (mail,) = mails_sent()
    read = message_from_string(mail.raw_data, policy=default)
    assert (read["To"], read["Subject"], read["From"]) == (
        "Rita <rita@people.example>",
        MAIL.subject,
        "Helpdesk <help@desk.example>",
    )
    assert read.get_body(["plain"]).get_content().strip() == "It smokes."


def test_the_thread_is_named_where_mail_programs_keep_it():
    read = sent(MAIL)
    assert read["References"] == read["In-Reply-To"] == MAIL.references
    assert read["Reply-To"].addresses[0].addr_spec == MAIL.reply_to


def test_a_machine_says_that_it_is_one():
    read = sent(MAIL)
    assert (read["Auto-Submitted"], read["X-Auto-Response-Suppress"]) == ("auto-generated", "All")


def test_a_mail_says_that_a_desk_sent_it_whoever_wrote():
    assert [sent(replace(MAIL, automatic=of))["X-Helpdesk-Loop"] for of in (True, False)] == [MAIL.references] * 2


def test_a_blind_copy_goes_to_its_reader_and_names_nobody(aws_desk):
    to_bea = replace(MAIL, to="bea@board.example", to_name="Bea", blind=True)
    read = sent(to_bea)
    assert (read["To"], read["Cc"], read["Bcc"]) == ("undisclosed-recipients:;", None, None)
    assert "bea@board.example" not in str(read)
    aws_desk.notices.mailer.send(to_bea)
    with pytest.raises(MailRefusedError):
        aws_desk.notices.mailer.send(replace(to_bea, to="nobody"))


def test_who_may_choose_not_to_be_mailed_is_told_where():
    read = sent(replace(MAIL, unsubscribe="https://desk.example/agent/me"))
    assert read["List-Unsubscribe"] == "<https://desk.example/agent/me>"
    assert sent(MAIL)["List-Unsubscribe"] is None


def test_a_person_is_not_called_a_machine():
    assert sent(replace(MAIL, automatic=False))["Auto-Submitted"] is None


def a_file(**more):
    return MailFile(**{"id": "a1", "name": "smoke.png", "type": "image/png", "content": b"\x89PNG\r\n\0"} | more)


def test_files_go_along_as_they_are():
    mail = sent(replace(MAIL, files=(a_file(), a_file(name="Größe.pdf", type="application/pdf"))))
    assert mail.get_content_type() == "multipart/mixed"
    found = [(part.get_filename(), part.get_content_type(), part.get_content()) for part in mail.iter_attachments()]
    content = b"\x89PNG\r\n\0"
    assert found == [("smoke.png", "image/png", content), ("Größe.pdf", "application/pdf", content)]
    assert mail.get_body(["plain"]).get_content().strip() == "It smokes."
    assert mail.get_body(["html"]).get_content().strip() == MAIL.html.strip()


def test_a_picture_that_the_page_shows_stands_in_it():
    shown = replace(MAIL, html='<p>Smoke: <img src="cid:a1" alt="smoke.png"></p>', files=(a_file(), a_file(id="a2")))
    mail = sent(shown)
    page = mail.get_body(["related"])
    parts = {part["Content-ID"]: part.get_content_disposition() for part in page.iter_attachments()}
    assert parts == {"<a1>": "inline"}
    assert [part["Content-ID"] for part in mail.iter_attachments()] == [None]
    assert mail.get_body(["plain"]).get_content().strip() == "It smokes."


@pytest.mark.parametrize(
    "name", ["a\r\nBcc: victim@people.example", "x" * 300, '"; filename="b', "=?utf-8?q?a?=", "ü\0"]
)
def test_the_name_of_a_file_cannot_add_headers(name):
    mail = sent(replace(MAIL, files=(a_file(name=name),)))
    (part,) = mail.iter_attachments()
    assert (mail["Bcc"], part["Bcc"], part.get_content_type()) == (None, None, "image/png")


@pytest.mark.parametrize("text", ["ü" * 5000, "😀\n" * 100, "x" * 5000, "From here\n.\nend", "100% {sure} %s", "a\0b"])
def test_any_text_arrives(text):
    assert sent(replace(MAIL, text=text)).get_body(["plain"]).get_content().splitlines() == text.splitlines()


@pytest.mark.parametrize(
    "html", ["<p>Es raucht: Größe &amp; 😀</p>", "<p>" + "x" * 5000 + "</p>", "<p>a\n.\nFrom b</p>"]
)
def test_what_has_formatting_arrives_with_it_and_as_text(html):
    mail = sent(replace(MAIL, html=html))
    assert (mail.get_content_type(), mail["Subject"]) == ("multipart/alternative", MAIL.subject)
    text, formatted = mail.iter_parts()
    assert (text.get_content_type(), text.get_content().strip()) == ("text/plain", "It smokes.")
    assert (formatted.get_content_type(), formatted.get_content().splitlines()) == ("text/html", html.splitlines())


@pytest.mark.parametrize("subject", ["Größe: 100 %", "{braces}", "😀" * 100, "x" * 250])
def test_any_subject_arrives(subject):
    assert sent(replace(MAIL, subject=subject))["Subject"] == subject


@pytest.mark.parametrize("gap", ["\n", "\r\n", "\n\n", "\u2028", "\x85", "\x0b", "\t"])
def test_a_subject_of_two_lines_becomes_one(gap):
    read = sent(replace(MAIL, subject=f"one{gap}Bcc: victim@people.example"))
    assert read["Subject"] == "one Bcc: victim@people.example"
    assert read["Bcc"] is None


@pytest.mark.parametrize("name", ['Rita "R" <r>, O\'Neil', "Jörg Müller", "", "😀", "x" * 200, "a@b.example"])
def test_any_name_arrives(name):
    (to,) = sent(replace(MAIL, to_name=name))["To"].addresses
    assert (to.display_name, to.addr_spec) == (name, MAIL.to)


@pytest.mark.parametrize("name", ["Rita\nBcc: victim@people.example", "Rita\r\n", "Ri\0ta"])
def test_a_name_cannot_add_headers(name):
    read = sent(replace(MAIL, to_name=name))
    assert [to.addr_spec for to in read["To"].addresses] == [MAIL.to]
    assert read["Bcc"] is None


ENCODED = ["=?utf-8?q?a=0ABcc:_x@y.example=0A=0AOther?=", "=?utf-8?q?safe?= text"]


@pytest.mark.parametrize("text", ENCODED)
def test_what_looks_encoded_arrives_as_it_was_typed(text):
    read = sent(replace(MAIL, subject=text, to_name=text))
    assert (read["Subject"], read["To"].addresses[0].display_name) == (text, text)
    assert (read["Bcc"], read.get_body(["plain"]).get_content().strip()) == (None, "It smokes.")


def test_a_domain_of_other_letters_is_written_as_mail_servers_know_it(aws_desk):
    aws_desk.notices.mailer.send(replace(MAIL, to="rita@müller.example"))
    (mail,) = mails_sent()
    assert "rita@xn--mller-kva.example" in mail.destinations
    assert "müller" not in mail.raw_data


def test_a_domain_of_another_owner_is_not_written_to():
    (to,) = sent(replace(MAIL, to="rita@straße.example"))["To"].addresses
    assert to.addr_spec == "rita@xn--strae-oqa.example"


NO_ADDRESSES = ["jörg@people.example", "rita", "rita@a.example, nora@people.example", ""]


@pytest.mark.parametrize("to", NO_ADDRESSES)
def test_what_is_no_address_is_refused_for_good(desk, to):
    with pytest.raises(MailRefusedError):
        desk.notices.mailer.send(replace(MAIL, to=to))


@pytest.mark.parametrize("to", NO_ADDRESSES)
def test_what_is_no_address_is_not_handed_over(to):
    with pytest.raises(MailRefusedError):
        sent(replace(MAIL, to=to))


@pytest.mark.parametrize(
    ("code", "raised"),
    [
        ("MessageRejected", MailRefusedError),
        ("BadRequestException", MailRefusedError),
        ("TooManyRequestsException", ClientError),
        ("SendingPausedException", ClientError),
        ("MailFromDomainNotVerifiedException", ClientError),
        ("InternalFailure", ClientError),
    ],
)
def test_what_the_mail_service_never_takes_is_told_from_its_bad_days(code, raised):
    class Refusing:
        def send_email(self, **_):
            raise ClientError({"Error": {"Code": code, "Message": "rita@people.example"}}, "SendEmail")

    with pytest.raises(raised) as refused:
        SesMailer(Refusing, "help@desk.example", "Helpdesk", "desk").send(MAIL)
    assert raised is ClientError or "rita@" not in str(refused.value)
