"""Days, moments, ages, working days and periods of law, all in Asia/Shanghai."""
