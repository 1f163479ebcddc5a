"""reports_api: everybody has counted what is theirs, as JSON with its sentences or as a table."""

import csv
from datetime import timedelta
from io import StringIO

import pytest
from helpdesk.capabilities.numbers.actions.projecting import put
from helpdesk.capabilities.numbers.rules.reports import REPORTS
from helpdesk.capabilities.numbers.rules.row import Lasted, Outcome
from helpdesk.foundation.kernel.vocabulary import Role

from tests.builders.directory import an_agent
from tests.builders.organizations import an_organization
from tests.builders.staffing import staff
from tests.contract.numbers.workers import a_row
from tests.gateway import EDGE, Reply, request
from tests.lambdas import invoke

WEEK = {"from": "2026-03-02", "to": "2026-03-08"}


@pytest.fixture
def boss(desk):
    return staff(desk, an_agent("Boss", role=Role.ADMIN, teams=()), team="elsewhere")[0]


@pytest.fixture
def nora(desk):
    """An agent of another team."""
    return staff(desk, an_agent("Nora", teams=("network",)), team="network")[0]


@pytest.fixture
def rows(desk, ada, nora):
    """Two of the service desk, one of them solved by Ada in two hours; one of the network, which Nora has."""
    now = desk.clock.now()
    desk.clock.advance(timedelta(days=2))
    solved = now + timedelta(hours=2)
    found = [
        a_row(
            1,
            created_at=now,
            opened=(now,),
            finished=(solved,),
            solved_at=solved,
            resolution=Lasted(calendar=7200, business=3600),
            phase="solved",
            handled_by="ada",
            organization="acme",
            promises=(Outcome(clock="resolution", kept=True, at=solved),),
        ),
        a_row(2, created_at=now, opened=(now,), priority="P1", organization="=cmd()"),
        a_row(3, created_at=now, opened=(now,), team="network", handled_by="nora"),
    ]
    put(desk, "2026-03", found)
    return found


def total(reply, *names):
    assert reply.status == 200, reply.text
    return tuple(reply.body["total"][name] for name in names)


def test_each_role_has_counted_what_is_theirs(http, rows, ada, lea, nora, boss, rita):
    def created(by):
        return total(http.get("/api/reports/flow", by=by, **WEEK), "created")[0]

    assert [created(who) for who in (ada, lea, nora, boss)] == [2, 2, 1, 3]
    assert http.get("/api/reports/flow", by=rita, **WEEK).code == "forbidden"


def test_specialists_from_outside_have_nothing_counted(http, desk, rows):
    olaf = staff(desk, an_agent("Olaf", external=True, teams=("network",)), team="network")[0]
    assert http.get("/api/reports/flow", by=olaf, **WEEK).code == "forbidden"


def test_what_single_people_do_is_for_themselves_and_their_leads(http, rows, ada, lea, nora):
    def people(by):
        groups = http.get("/api/reports/people", by=by, **WEEK).body["groups"]
        return {line["name"]: line["total"]["solved"] for line in groups[0]["lines"] if line["key"]}

    assert people(ada) == {"Ada": 1}
    assert people(lea) == {"Ada": 1}
    assert people(nora) == {"Nora": 0}


def test_organizations_are_called_by_their_names(http, desk, rows, boss):
    an_organization(desk, name="Acme Works", domains=("acme.example",))
    (groups,) = http.get("/api/reports/organizations", by=boss, **WEEK).body["groups"]
    names = {line["key"]: line["name"] for line in groups["lines"]}
    assert (names["acme"], names["=cmd()"]) == ("Acme Works", "=cmd()")


def test_a_report_says_what_each_figure_counts_and_how_it_is_found(http, desk, rows, boss):
    an_organization(desk)
    body = http.get("/api/reports/flow", by=boss, **WEEK).body
    assert (body["first"], body["last"], body["by"], body["timezone"]) == (*WEEK.values(), "day", "UTC")
    figures = {figure["name"]: figure for figure in body["figures"]}
    assert figures["created"]["question"] == "created:2026-03-02..2026-03-08"
    assert figures["backlog"]["question"] == "is:open"
    assert figures["finished"]["question"] is None
    assert figures["created"]["sentence"]["de"] == "Tickets, die in dieser Zeit eröffnet wurden."
    assert [part["values"]["created"] for part in body["parts"]] == [3, 0, 0]  # what is to come is no part
    (network,) = [line for line in body["groups"][0]["lines"] if line["key"] == "network"]
    assert (network["condition"], network["total"]["backlog"]) == ("team:network", 1)


