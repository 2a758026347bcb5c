"""All tables, imported once so that the metadata is complete."""

from app.persistence.rows import (
    disputes,
    duties,
    filing,
    lifecycle,
    mediation,
    people,
    performance,
    places,
    settlements,
    trust,
)
from app.persistence.rows.declared import Row
from app.persistence.rows.referrals import DEALINGS
from app.persistence.rows.watch import WATCH

METADATA = Row.metadata
WORDS = (
    people,
    places,
    disputes,
    lifecycle,
    mediation,
    settlements,
    performance,
    duties,
    *DEALINGS,
    *WATCH,
    filing,
    trust,
)
