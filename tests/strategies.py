"""Random calendars and random instants, near changes of the clock more often than not."""

from datetime import timedelta

from hypothesis import assume
from hypothesis import strategies as st

from tests.oracle import utc

DAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]

# Zones with a moment near which their clock changes, both ways; Kathmandu never does, Sao Paulo does at midnight.
CHANGES = {
    "Europe/Berlin": [utc(2026, 3, 29, 1), utc(2026, 10, 25, 1)],
    "America/New_York": [utc(2026, 3, 8, 7), utc(2026, 11, 1, 6)],
    "Asia/Kathmandu": [utc(2026, 6, 1)],
    "Australia/Sydney": [utc(2026, 4, 4, 16), utc(2026, 10, 3, 16)],
    "Australia/Lord_Howe": [utc(2026, 4, 4, 15), utc(2026, 10, 3, 15, 30)],
    "America/Sao_Paulo": [utc(2017, 10, 15, 3), utc(2018, 2, 18, 2)],
}


def text_of(minutes):
    return f"{minutes // 60:02d}:{minutes % 60:02d}"


@st.composite
def hours_of_a_day(draw, first=0):
    """0 to 4 intervals in order, the last of which may run over midnight; and when the next day may begin."""
    edges = sorted(draw(st.lists(st.integers(first // 15, 96), max_size=8, unique=True)))
    edges = [edge * 15 for edge in edges][: len(edges) // 2 * 2]
    rows = [[text_of(a), text_of(b)] for a, b in zip(edges[::2], edges[1::2], strict=True)]
    over = draw(st.integers(0, 6)) * 60
    if rows and over and draw(st.booleans()):
        rows[-1][1] = text_of(min(over, edges[-2]))
        return rows, min(over, edges[-2])
    return rows, 0


@st.composite
def calendar_files(draw, zone=None):
    """1 to 7 days with hours, overnight spans, holidays and half days, in one of six zones."""
    zone = zone or draw(st.sampled_from(sorted(CHANGES)))
    near = draw(st.sampled_from(CHANGES[zone])).date()
    week, over = {}, 0
    for day in draw(st.lists(st.sampled_from(DAYS), min_size=1, unique=True).map(lambda d: sorted(d, key=DAYS.index))):
        week[day], over = draw(hours_of_a_day(first=over))
    assume(any(week.values()))
    if over and week.get("mon") and text_of(over) > week["mon"][0][0]:
        week[next(reversed(week))][-1][1] = "24:00"
    dates = st.integers(-5, 5).map(lambda n: (near + timedelta(days=n)).isoformat())
    holidays = draw(st.lists(dates, max_size=3, unique=True))
    half_days = draw(st.dictionaries(dates.filter(lambda d: d not in holidays), half_day_rows, max_size=2))
    recurring = draw(st.lists(dates.map(lambda d: d[5:]), max_size=1))
    half_yearly = {day for day in half_days if len(day) == len("01-01")}
    return {
        "timezone": zone,
        "week": week,
        "holidays": holidays,
        "half_days": half_days,
        "recurring_holidays": [day for day in recurring if day not in half_yearly],
    }


half_day_rows = hours_of_a_day().map(lambda drawn: [row for row in drawn[0] if row[0] < row[1]])


@st.composite
def instants_near_a_change(draw, zone, days=4, step=60):
    change = draw(st.sampled_from(CHANGES[zone]))
    return change + timedelta(seconds=step * draw(st.integers(-days * 86_400 // step, days * 86_400 // step)))
