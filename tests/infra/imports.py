"""How many modules of ours a function has loaded when it is ready: what it starts with, every time.

Chapters of the record are not counted: who reads a ticket knows all of them, so a new one is no choice of a function.
Whoever raises a number says why in the commit.
"""

from typing import Final

MOST: Final = {
    "accept_mail": 63,
    "arm_timer": 37,
    "assign_tickets": 83,
    "await_answer": 70,
    "call_webhook": 72,
    "channels_api": 129,
    "climb_ladder": 71,
    "directory_api": 107,
    "end_ladders": 71,
    "keep_attachments": 47,
    "live": 54,
    "notify_people": 114,
    "portal_api": 159,
    "project_tickets": 48,
    "publish_events": 42,
    "push_to_browsers": 53,
    "queue_tickets": 36,
    "receive_email": 205,
    "recompute_clocks": 75,
    "ring_timer": 72,
    "search_api": 73,
    "send_digests": 61,
    "service_api": 4,
    "settings_api": 152,
    "start_ladder": 71,
    "sweep_timers": 37,
    "tickets_api": 203,
    "track_mail": 63,
    "workspace_api": 124,
}
