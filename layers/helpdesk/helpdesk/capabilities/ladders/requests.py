from helpdesk.foundation.edge.inputs import Request


class Acknowledgement(Request):
    """Whoever sends it answers for the ticket from now on: nobody else is told any more. Nothing is to be said."""
