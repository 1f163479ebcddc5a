"""How many modules of ours a function has loaded when it is ready: what it starts with, every time.

Chapters of the record are not counted: who reads a ticket knows all of them, so a new one is no choice of a function.
Whoever raises a number says why in the commit.
"""

from typing import Final

MOST: Final = {
    "accept_mail": 62,
    "arm_timer": 34,
    "assign_tickets": 80,
    "await_answer": 67,
    "call_webhook": 69,
    "channels_api": 128,
    "climb_ladder": 68,
    "directory_api": 104,
    "end_ladders": 68,
    "keep_attachments": 44,
    "live": 51,
    "notify_people": 99,
    "portal_api": 147,
    "publish_events": 39,
    "push_to_browsers": 50,
    "queue_tickets": 33,
    "receive_email": 201,
    "recompute_clocks": 72,
    "ring_timer": 69,
    "service_api": 4,
    "settings_api": 139,
    "start_ladder": 68,
    "sweep_timers": 34,
    "tickets_api": 191,
    "track_mail": 62,
    "workspace_api": 110,
}
