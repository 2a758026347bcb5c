"""One case: its frame, its steps as forms, its sessions, evidence and documents."""
