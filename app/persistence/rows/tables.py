"""All tables, imported once so that the metadata is complete."""

from app.persistence.rows import (
    deadlines,
    disputes,
    duties,
    filing,
    lifecycle,
    mediation,
    people,
    places,
    settlements,
    trust,
)
from app.persistence.rows.declared import Row
from app.persistence.rows.watch import WATCH

METADATA = Row.metadata
WORDS = (
    people,
    places,
    disputes,
    lifecycle,
    mediation,
    settlements,
    duties,
    deadlines,
    *WATCH,
    filing,
    trust,
)
