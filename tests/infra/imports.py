"""How many modules of ours a function has loaded when it is ready: what it starts with, every time.

Chapters of the record are not counted: who reads a ticket knows all of them, so a new one is no choice of a function.
Whoever raises a number says why in the commit.
"""

from typing import Final

MOST: Final = {
    "arm_timer": 33,
    "assign_tickets": 79,
    "await_answer": 66,
    "call_webhook": 68,
    "climb_ladder": 67,
    "directory_api": 103,
    "end_ladders": 67,
    "keep_attachments": 43,
    "live": 50,
    "notify_people": 98,
    "portal_api": 146,
    "publish_events": 38,
    "push_to_browsers": 49,
    "queue_tickets": 32,
    "recompute_clocks": 71,
    "ring_timer": 68,
    "service_api": 4,
    "settings_api": 131,
    "start_ladder": 67,
    "sweep_timers": 33,
    "tickets_api": 190,
    "track_mail": 61,
    "workspace_api": 109,
}
