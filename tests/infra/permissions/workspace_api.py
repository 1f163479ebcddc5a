from tests.infra.vocabulary import READ, WRITE

ALLOWED = {
    "WorkspaceApi": {
        "table/${Prefix}-helpdesk": READ | WRITE,
    },
}
TOLD = {
    "WorkspaceApi": {"TABLE", "ORIGIN_TOKEN"},
}
