"""How many modules of ours a function has loaded when it is ready: what it starts with, every time.

Chapters of the record are not counted: who reads a ticket knows all of them, so a new one is no choice of a function.
Whoever raises a number says why in the commit.
"""

from typing import Final

MOST: Final = {
    "accept_mail": 63,
    "arm_timer": 36,
    "assign_tickets": 82,
    "await_answer": 69,
    "call_webhook": 71,
    "channels_api": 129,
    "climb_ladder": 70,
    "directory_api": 106,
    "end_ladders": 70,
    "keep_attachments": 46,
    "live": 53,
    "notify_people": 113,
    "portal_api": 158,
    "publish_events": 41,
    "push_to_browsers": 52,
    "queue_tickets": 35,
    "receive_email": 205,
    "recompute_clocks": 74,
    "ring_timer": 71,
    "send_digests": 60,
    "service_api": 4,
    "settings_api": 151,
    "start_ladder": 70,
    "sweep_timers": 36,
    "tickets_api": 202,
    "track_mail": 63,
    "workspace_api": 123,
}
