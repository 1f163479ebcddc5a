"""How many modules of ours a function has loaded when it is ready: what it starts with, every time.

Chapters of the record are not counted: who reads a ticket knows all of them, so a new one is no choice of a function.
Whoever raises a number says why in the commit.
"""

from typing import Final

MOST: Final = {
    "arm_timer": 28,
    "assign_tickets": 74,
    "await_answer": 61,
    "call_webhook": 63,
    "climb_ladder": 62,
    "directory_api": 97,
    "end_ladders": 62,
    "keep_attachments": 38,
    "live": 42,
    "notify_people": 75,
    "portal_api": 133,
    "publish_events": 33,
    "push_to_browsers": 43,
    "queue_tickets": 27,
    "recompute_clocks": 67,
    "ring_timer": 64,
    "service_api": 4,
    "settings_api": 110,
    "start_ladder": 62,
    "sweep_timers": 28,
    "tickets_api": 173,
}
