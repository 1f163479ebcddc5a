"""What rows cost: a file and a list for what is written, a list for who counts."""

from helpdesk.capabilities.numbers.actions import costing
from helpdesk.capabilities.numbers.actions.projecting import write
from helpdesk.foundation.kernel.vocabulary import Role

from tests.builders.directory import an_agent
from tests.builders.intake import open_ticket
from tests.contract.numbers.workers import MONTH, a_row, a_worker


def test_rows_of_a_month_are_one_file_and_one_list(aws, aws_desk):
    with aws.watching() as calls:
        write(a_worker(aws_desk), MONTH, [a_row(1), a_row(2)])
    assert calls == ["s3:PutObject", "s3:ListObjectsV2"]


def test_who_counts_asks_for_a_list_and_fetches_what_is_new(aws, aws_desk):
    write(a_worker(aws_desk), MONTH, [a_row(1)])
    reader = a_worker(aws_desk)
    with aws.watching() as cold:
        reader.numbers.counter.look()
    with aws.watching() as warm:
        reader.numbers.counter.look()
    assert cold == ["s3:ListObjectsV2", "s3:GetObject"]
    assert warm == ["s3:ListObjectsV2"]


def test_what_a_ticket_cost_takes_its_head_its_entries_and_its_mails(aws, aws_desk):
    ticket = open_ticket(aws_desk)
    with aws.watching() as calls:
        costing.priced(aws_desk, an_agent("Lea", role=Role.LEAD).as_actor(), ticket.id)
    assert calls == ["dynamodb:GetItem", "dynamodb:Query", "dynamodb:Query"]
