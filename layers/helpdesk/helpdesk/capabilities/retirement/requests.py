from helpdesk.foundation.edge.inputs import Flag, Identifier, Request


class RetirementWish(Request):
    """Whether a team is retired, and which team of its level goes on with its tickets. Without one, the team that takes
    what comes to its level goes on with what is reopened, and a team that has open tickets is not retired.
    """

    retired: Flag
    successor: Identifier | None = None
