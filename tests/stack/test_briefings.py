"""A report comes by mail, through the deployed stack with IAM enforced."""

import pytest

from tests.stack.local_stack import PATIENCE, LocalStack, wait_until
from tests.stack.people import LEAD, opened

pytestmark = pytest.mark.stack

PLAN = {"name": "Astrolabes of the day", "report": "flow", "rhythm": "day", "at": "08:00"}


def test_a_lead_tries_a_report_and_it_comes_with_its_table(stack: LocalStack):
    lead = stack.client(LEAD)
    opened(stack, "Astrolabe shows yesterday's sky")
    made = lead.post("/api/briefings", json=PLAN)
    assert made.status_code == 201, made.text
    address = f"/api/briefings/{made.json()['id']}"
    assert lead.post(f"{address}/tries").status_code == 202
    mail = stack.wait_for_mail(LEAD, PLAN["name"])
    assert "Opened: " in mail["text"]
    assert "/agent/figures?page=teams&days=7" in mail["text"]
    ended = lead.delete(address, headers={"if-match": made.headers["etag"]})
    assert ended.status_code == 200, ended.text


def test_one_that_is_due_is_begun_by_the_schedule(stack: LocalStack):
    """As the schedule calls its function; what it moved on is due another day."""
    lead = stack.client(LEAD)
    made = lead.post("/api/briefings", json=PLAN | {"name": "Sundials of the day"})
    assert made.status_code == 201, made.text
    address = f"/api/briefings/{made.json()['id']}"
    put_due(stack, made.json()["id"])
    stack.aws("lambda").invoke(FunctionName="helpdesk-send_digests", Payload=b"{}")
    stack.wait_for_mail(LEAD, "Sundials of the day")
    wait_until(lambda: lead.get(address).json()["due"] >= made.json()["due"], PATIENCE)
    assert lead.delete(address, headers={"if-match": made.headers["etag"]}).status_code == 200


def put_due(stack: LocalStack, briefing: str) -> None:
    """It has been due for some hours."""
    tables, table = stack.aws("dynamodb"), "helpdesk-helpdesk"
    marked = {":pk": {"S": "BRIEFINGS#eu-central-1"}}
    items = tables.query(TableName=table, KeyConditionExpression="pk = :pk", ExpressionAttributeValues=marked)["Items"]
    (item,) = [each for each in items if briefing in each["sk"]["S"]]
    due = item["sk"]["S"].partition("#")[0]
    before = "2020-01-01T00:00:00.000000Z"
    tables.delete_item(TableName=table, Key={"pk": item["pk"], "sk": item["sk"]})
    kept = item["briefing"]["S"].replace(due, before).replace(due.replace(".000000Z", "Z"), before)
    moved = {"briefing": {"S": kept}, "moves": {"S": item["moves"]["S"].replace(due, before)}}
    person = item["sk"]["S"].split("#")[1]
    own = {"pk": {"S": f"BRIEFING#{person}"}, "sk": {"S": briefing}}
    marker = {"pk": item["pk"], "sk": {"S": item["sk"]["S"].replace(due, before)}}
    for key in (own, marker):
        tables.put_item(TableName=table, Item=key | moved)
