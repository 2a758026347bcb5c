"""Tables of what is between organs: referrals, guidance, work orders and the handing-over list."""

from app.persistence.rows.referrals import links, transit

DEALINGS = (links, transit)
