"""Logs as events about the program: a constant message, facts as fields, never a customer's words or address."""

from aws_lambda_powertools import Logger

logger = Logger()
