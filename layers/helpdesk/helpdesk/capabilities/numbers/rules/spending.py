"""Figures of what tickets cost."""

from typing import Final

from helpdesk.capabilities.numbers.rules.definitions import Source, count, dollars, lines, mean

COST: Final = Source(
    lines=lines("created_at AS moment, unnest(cost)", "cost IS NOT NULL"),
    figures=(
        count(
            "costed",
            "Tickets that were opened in this time and whose cost is known.",
            "Tickets, die in dieser Zeit eröffnet wurden und deren Kosten bekannt sind.",
            question="created:{days}",
        ),
        dollars(
            "cost_total",
            "sum(usd)",
            "What these tickets cost so far together, in dollars at list prices, with a year of keeping them.",
            "Was diese Tickets bisher zusammen kosten, in Dollar nach Listenpreis, mit einem Jahr Aufbewahrung.",
        ),
        dollars(
            "cost_mean",
            "avg(usd)",
            "What one of these tickets cost so far in the mean.",
            "Was eines dieser Tickets bisher im Durchschnitt kostet.",
        ),
        dollars(
            "cost_p90",
            "quantile_cont(usd, 0.9)",
            "Nine of ten of these tickets cost at most so much so far.",
            "Neun von zehn dieser Tickets kosten bisher höchstens so viel.",
        ),
        dollars(
            "cost_time",
            "avg(time_usd)",
            "Of it, in the mean, what is paid for the time that programs run, by an assumed time for each run.",
            "Davon im Durchschnitt der Anteil für die Laufzeit der Programme, mit einer angenommenen Zeit je Lauf.",
        ),
        mean(
            "cost_requests",
            "requests",
            "How many requests of people, in the mean, changed one of these tickets.",
            "Wie viele Anfragen von Menschen im Durchschnitt eines dieser Tickets veränderten.",
        ),
        mean(
            "cost_writes",
            "write_units",
            "How many write units of the database one of these tickets took in the mean.",
            "Wie viele Schreibeinheiten der Datenbank eines dieser Tickets im Durchschnitt brauchte.",
        ),
        mean(
            "cost_transitions",
            "transitions",
            "How many transitions of state machines one of these tickets took in the mean: its timers and ladders.",
            "Wie viele Übergänge von Zustandsmaschinen eines dieser Tickets im Durchschnitt brauchte: für Wecker und "
            "Eskalationsleitern.",
        ),
        mean(
            "cost_mails",
            "mails",
            "How many mails, in the mean, came in or went out of one of these tickets.",
            "Wie viele E-Mails im Durchschnitt zu einem dieser Tickets ein- oder ausgingen.",
        ),
        mean(
            "cost_kept",
            "kept_kb",
            "How many kilobytes of one of these tickets are kept in the mean.",
            "Wie viele Kilobyte eines dieser Tickets im Durchschnitt aufbewahrt werden.",
        ),
    ),
)
