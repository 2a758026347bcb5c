"""What passes between this centre and others: referrals, guidance to services, and work orders."""
