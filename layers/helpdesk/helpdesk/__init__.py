"""Helpdesk: a serverless cloud help desk."""

__version__ = "0.1.0"
