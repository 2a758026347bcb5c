"""Words of triage and risk, for the page of registration and for the workspace alike."""
