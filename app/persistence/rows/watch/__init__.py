"""Tables of what is watched: supervision orders, whistles, proactive handling."""

from app.persistence.rows.watch import proactive, supervision, whistles

WATCH = (supervision, whistles, proactive)
