ALLOWED = {
    "ServiceApi": {},
}
TOLD = {
    "ServiceApi": {"ORIGIN_TOKEN"},
}
# They tell nothing.
OPEN = {
    "ANY /api/{proxy+}",
    "GET /api/health",
    "GET /api/openapi.json",
}
