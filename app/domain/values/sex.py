"""The sex of a person as resident numbers and forms state it."""

from __future__ import annotations

from app.domain.values.termed import Termed


class Sex(Termed):
    """性别, with the word that forms print."""

    MALE = "male", "男"
    FEMALE = "female", "女"
