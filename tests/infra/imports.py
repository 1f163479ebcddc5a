"""How many modules of ours a function has loaded when it is ready: what it starts with, every time.

Chapters of the record are not counted: who reads a ticket knows all of them, so a new one is no choice of a function.
Whoever raises a number says why in the commit.
"""

from typing import Final

MOST: Final = {
    "arm_timer": 29,
    "assign_tickets": 75,
    "await_answer": 62,
    "call_webhook": 64,
    "climb_ladder": 63,
    "directory_api": 98,
    "end_ladders": 63,
    "keep_attachments": 39,
    "live": 43,
    "notify_people": 75,
    "portal_api": 135,
    "publish_events": 34,
    "push_to_browsers": 44,
    "queue_tickets": 28,
    "recompute_clocks": 67,
    "ring_timer": 64,
    "service_api": 4,
    "settings_api": 111,
    "start_ladder": 63,
    "sweep_timers": 29,
    "tickets_api": 178,
}
