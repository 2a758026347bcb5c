"""The sex of a natural person as forms print it; never guessed over what was typed."""

from __future__ import annotations

from app.domain.values.termed import Termed


class Sex(Termed):
    """Male or female; unknown is None."""

    MALE = "male", "男"
    FEMALE = "female", "女"
