"""What concerns somebody and waits for them in the app, ticket by ticket."""
