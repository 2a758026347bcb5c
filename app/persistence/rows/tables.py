"""All tables, imported once so that the metadata is complete."""

from app.persistence.rows import deadlines, disputes, duties, filing, mediation, people, settlements, trust
from app.persistence.rows.declared import Row

METADATA = Row.metadata
WORDS = (people, disputes, mediation, settlements, duties, deadlines, filing, trust)
