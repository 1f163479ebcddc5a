"""One ticket, end to end, through the deployed stack with IAM enforced."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.stack.local_stack import PATIENCE, LocalStack, wait_until
from tests.stack.people import AGENT, by_form, fetched_form, guest, ticket

pytestmark = pytest.mark.stack


def test_a_request_is_acknowledged_answered_continued_and_solved(stack: LocalStack):
    created = by_form(stack, email="journey@home.example", subject="Blank pages")
    number = created["id"]
    receipt = stack.wait_for_mail("journey@home.example", number)
    assert "/ticket#" in receipt["text"]
    shown = {"authorization": f"Bearer {created['status_url'].partition('#')[2]}"}
    assert stack.client().get("/api/portal/receipt", headers=shown).json()["subject"] == "Blank pages"

    assigned = wait_until(lambda: ticket(stack, number)["assignee"], PATIENCE, lambda: "nobody was assigned")
    assert assigned["name"]

    agent = stack.client(AGENT)
    reply = {"body": "Please clean the drum.", "visibility": "public", "state": "pending"}
    assert agent.post(f"/api/tickets/{number}/messages", json=reply).json()["state"] == "pending"
    wait_until(lambda: "Please clean the drum." in stack.wait_for_mail("journey@home.example", number)["text"])

    back = stack.client().post(
        "/api/portal/ticket/messages", headers=guest(stack, created), json={"body": "That helped!"}
    )
    assert (back.status_code, back.json()["state"]) == (201, "open")
    assert agent.post(f"/api/tickets/{number}/transitions", json={"state": "solved"}).json()["phase"] == "solved"
    wait_until(lambda: "solved" in stack.wait_for_mail("journey@home.example", number)["text"])


def test_mails_of_a_ticket_thread_and_carry_one_signed_address(stack: LocalStack):
    created = by_form(stack, email="thread@home.example")
    stack.client(AGENT).post(
        f"/api/tickets/{created['id']}/messages", json={"body": "We look.", "visibility": "public"}
    )
    wait_until(
        lambda: len(stack.mails("thread@home.example")) == 2, PATIENCE, lambda: str(stack.mails("thread@home.example"))
    )
    mails = stack.mails("thread@home.example")
    headers = [dict(mail["headers"]) for mail in mails]
    assert len({each["References"] for each in headers}) == 1
    assert len({each["Reply-To"] for each in headers}) == 1
    assert len({each["Message-ID"] for each in headers}) == 2
    # The bus keeps no order: either mail may have left first.
    by_machine = {"We look." in mail["text"]: "Auto-Submitted" in dict(mail["headers"]) for mail in mails}
    assert by_machine == {True: False, False: True}


def test_a_note_reaches_no_requester_by_any_way(stack: LocalStack):
    created = by_form(stack, email="secret@home.example")
    note = {"body": "the customer is rude", "visibility": "internal"}
    assert stack.client(AGENT).post(f"/api/tickets/{created['id']}/messages", json=note).status_code == 201
    public = {"body": "Hello", "visibility": "public"}
    stack.client(AGENT).post(f"/api/tickets/{created['id']}/messages", json=public)
    wait_until(lambda: len(stack.mails("secret@home.example")) == 2)
    assert "rude" in str(ticket(stack, created["id"]))
    assert "rude" not in stack.client().get("/api/portal/ticket", headers=guest(stack, created)).text
    assert "rude" not in str(stack.mails("secret@home.example"))


def test_twenty_parallel_creates_with_one_key_make_one_ticket(stack: LocalStack):
    draft = {"subject": "Once", "description": "x", "requester": "once@home.example"}
    client = stack.client(AGENT)

    def send(_: int) -> str:
        answer = client.post("/api/tickets", json=draft, headers={"idempotency-key": "same"})
        assert answer.status_code == 201, answer.text
        return str(answer.json()["id"])

    with ThreadPoolExecutor(20) as threads:
        assert len(set(threads.map(send, range(20)))) == 1


def test_six_people_who_write_on_one_ticket_at_the_same_moment_all_get_through(stack: LocalStack):
    number = by_form(stack, email="busy@home.example")["id"]
    client = stack.client(AGENT)

    def note(position: int) -> int:
        draft = {"body": f"note {position}", "visibility": "internal"}
        return client.post(f"/api/tickets/{number}/messages", json=draft).status_code

    with ThreadPoolExecutor(6) as threads:
        for begin in range(0, 30, 6):
            assert list(threads.map(note, range(begin, begin + 6))) == [201] * 6
    bodies = [entry["body"] for entry in ticket(stack, number)["timeline"] if entry["type"] == "MessageAdded"]
    assert sorted(bodies[-30:]) == sorted(f"note {position}" for position in range(30))


def test_one_form_makes_one_ticket_however_often_it_is_sent(stack: LocalStack):
    form = {
        "form_token": fetched_form(stack),
        "name": "R",
        "email": "twice@home.example",
        "subject": "s",
        "description": "d",
    }
    first, second = (stack.client().post("/api/portal/tickets", json=form) for _ in range(2))
    assert (first.status_code, first.json()["id"]) == (201, second.json()["id"])


def test_a_flood_from_one_address_is_slowed_and_told_when_to_come_back(stack: LocalStack):
    form = {"name": "R", "email": "flood@home.example", "subject": "s", "description": "d"}
    tokens = [stack.client().get("/api/portal/form").json()["form_token"] for _ in range(10)] + [fetched_form(stack)]
    answers = [stack.client().post("/api/portal/tickets", json=form | {"form_token": token}) for token in tokens]
    assert [answer.status_code for answer in answers] == [201] * 10 + [429]
    assert answers[-1].json()["code"] == "rate_limited"
    assert int(answers[-1].headers["retry-after"]) > 0


def test_the_api_is_closed_to_everything_but_the_edge(stack: LocalStack):
    api = stack.aws("apigatewayv2").get_apis()["Items"]
    http = next(it for it in api if it["ProtocolType"] == "HTTP")
    direct = stack.client().get(f"{stack.gateway_url}/_aws/execute-api/{http['ApiId']}/$default/api/health")
    assert (direct.status_code, direct.json()["code"]) == (403, "forbidden")
