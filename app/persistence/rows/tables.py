"""All tables, imported once so that the metadata is complete."""

from app.persistence.rows import disputes, duties, filing, lifecycle, mediation, people, settlements, trust
from app.persistence.rows.declared import Row

METADATA = Row.metadata
WORDS = (people, disputes, mediation, settlements, duties, filing, lifecycle, trust)
