"""The forms of performance: what came in, what was urged and agreed, the court, follow-up visits."""
