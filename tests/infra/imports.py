"""How many modules of ours a function has loaded when it is ready: what it starts with, every time.

Chapters of the record are not counted: who reads a ticket knows all of them, so a new one is no choice of a function.
Whoever raises a number says why in the commit.
"""

from typing import Final

MOST: Final = {
    "accept_mail": 65,
    "arm_timer": 40,
    "assign_tickets": 86,
    "await_answer": 73,
    "bulk_api": 129,
    "call_webhook": 75,
    "change_tickets": 105,
    "channels_api": 131,
    "climb_ladder": 74,
    "directory_api": 110,
    "end_ladders": 74,
    "keep_attachments": 50,
    "live": 57,
    "notify_people": 118,
    "portal_api": 162,
    "project_tickets": 82,
    "publish_events": 47,
    "push_to_browsers": 56,
    "receive_email": 207,
    "recompute_clocks": 78,
    "reports_api": 65,
    "ring_timer": 75,
    "search_api": 92,
    "send_digests": 69,
    "service_api": 4,
    "settings_api": 156,
    "start_ladder": 74,
    "sweep_timers": 40,
    "tickets_api": 206,
    "track_mail": 65,
    "workspace_api": 127,
}
