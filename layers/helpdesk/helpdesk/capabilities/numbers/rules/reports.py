"""The reports, and every figure in them."""

from collections.abc import Mapping
from typing import Final

from helpdesk.capabilities.numbers.rules.definitions import (
    Report,
    Source,
    count,
    in_both,
    lines,
    mean,
    share,
    spread,
)
from helpdesk.capabilities.numbers.rules.spending import COST

CREATED: Final = Source(
    lines=lines("created_at AS moment"),
    figures=(
        count(
            "created",
            "Tickets that were opened in this time.",
            "Tickets, die in dieser Zeit eröffnet wurden.",
            question="created:{days}",
        ),
    ),
)
REOPENED: Final = Source(
    lines=lines("unnest(opened[2:]) AS moment"),
    figures=(
        count(
            "reopened",
            "How often a solved or closed ticket was opened again in this time.",
            "Wie oft in dieser Zeit ein gelöstes oder geschlossenes Ticket wieder geöffnet wurde.",
        ),
    ),
)
FINISHED: Final = Source(
    lines=lines("unnest(finished) AS moment"),
    figures=(
        count(
            "finished",
            "How often a ticket was solved, or closed without that, in this time.",
            "Wie oft in dieser Zeit ein Ticket gelöst oder ohne Lösung geschlossen wurde.",
        ),
    ),
)
STOCK: Final = Source(
    stock=True,
    lines=lines("created_at, unnest(opened) AS since, unnest(finished) AS until"),
    figures=(
        count(
            "backlog",
            "Tickets that were open at the end of this time.",
            "Tickets, die am Ende dieser Zeit offen waren.",
            question="is:open",
        ),
        *spread(
            "age",
            "date_diff('second', created_at, ends)",
            "since the tickets that were open at the end of this time had been created.",
            "seit die am Ende dieser Zeit offenen Tickets eröffnet worden waren.",
        ),
    ),
)
PROMISES: Final = Source(
    lines=f'SELECT * EXCLUDE (outcome), outcome.clock AS clock, outcome.kept AS kept, outcome."at" AS moment '
    f"FROM ({lines('unnest(promises) AS outcome')})",
    figures=(
        count(
            "kept",
            "Promises that were kept in this time: what they ask was done before their deadline.",
            "Zusagen, die in dieser Zeit gehalten wurden: was sie verlangen, geschah vor ihrer Frist.",
            "count(*) FILTER (kept)",
        ),
        count(
            "missed",
            "Promises whose deadline passed in this time before what they ask was done.",
            "Zusagen, deren Frist in dieser Zeit verstrich, bevor geschah, was sie verlangen.",
            "count(*) FILTER (NOT kept)",
        ),
        share(
            "met",
            "kept",
            "Of the promises that were kept or missed in this time, the share that was kept.",
            "Der Anteil der gehaltenen an allen Zusagen, die in dieser Zeit gehalten oder verfehlt wurden.",
        ),
    ),
)
FIRST: Final = Source(
    lines=lines(
        'first_response."at" AS moment, first_response.calendar, first_response.business', "first_response IS NOT NULL"
    ),
    figures=(
        count(
            "first_responses",
            "Tickets whose first answer by a person went out in this time.",
            "Tickets, deren erste Antwort von einem Menschen in dieser Zeit hinausging.",
        ),
        *in_both(
            "first_response",
            "from when a ticket was opened until a person first answered its requester",
            "von der Eröffnung eines Tickets, bis ein Mensch zum ersten Mal antwortete",
        ),
    ),
)
NEXT: Final = Source(
    lines='SELECT * EXCLUDE (answer), answer."at" AS moment, answer.calendar AS calendar, answer.business AS business '
    f"FROM ({lines('unnest(next_responses) AS answer')})",
    figures=(
        count(
            "next_responses",
            "Later answers that went out in this time to what was asked after the one before.",
            "Spätere Antworten in dieser Zeit auf das, was nach der vorigen gefragt wurde.",
        ),
        *in_both(
            "next_response",
            "from the first unanswered question after an answer (or from being opened again) until the next answer",
            "von der ersten offenen Frage nach einer Antwort (oder der Wiedereröffnung) bis zur nächsten Antwort",
        ),
    ),
)
SOLVED: Final = count(
    "solved",
    "Tickets that were solved in this time and have not been opened again since.",
    "Tickets, die in dieser Zeit gelöst und seither nicht wieder geöffnet wurden.",
    question="solved:{days}",
)
RESOLUTION: Final = Source(
    lines=lines("solved_at AS moment, resolution.calendar, resolution.business", "solved_at IS NOT NULL"),
    figures=(
        SOLVED,
        *in_both(
            "resolution",
            "how long a ticket solved in this time had been open in all; while it stood solved does not count",
            "wie lange ein in dieser Zeit gelöstes Ticket insgesamt offen war; während es gelöst war, zählt nicht",
        ),
    ),
)
WAIT: Final = Source(
    lines=lines("solved_at AS moment, waited.calendar, waited.business", "solved_at IS NOT NULL"),
    figures=in_both(
        "wait",
        "how long the requester of a ticket solved in this time waited for us or others; while we waited for them "
        "does not count",
        "wie lange die anfragende Person eines in dieser Zeit gelösten Tickets auf uns oder andere wartete; "
        "während wir auf sie warteten, zählt nicht",
    ),
)
CARE: Final = Source(
    lines=lines(
        "solved_at AS moment, reopened, one_touch, escalations, needless, reassigned, corrected",
        "solved_at IS NOT NULL",
    ),
    figures=(
        SOLVED,
        share(
            "one_touch",
            "one_touch",
            "Of the tickets solved in this time, those solved with one answer at most, by one person, without "
            "escalation, and not opened again.",
            "Der Anteil der in dieser Zeit gelösten Tickets, die mit höchstens einer Antwort von einer Person ohne "
            "Eskalation gelöst und nicht wieder geöffnet wurden.",
        ),
        share(
            "reopened_share",
            "reopened > 0",
            "Of the tickets solved in this time, those that had been opened again at least once.",
            "Der Anteil der in dieser Zeit gelösten Tickets, die wenigstens einmal wieder geöffnet worden waren.",
        ),
        share(
            "escalated_share",
            "escalations > 0",
            "Of the tickets solved in this time, those that had been escalated to a higher level.",
            "Der Anteil der in dieser Zeit gelösten Tickets, die auf ein höheres Level eskaliert worden waren.",
        ),
        count(
            "escalations",
            "Escalations of the tickets solved in this time.",
            "Eskalationen der in dieser Zeit gelösten Tickets.",
            "coalesce(sum(escalations), 0)::BIGINT",
        ),
        count(
            "needless",
            "Those of them that came back because the lower level could have answered.",
            "Davon jene, die zurückkamen, weil das untere Level hätte antworten können.",
            "coalesce(sum(needless), 0)::BIGINT",
        ),
        count(
            "corrected",
            "How often a lead corrected where tickets solved in this time had been routed.",
            "Wie oft eine Leitung korrigierte, wohin in dieser Zeit gelöste Tickets geleitet worden waren.",
            "coalesce(sum(corrected), 0)::BIGINT",
        ),
        mean(
            "reassigned",
            "reassigned",
            "How often, in the mean, a ticket solved in this time went from one person to another.",
            "Wie oft ein in dieser Zeit gelöstes Ticket im Durchschnitt von einer Person zu einer anderen ging.",
        ),
    ),
)
RATED: Final = Source(
    lines=lines("rated_at AS moment, rating", "rated_at IS NOT NULL"),
    figures=(
        count(
            "ratings",
            "Tickets whose requester said in this time how it went; if it was solved more than once, how it went last.",
            "Tickets, zu denen in dieser Zeit gesagt wurde, wie es war; bei mehreren Lösungen zählt die letzte.",
        ),
        mean(
            "rating",
            "rating",
            "The mean of these ratings, from 1 to 5.",
            "Der Durchschnitt dieser Bewertungen von 1 bis 5.",
        ),
        share(
            "satisfied", "rating >= 4", "The share of ratings of 4 or 5.", "Der Anteil der Bewertungen mit 4 oder 5."
        ),
        share(
            "unsatisfied", "rating <= 2", "The share of ratings of 1 or 2.", "Der Anteil der Bewertungen mit 1 oder 2."
        ),
    ),
)

_OF_EACH: Final = (CREATED, RESOLUTION, PROMISES)

REPORTS: Final[Mapping[str, Report]] = {
    report.name: report
    for report in (
        Report(name="flow", sources=(CREATED, REOPENED, FINISHED, STOCK), groups=("team", "priority")),
        Report(name="promises", sources=(PROMISES,), groups=("clock", "policy", "priority", "team")),
        Report(name="times", sources=(FIRST, NEXT, RESOLUTION, WAIT), groups=("priority", "team")),
        Report(name="people", sources=(STOCK, RESOLUTION, PROMISES, RATED), groups=("handled_by",)),
        Report(name="quality", sources=(CARE,), groups=("team", "priority")),
        Report(name="ratings", sources=(RATED,), groups=("team", "channel")),
        Report(name="channels", sources=_OF_EACH, groups=("channel",), over_time=True),
        Report(name="organizations", sources=_OF_EACH, groups=("organization",), over_time=True),
        Report(name="causes", sources=_OF_EACH, groups=("category",), over_time=True),
        Report(name="cost", sources=(COST,), groups=("channel", "organization", "team"), over_time=True),
    )
}
