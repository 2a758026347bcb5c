"""All tables, imported once so that the metadata is complete."""

from app.persistence.rows import disputes, duties, filing, mediation, people, settlements, trust
from app.persistence.rows.declared import Row
from app.persistence.rows.referrals import links, transit

METADATA = Row.metadata
WORDS = (people, disputes, mediation, settlements, duties, links, transit, filing, trust)
