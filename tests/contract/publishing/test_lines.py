"""Which facts make assignment look: into the lines of the teams they touch, of what this region wrote."""

import json

from helpdesk.channels.publishing import actions as publication
from helpdesk.foundation.desk import Desk

from tests.contract.publishing.test_event_rules import ELSEWHERE
from tests.contract.publishing.test_events import SAMPLES, entry_of

LOOKED_AT = {
    "TicketCreated.v1",
    "TicketCreated.v1.urgent",
    "TicketCreated.v1.attachments",
    "TicketCreated.v1.no-promise",
    "TicketCreated.v1.plan",
    "TicketCreated.v1.topic",
    "TicketCreated.v1.assets",
    "TicketUpdated.v1",
    "TicketUpdated.v1.team",
    "TicketUpdated.v1.assets",
    "TicketEscalated.v1",
    "TicketEscalated.v1.breach",
    "TicketDeescalated.v1",
    "StateChanged.v1",
    "StateChanged.v1.solved",
    "TicketAssigned.v1.back-to-team",
    "AssignmentReviewed.v1",
    "MessageAdded.v1.language",
}


def test_facts_make_assignment_look_or_not(memory_desk: Desk):
    for name, sample in SAMPLES.items():
        assert publication.publish(memory_desk, [entry_of(sample)]) == []
        waiting = [json.loads(body) for body in memory_desk.assignment.queue.take()]
        said = sample["detail"]["metadata"]
        teams = [topic.removeprefix("team:") for topic in said["topics"] if topic.startswith("team:")]
        wanted = teams if name in LOOKED_AT else []
        assert waiting == [{"ticket_id": said["ticket_id"], "team": team} for team in wanted], name


def test_nothing_is_looked_at_in_a_region_that_did_not_write_it():
    assert not LOOKED_AT & ELSEWHERE
