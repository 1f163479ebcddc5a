"""How many modules of ours a function has loaded when it is ready: what it starts with, every time.

Chapters of the record are not counted: who reads a ticket knows all of them, so a new one is no choice of a function.
Whoever raises a number says why in the commit.
"""

from typing import Final

MOST: Final = {
    "accept_mail": 63,
    "arm_timer": 35,
    "assign_tickets": 81,
    "await_answer": 68,
    "call_webhook": 70,
    "channels_api": 129,
    "climb_ladder": 69,
    "directory_api": 105,
    "end_ladders": 69,
    "keep_attachments": 45,
    "live": 52,
    "notify_people": 109,
    "portal_api": 153,
    "publish_events": 40,
    "push_to_browsers": 51,
    "queue_tickets": 34,
    "receive_email": 205,
    "recompute_clocks": 73,
    "ring_timer": 70,
    "service_api": 4,
    "settings_api": 150,
    "start_ladder": 69,
    "sweep_timers": 35,
    "tickets_api": 201,
    "track_mail": 63,
    "workspace_api": 122,
}
