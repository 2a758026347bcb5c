"""The centre's own rules as the database has them: taken up once anybody, on any computer, changed them."""

from __future__ import annotations

from app.domain.duties.rules import OwnRules, Rules
from app.domain.values.ids import new_id
from app.persistence.work import UnitOfWork

_STAMP = "rules.stamp"


def bring_up_to_date(work: UnitOfWork, rules: Rules) -> None:
    """Take up the centre's own rules when they are not those at hand; otherwise one row is read."""
    stamp = work.preferences.get(None, _STAMP) or ""
    if stamp != rules.own.stamp:
        rules.take_up(own_rules(work))


def own_rules(work: UnitOfWork) -> OwnRules:
    """Read what the centre set."""
    return OwnRules(
        stamp=work.preferences.get(None, _STAMP) or "",
        notices=work.holidays.all(),
        periods=work.local_periods.all(),
    )


def stamp_anew(work: UnitOfWork) -> None:
    """Note in the same transaction that the centre's own rules changed."""
    work.preferences.put(None, _STAMP, str(new_id()))
