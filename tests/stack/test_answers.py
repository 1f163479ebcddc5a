"""Articles answer soon after they are published, through the deployed stack with IAM enforced."""

import pytest

from tests.stack.local_stack import PATIENCE, LocalStack, wait_until
from tests.stack.people import AGENT, LEAD, opened

pytestmark = pytest.mark.stack


def answers(stack: LocalStack, question: str) -> list[str]:
    answer = stack.client().get("/api/portal/answers", params={"q": question, "language": "en"})
    assert answer.status_code == 200, answer.text
    return [item["article"] for item in answer.json()["items"]]


def test_what_was_solved_is_written_down_answers_when_it_is_published_and_no_more_once_it_is_archived(
    stack: LocalStack,
):
    agent, lead = stack.client(AGENT), stack.client(LEAD)
    number = opened(stack, "How is the astrolabe calibrated?")
    answer = {"body": "Turn the brass ring of the astrolabe to the pole star.", "visibility": "public"}
    assert agent.post(f"/api/tickets/{number}/messages", json=answer).status_code == 201
    solved = agent.post(f"/api/tickets/{number}/transitions", json={"state": "solved"})
    assert solved.is_success, solved.text
    made = agent.post(f"/api/tickets/{number}/articles")
    assert made.status_code == 201, made.text
    article, path = made.json(), made.headers["location"]
    question = "Wie kalibriere ich das Astrolabium?"
    assert article["id"] not in answers(stack, question)

    text = {key: article[key] for key in ("title", "body", "category")} | {"visibility": {"audience": "public"}}
    saved = lead.put(path, json=text, headers={"if-match": made.headers["etag"]})
    assert saved.status_code == 200, saved.text
    shown = lead.post(f"{path}/publications", headers={"if-match": saved.headers["etag"]})
    assert shown.status_code == 201, shown.text
    wait_until(lambda: answers(stack, question)[:1] == [article["id"]], PATIENCE, lambda: str(answers(stack, question)))

    gone = lead.put(f"{path}/state", json={"state": "archived"}, headers={"if-match": shown.headers["etag"]})
    assert gone.status_code == 200, gone.text
    assert article["id"] not in answers(stack, question)
