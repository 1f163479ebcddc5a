"""How many modules of ours a function has loaded when it is ready: what it starts with, every time.

Chapters of the record are not counted: who reads a ticket knows all of them, so a new one is no choice of a function.
Whoever raises a number says why in the commit.
"""

from typing import Final

MOST: Final = {
    "accept_mail": 66,
    "arm_timer": 42,
    "assign_tickets": 89,
    "await_answer": 75,
    "bulk_api": 151,
    "call_webhook": 77,
    "change_tickets": 107,
    "channels_api": 132,
    "climb_ladder": 76,
    "directory_api": 113,
    "end_ladders": 76,
    "keep_attachments": 52,
    "knowledge_api": 101,
    "live": 59,
    "make_export": 79,
    "notify_people": 121,
    "portal_api": 176,
    "project_tickets": 84,
    "publish_events": 49,
    "push_to_browsers": 58,
    "receive_email": 208,
    "recompute_clocks": 80,
    "reports_api": 69,
    "ring_timer": 77,
    "search_api": 101,
    "send_digests": 71,
    "service_api": 4,
    "settings_api": 159,
    "start_ladder": 76,
    "sweep_timers": 42,
    "tickets_api": 209,
    "track_mail": 66,
    "workspace_api": 130,
}