def test_figures_are_of_what_was_chosen(http, rows, boss):
    def asked(report, *names, **chosen):
        return total(http.get(f"/api/reports/{report}", by=boss, **WEEK, **chosen), *names)

    assert asked("flow", "created", team="network") == (1,)
    assert asked("flow", "created", "backlog", priority="P1") == (1, 1)
    assert asked("times", "solved", "resolution_calendar_median", organization="acme") == (1, 7200)
    assert asked("promises", "kept", "met", organization="acme") == (1, 1.0)
    assert asked("flow", "created", team="nowhere") == (0,)
    assert asked("flow", "created", channel="email") == (3,)
    assert asked("flow", "created", channel="phone") == (0,)
    assert asked("times", "solved", handled_by="ada") == (1,)


def test_the_figures_of_one_person_are_for_themselves_and_their_leads(http, rows, ada, lea, nora):
    def solved(by, who):
        return http.get("/api/reports/times", by=by, **WEEK, handled_by=who)

    assert total(solved(ada, "ada"), "solved") == total(solved(lea, "ada"), "solved") == (1,)
    assert total(solved(lea, "nora"), "solved") == (0,)  # whose tickets no team of hers has
    assert solved(nora, "ada").code == "forbidden"


def test_for_who_may_not_count_all_a_question_names_their_teams(http, rows, ada):
    figures = http.get("/api/reports/flow", by=ada, **WEEK, priority="P1").body["figures"]
    assert figures[0]["question"] == "team:service-desk priority:P1 created:2026-03-02..2026-03-08"
    figures = http.get("/api/reports/channels", by=ada, **WEEK, channel="email").body["figures"]
    assert figures[1]["question"] == "team:service-desk channel:email solved:2026-03-02..2026-03-08"


@pytest.mark.parametrize("report", REPORTS)
def test_every_report_is_a_table_too_with_durations_both_ways(http, rows, boss, report):
    reply = http.get(f"/api/reports/{report}", by=boss, headers={"accept": "text/csv"}, **WEEK)
    assert reply.headers["content-type"] == "text/csv; charset=utf-8"
    assert reply.headers["content-disposition"] == f'attachment; filename="{report}.csv"'
    lines = list(csv.DictReader(StringIO(reply.text)))
    assert {line["figure"] for line in lines} == {figure.name for figure in REPORTS[report].figures}
    assert not [cell for line in lines for cell in line.values() if cell.startswith("=")]
    taken = [line for line in lines if line["figure"] == "resolution_calendar_median" and line["value"] == "7200"]
    assert {line["duration"] for line in taken} <= {"PT2H"}
    assert taken or "resolution_calendar_median" not in {line["figure"] for line in lines}


@pytest.mark.parametrize(
    ("asked", "field"),
    [
        ({"from": "2026-03-08", "to": "2026-03-02"}, "to"),
        ({"from": "2020-01-01", "to": "2026-03-02"}, "to"),
        ({"from": "2026-03-08"}, "to"),
        ({**WEEK, "by": "hour"}, "by"),
        ({**WEEK, "priority": "P9"}, "priority"),
        ({**WEEK, "channel": "pigeon"}, "channel"),
        ({**WEEK, "team": "x" * 101}, "team"),
    ],
)
def test_what_cannot_be_asked_is_said_at_its_field(boss, asked, field):
    reply = sent(boss, asked)
    assert (reply.status, reply.fields) == (422, [field])


def sent(who, query):
    """Also with the parameter `by`."""
    answer = invoke(*request("GET", "/api/reports/flow", None, EDGE, by=who, query=query))
    return Reply(answer["statusCode"], {}, answer["body"])


def test_parts_are_weeks_and_months_too(rows, boss):
    parts = sent(boss, {"from": "2026-02-25", "to": "2026-03-08", "by": "month"}).body["parts"]
    assert [(part["first"], part["values"]["created"]) for part in parts] == [("2026-02-25", 0), ("2026-03-01", 3)]


def test_there_is_no_other_report(http, boss):
    assert http.get("/api/reports/wishes", by=boss, **WEEK).status == 404
