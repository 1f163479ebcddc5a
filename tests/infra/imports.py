"""How many modules of ours a function has loaded when it is ready: what it starts with, every time.

Chapters of the record are not counted: who reads a ticket knows all of them, so a new one is no choice of a function.
Whoever raises a number says why in the commit.
"""

from typing import Final

MOST: Final = {
    "arm_timer": 28,
    "assign_tickets": 72,
    "await_answer": 60,
    "call_webhook": 62,
    "climb_ladder": 61,
    "directory_api": 95,
    "end_ladders": 61,
    "keep_attachments": 38,
    "live": 41,
    "notify_people": 71,
    "portal_api": 129,
    "publish_events": 33,
    "push_to_browsers": 42,
    "queue_tickets": 27,
    "recompute_clocks": 66,
    "ring_timer": 63,
    "service_api": 4,
    "settings_api": 108,
    "start_ladder": 61,
    "sweep_timers": 28,
    "tickets_api": 170,
}
