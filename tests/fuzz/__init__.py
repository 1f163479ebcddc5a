"""Requests that a machine makes up from the OpenAPI document, against a local stack of their own."""
