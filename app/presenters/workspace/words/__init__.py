"""What the workspace says about a case: its frame, its overview, and the lines of single matters."""
