"""What a new local stack is filled with: teams and people always, a working day's tickets for the demo."""
