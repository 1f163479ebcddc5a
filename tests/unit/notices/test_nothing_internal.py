"""Nothing internal leaves the house: over random lives of a ticket, no mail to its requester has words of a note."""

from helpdesk.assembly.letters import LETTERS
from helpdesk.assembly.ways import WAYS
from helpdesk.channels.notices.actions import notification
from helpdesk.channels.notices.settings import MAIL, MailTerms
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.builders.directory import a_requester
from tests.lives import ACTS, DRAFTS, begun

# What staff write there for themselves: notes, why it goes up, and how it comes back.
INTERNAL = ("always does this", "Too hard", "Everything", "Restart it")


@settings(max_examples=40)
@given(st.data())
def test_no_mail_to_who_asked_has_words_of_a_note(data):
    world = begun(**data.draw(DRAFTS))
    desk = world.desk
    desk.settings.let(MAIL, MailTerms(automatic_an_hour=1000, automatic_a_day=1000, attached_mb=7, quoted=10))
    for act in data.draw(st.lists(ACTS, min_size=1, max_size=12)):
        act.on(world)
    for entry in desk.tickets.entries(world.ticket_id):
        notification.notify(desk, LETTERS, WAYS, entry.ticket_id, entry.version, entry.id)
    mails = [mail for mail in desk.notices.mailer.sent if mail.to == a_requester().email]
    assert mails
    for mail in mails:
        assert not [words for words in INTERNAL if words in mail.text or words in mail.html]
