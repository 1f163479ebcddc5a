"""How many modules of ours a function has loaded when it is ready: what it starts with, every time.

Chapters of the record are not counted: who reads a ticket knows all of them, so a new one is no choice of a function.
Whoever raises a number says why in the commit.
"""

from typing import Final

MOST: Final = {
    "accept_mail": 63,
    "arm_timer": 38,
    "assign_tickets": 84,
    "await_answer": 71,
    "call_webhook": 73,
    "channels_api": 129,
    "climb_ladder": 72,
    "directory_api": 108,
    "end_ladders": 72,
    "keep_attachments": 48,
    "live": 55,
    "notify_people": 115,
    "portal_api": 160,
    "project_tickets": 80,
    "publish_events": 43,
    "push_to_browsers": 54,
    "queue_tickets": 37,
    "receive_email": 205,
    "recompute_clocks": 76,
    "ring_timer": 73,
    "search_api": 74,
    "send_digests": 67,
    "service_api": 4,
    "settings_api": 154,
    "start_ladder": 72,
    "sweep_timers": 38,
    "tickets_api": 204,
    "track_mail": 63,
    "workspace_api": 125,
}
