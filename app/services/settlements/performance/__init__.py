"""Use cases of performance: plans and what comes in, the court, follow-up visits, and the page over all."""
