from tests.infra.vocabulary import READ, TRANSACT, WRITE

ALLOWED = {
    "ChangeTickets": {
        "table/${Prefix}-helpdesk": TRANSACT,
        "table/${Prefix}-ephemeral": (READ | WRITE) - {"dynamodb:Query"},
    },
}
OTHERS = {"ChangeTicketsMachine": {"ChangeTickets": {"lambda:InvokeFunction"}}}
TOLD = {"ChangeTickets": {"TABLE", "EPHEMERAL_TABLE"}}
