"""How many modules of ours a function has loaded when it is ready: what it starts with, every time.

Chapters of the record are not counted: who reads a ticket knows all of them, so a new one is no choice of a function.
Whoever raises a number says why in the commit.
"""

from typing import Final

MOST: Final = {
    "arm_timer": 28,
    "assign_tickets": 71,
    "await_answer": 58,
    "call_webhook": 60,
    "climb_ladder": 59,
    "directory_api": 91,
    "end_ladders": 59,
    "keep_attachments": 38,
    "live": 40,
    "notify_people": 70,
    "portal_api": 125,
    "publish_events": 33,
    "push_to_browsers": 41,
    "queue_tickets": 27,
    "recompute_clocks": 65,
    "ring_timer": 62,
    "service_api": 4,
    "settings_api": 104,
    "start_ladder": 59,
    "sweep_timers": 28,
    "tickets_api": 165,
}
