"""How many modules of ours a function has loaded when it is ready: what it starts with, every time.

Chapters of the record are not counted: who reads a ticket knows all of them, so a new one is no choice of a function.
Whoever raises a number says why in the commit.
"""

from typing import Final

MOST: Final = {
    "arm_timer": 32,
    "assign_tickets": 78,
    "await_answer": 65,
    "call_webhook": 67,
    "climb_ladder": 66,
    "directory_api": 101,
    "end_ladders": 66,
    "keep_attachments": 42,
    "live": 49,
    "notify_people": 84,
    "portal_api": 138,
    "publish_events": 37,
    "push_to_browsers": 48,
    "queue_tickets": 31,
    "recompute_clocks": 70,
    "ring_timer": 67,
    "service_api": 4,
    "settings_api": 114,
    "start_ladder": 66,
    "sweep_timers": 32,
    "tickets_api": 181,
    "workspace_api": 87,
}
