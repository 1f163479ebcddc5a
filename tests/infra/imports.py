"""How many modules of ours a function has loaded when it is ready: what it starts with, every time.

Chapters of the record are not counted: who reads a ticket knows all of them, so a new one is no choice of a function.
Whoever raises a number says why in the commit.
"""

from typing import Final

MOST: Final = {
    "accept_mail": 64,
    "arm_timer": 39,
    "assign_tickets": 85,
    "await_answer": 72,
    "call_webhook": 74,
    "channels_api": 130,
    "climb_ladder": 73,
    "directory_api": 109,
    "end_ladders": 73,
    "keep_attachments": 49,
    "live": 56,
    "notify_people": 116,
    "portal_api": 161,
    "project_tickets": 81,
    "publish_events": 44,
    "push_to_browsers": 55,
    "queue_tickets": 38,
    "receive_email": 206,
    "recompute_clocks": 77,
    "reports_api": 64,
    "ring_timer": 74,
    "search_api": 91,
    "send_digests": 68,
    "service_api": 4,
    "settings_api": 155,
    "start_ladder": 73,
    "sweep_timers": 39,
    "tickets_api": 205,
    "track_mail": 64,
    "workspace_api": 126,
}
