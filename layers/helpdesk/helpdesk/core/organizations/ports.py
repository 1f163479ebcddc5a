"""Port to organizations."""

from typing import Final

from helpdesk.core.organizations.rules import Organization, domain_taken, terms_of
from helpdesk.foundation.kernel.addresses import folded_domain
from helpdesk.foundation.platform.named import Kind, NamedStore

ORGANIZATION: Final = Kind(
    called="organization",
    shape=Organization,
    names=lambda organization: organization.domains,
    folded=folded_domain,
    terms=terms_of,
    taken=domain_taken,
)

Organizations = NamedStore[Organization]
"""Their names are mail domains."""
