"""How many modules of ours a function has loaded when it is ready: what it starts with, every time.

Chapters of the record are not counted: who reads a ticket knows all of them, so a new one is no choice of a function.
Whoever raises a number says why in the commit.
"""

from typing import Final

MOST: Final = {
    "accept_mail": 66,
    "answers_api": 84,
    "arm_timer": 45,
    "assign_tickets": 92,
    "await_answer": 78,
    "bulk_api": 161,
    "call_webhook": 80,
    "change_tickets": 110,
    "channels_api": 132,
    "climb_ladder": 79,
    "directory_api": 116,
    "end_ladders": 79,
    "follow_articles": 57,
    "keep_attachments": 55,
    "knowledge_api": 101,
    "live": 65,
    "make_export": 84,
    "notify_people": 125,
    "portal_api": 193,
    "project_tickets": 89,
    "publish_events": 52,
    "push_to_browsers": 61,
    "receive_email": 208,
    "recompute_clocks": 83,
    "replay_tickets": 62,
    "reports_api": 98,
    "ring_timer": 80,
    "search_api": 105,
    "send_briefing": 84,
    "send_digests": 92,
    "service_api": 4,
    "settings_api": 168,
    "start_ladder": 79,
    "sweep_timers": 45,
    "tickets_api": 212,
    "track_mail": 66,
    "workspace_api": 133,
}
