"""Tables of what is watched: orders, whistles, proactive handling, pauses and the centre's own deadlines."""

from app.persistence.rows.watch import deadlines, proactive, supervision, whistles

WATCH = (deadlines, supervision, whistles, proactive)
