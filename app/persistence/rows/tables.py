"""All tables, imported once so that the metadata is complete."""

from app.persistence.rows import (
    disputes,
    duties,
    filing,
    mediation,
    people,
    performance,
    places,
    settlements,
    trust,
)
from app.persistence.rows.declared import Row

METADATA = Row.metadata
WORDS = (people, places, disputes, mediation, settlements, performance, duties, filing, trust)
