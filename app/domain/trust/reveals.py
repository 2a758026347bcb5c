"""Numbers that are masked until somebody asks to see one, which is recorded."""

from __future__ import annotations

from app.domain.values.termed import Termed


class MaskedNumber(Termed):
    """A number of a party that lists and cards show masked; each look at it in full is in the history."""

    IDENTITY = "identity_number", "证件号"
    PHONE = "phone", "电话"
