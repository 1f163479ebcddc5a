"""How many modules of ours a function has loaded when it is ready: what it starts with, every time.

Whoever raises a number says why in the commit.
"""

from typing import Final

MOST: Final = {
    "arm_timer": 28,
    "assign_tickets": 88,
    "await_answer": 75,
    "call_webhook": 77,
    "climb_ladder": 76,
    "directory_api": 104,
    "end_ladders": 76,
    "keep_attachments": 51,
    "live": 54,
    "notify_people": 86,
    "portal_api": 140,
    "publish_events": 50,
    "push_to_browsers": 55,
    "queue_tickets": 27,
    "recompute_clocks": 82,
    "ring_timer": 79,
    "service_api": 4,
    "settings_api": 120,
    "start_ladder": 76,
    "sweep_timers": 28,
    "tickets_api": 176,
}
