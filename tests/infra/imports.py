"""How many modules of ours a function has loaded when it is ready: what it starts with, every time.

Chapters of the record are not counted: who reads a ticket knows all of them, so a new one is no choice of a function.
Whoever raises a number says why in the commit.
"""

from typing import Final

MOST: Final = {
    "arm_timer": 31,
    "assign_tickets": 77,
    "await_answer": 64,
    "call_webhook": 66,
    "climb_ladder": 65,
    "directory_api": 99,
    "end_ladders": 65,
    "keep_attachments": 41,
    "live": 45,
    "notify_people": 83,
    "portal_api": 137,
    "publish_events": 36,
    "push_to_browsers": 46,
    "queue_tickets": 30,
    "recompute_clocks": 69,
    "ring_timer": 66,
    "service_api": 4,
    "settings_api": 113,
    "start_ladder": 65,
    "sweep_timers": 31,
    "tickets_api": 180,
    "workspace_api": 81,
}
