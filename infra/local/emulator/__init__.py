"""MiniStack inside this process: its environment, and corrections of what it does unlike AWS.

`start.py` must run before anything else imports `ministack`: it reads its environment at import.
"""
