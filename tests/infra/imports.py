"""How many modules of ours a function has loaded when it is ready: what it starts with, every time.

Chapters of the record are not counted: who reads a ticket knows all of them, so a new one is no choice of a function.
Whoever raises a number says why in the commit.
"""

from typing import Final

MOST: Final = {
    "accept_mail": 66,
    "arm_timer": 41,
    "assign_tickets": 87,
    "await_answer": 74,
    "bulk_api": 149,
    "call_webhook": 76,
    "change_tickets": 106,
    "channels_api": 132,
    "climb_ladder": 75,
    "directory_api": 111,
    "end_ladders": 75,
    "keep_attachments": 51,
    "live": 58,
    "make_export": 75,
    "notify_people": 120,
    "portal_api": 163,
    "project_tickets": 83,
    "publish_events": 48,
    "push_to_browsers": 57,
    "receive_email": 208,
    "recompute_clocks": 79,
    "reports_api": 67,
    "ring_timer": 76,
    "search_api": 99,
    "send_digests": 70,
    "service_api": 4,
    "settings_api": 157,
    "start_ladder": 75,
    "sweep_timers": 41,
    "tickets_api": 207,
    "track_mail": 66,
    "workspace_api": 128,
}
