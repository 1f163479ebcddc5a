"""How many modules of ours a function has loaded when it is ready: what it starts with, every time.

Chapters of the record are not counted: who reads a ticket knows all of them, so a new one is no choice of a function.
Whoever raises a number says why in the commit.
"""

from typing import Final

MOST: Final = {
    "accept_mail": 66,
    "answers_api": 81,
    "arm_timer": 43,
    "assign_tickets": 90,
    "await_answer": 76,
    "bulk_api": 153,
    "call_webhook": 78,
    "change_tickets": 108,
    "channels_api": 132,
    "climb_ladder": 77,
    "directory_api": 114,
    "end_ladders": 77,
    "follow_articles": 55,
    "keep_attachments": 53,
    "knowledge_api": 101,
    "live": 63,
    "make_export": 81,
    "notify_people": 123,
    "portal_api": 190,
    "project_tickets": 87,
    "publish_events": 50,
    "push_to_browsers": 59,
    "receive_email": 208,
    "recompute_clocks": 81,
    "reports_api": 78,
    "ring_timer": 78,
    "search_api": 103,
    "send_digests": 72,
    "service_api": 4,
    "settings_api": 160,
    "start_ladder": 77,
    "sweep_timers": 43,
    "tickets_api": 210,
    "track_mail": 66,
    "workspace_api": 131,
}
