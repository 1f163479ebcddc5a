"""How many modules of ours a function has loaded when it is ready: what it starts with, every time.

Chapters of the record are not counted: who reads a ticket knows all of them, so a new one is no choice of a function.
Whoever raises a number says why in the commit.
"""

from typing import Final

MOST: Final = {
    "arm_timer": 28,
    "assign_tickets": 72,
    "await_answer": 59,
    "call_webhook": 61,
    "climb_ladder": 60,
    "directory_api": 93,
    "end_ladders": 60,
    "keep_attachments": 37,
    "live": 41,
    "notify_people": 70,
    "portal_api": 128,
    "publish_events": 33,
    "push_to_browsers": 42,
    "queue_tickets": 27,
    "recompute_clocks": 66,
    "ring_timer": 63,
    "service_api": 4,
    "settings_api": 106,
    "start_ladder": 60,
    "sweep_timers": 28,
    "tickets_api": 168,
}
