"""Signatures and the ledger of effects on AWS."""

from __future__ import annotations

from typing import TYPE_CHECKING

from helpdesk.foundation.platform.later import later

if TYPE_CHECKING:  # a function imports what it does, not all it could be asked for
    from helpdesk.foundation.platform.aws import Aws
    from helpdesk.foundation.platform.ports import EffectLedger, Signer


def wired_signer(aws: Aws) -> Signer:
    return later(lambda: _signer(aws))


def _signer(aws: Aws) -> Signer:
    from helpdesk.foundation.platform.signing import SecretSigner

    return SecretSigner(aws.keys)


def wired_effects(aws: Aws) -> EffectLedger:
    return later(lambda: _effects(aws))


def _effects(aws: Aws) -> EffectLedger:
    from helpdesk.foundation.platform.dynamodb.effects import DynamoEffectLedger

    return DynamoEffectLedger(aws.tables)
