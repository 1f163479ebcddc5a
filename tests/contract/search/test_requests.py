"""What a search costs: one request for the manifests, and files only where they are not here."""

from datetime import UTC, datetime

from helpdesk.capabilities.search.actions import counting, likening
from helpdesk.capabilities.search.rules.parsing import parse
from helpdesk.foundation.kernel.actors import system

from tests.contract.search.workers import a_document, a_worker, found, write


def test_a_search_asks_for_the_manifests_and_fetches_what_it_lacks_once(aws, aws_desk):
    write(a_worker(aws_desk), a_document(1))
    write(a_worker(aws_desk), a_document(2, month=4))
    reader = a_worker(aws_desk)
    with aws.watching() as cold:
        found(reader)
    with aws.watching() as warm:
        found(reader)
    assert cold == ["dynamodb:Query", "s3:GetObject", "s3:GetObject"]
    assert warm == ["dynamodb:Query"]


def test_parts_of_what_is_found_are_counted_by_one_request_whatever_they_are_by(aws, aws_desk):
    for month in (3, 4):
        write(a_worker(aws_desk), a_document(month, month=month))
    reader = a_worker(aws_desk)
    found(reader)
    for facet in ("state", "team", "assignee", "organization"):
        with aws.watching() as calls:
            counting.grouped(reader, system("test"), parse(""), facet)
        assert calls == ["dynamodb:Query"]
    with aws.watching() as calls:
        counting.totals(reader, system("test"), {name: parse(f"{name} ") for name in ("due:today", "due:>+7d")})
    assert calls == ["dynamodb:Query"]


def test_what_is_alike_asks_for_the_same_and_for_no_month_before(aws, aws_desk):
    aws_desk.clock.advance(datetime(2026, 4, 10, tzinfo=UTC) - aws_desk.clock.now())
    for month in (3, 4):
        write(a_worker(aws_desk), a_document(month, month=month))
    reader = a_worker(aws_desk)
    with aws.watching() as cold:
        likening.alike(reader, system("test"), "The printer is on fire", None)
    with aws.watching() as warm:
        likening.alike(reader, system("test"), "The printer is on fire", None)
    with aws.watching() as short:
        likening.alike(reader, system("test"), "The printer", None)
    assert (cold, warm, short) == (["dynamodb:Query", "s3:GetObject"], ["dynamodb:Query"], [])


def test_a_commit_is_one_file_and_one_move_of_its_manifest(aws, aws_desk):
    writer = a_worker(aws_desk)
    with aws.watching() as first:
        write(writer, a_document(1))
    with aws.watching() as second:
        write(writer, a_document(2))
    assert first == second == ["dynamodb:GetItem", "s3:PutObject", "dynamodb:PutItem"]
