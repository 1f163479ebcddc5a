"""How many modules of ours a function has loaded when it is ready: what it starts with, every time.

Chapters of the record are not counted: who reads a ticket knows all of them, so a new one is no choice of a function.
Whoever raises a number says why in the commit.
"""

from typing import Final

MOST: Final = {
    "arm_timer": 30,
    "assign_tickets": 76,
    "await_answer": 63,
    "call_webhook": 65,
    "climb_ladder": 64,
    "directory_api": 97,
    "end_ladders": 64,
    "keep_attachments": 40,
    "live": 43,
    "notify_people": 76,
    "portal_api": 136,
    "publish_events": 35,
    "push_to_browsers": 44,
    "queue_tickets": 29,
    "recompute_clocks": 68,
    "ring_timer": 65,
    "service_api": 4,
    "settings_api": 112,
    "start_ladder": 64,
    "sweep_timers": 30,
    "tickets_api": 179,
    "workspace_api": 52,
}
