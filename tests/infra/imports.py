"""How many modules of ours a function has loaded when it is ready: what it starts with, every time.

Chapters of the record are not counted: who reads a ticket knows all of them, so a new one is no choice of a function.
Whoever raises a number says why in the commit.
"""

from typing import Final

MOST: Final = {
    "accept_mail": 66,
    "answers_api": 83,
    "arm_timer": 44,
    "assign_tickets": 91,
    "await_answer": 77,
    "bulk_api": 154,
    "call_webhook": 79,
    "change_tickets": 109,
    "channels_api": 132,
    "climb_ladder": 78,
    "directory_api": 115,
    "end_ladders": 78,
    "follow_articles": 56,
    "keep_attachments": 54,
    "knowledge_api": 101,
    "live": 64,
    "make_export": 83,
    "notify_people": 124,
    "portal_api": 192,
    "project_tickets": 88,
    "publish_events": 51,
    "push_to_browsers": 60,
    "receive_email": 208,
    "recompute_clocks": 82,
    "reports_api": 97,
    "ring_timer": 79,
    "search_api": 104,
    "send_briefing": 83,
    "send_digests": 91,
    "service_api": 4,
    "settings_api": 167,
    "start_ladder": 78,
    "sweep_timers": 44,
    "tickets_api": 211,
    "track_mail": 66,
    "workspace_api": 132,
}
