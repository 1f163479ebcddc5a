"""tickets_api: reports for leads."""

import pytest

REPORT = "/api/reports/escalations"


def test_a_lead_sees_what_was_escalated_for_nothing(http, desk, ada, lea, ticket):
    http.post(f"/api/tickets/{ticket}/escalations", {"reason": "Too hard", "tried": "All"}, by=ada)
    http.post(f"/api/tickets/{ticket}/de-escalations", {"answer": "Restart it", "needless": True}, by=ada)
    today = desk.clock.now().date().isoformat()
    reply = http.get(REPORT, by=lea, **{"from": today, "to": today})
    assert reply.status == 200
    assert reply.body["total"] == {
        "name": "", "escalations": 1, "by_clock": 0, "returned": 1, "needless": 1, "needless_share": 1.0,
        "corrections": 0,
    }  # fmt: skip
    assert [count["name"] for count in reply.body["teams"]] == ["service-desk"]


NO_TIME = [
    {},
    {"from": "2026-03-01"},
    {"from": "yesterday", "to": "today"},
    {"from": "2026-03-02", "to": "2026-03-01"},
    {"from": "2020-01-01", "to": "2026-01-01"},
]


@pytest.mark.parametrize("query", NO_TIME, ids=str)
def test_days_that_make_no_report_are_refused(http, lea, query):
    assert http.get(REPORT, by=lea, **query).status == 422


def test_others_get_no_report(http, ada, rita):
    for by in (ada, rita):
        assert http.get(REPORT, by=by, **{"from": "2026-03-01", "to": "2026-03-02"}).code == "forbidden"
