"""What the models of all answers share."""

from pydantic import BaseModel, ConfigDict


class View(BaseModel):
    """Built when first used: a cold start pays for the answers it gives, not for all that are documented."""

    model_config = ConfigDict(defer_build=True)
