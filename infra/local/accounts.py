"""The accounts every local stack has, and tokens for them."""

import contextlib
from dataclasses import dataclass
from typing import Final

from infra.deployed import Deployed
from infra.operations import Clients

PASSWORD: Final = "Helpdesk-demo-1"  # noqa: S105 - shown to everybody who starts the stack


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    email: str
    name: str
    locale: str
    group: str | None = None


ACCOUNTS: Final = (
    Account(email="requester@demo.example", name="Rita Requester", locale="en"),
    Account(email="agent1@demo.example", name="Alex Agent", locale="en", group="agent"),
    Account(email="agent2@demo.example", name="Bea Berger", locale="de", group="agent"),
    Account(email="lead@demo.example", name="Lee Lead", locale="en", group="lead"),
    Account(email="admin@demo.example", name="Ada Admin", locale="en", group="admin"),
)


def create(clients: Clients, deployed: Deployed, accounts: tuple[Account, ...] = ACCOUNTS) -> None:
    """Create what is missing; an account that exists keeps its password."""
    cognito = clients.client("cognito-idp")
    pool = deployed.id_of("AWS::Cognito::UserPool")
    for account in accounts:
        with contextlib.suppress(cognito.exceptions.UsernameExistsException):
            cognito.admin_create_user(
                UserPoolId=pool,
                Username=account.email,
                MessageAction="SUPPRESS",
                UserAttributes=[
                    {"Name": "email", "Value": account.email},
                    {"Name": "email_verified", "Value": "true"},
                    {"Name": "name", "Value": account.name},
                    {"Name": "locale", "Value": account.locale},
                ],
            )
            cognito.admin_set_user_password(UserPoolId=pool, Username=account.email, Password=PASSWORD, Permanent=True)
        if account.group:
            cognito.admin_add_user_to_group(UserPoolId=pool, Username=account.email, GroupName=account.group)


def id_token(clients: Clients, deployed: Deployed, email: str, password: str = PASSWORD) -> str:
    """A bearer token for the API, as signing in gives it."""
    answer = clients.client("cognito-idp").initiate_auth(
        ClientId=deployed.id_of("AWS::Cognito::UserPoolClient"),
        AuthFlow="USER_PASSWORD_AUTH",
        AuthParameters={"USERNAME": email, "PASSWORD": password},
    )
    return str(answer["AuthenticationResult"]["IdToken"])
