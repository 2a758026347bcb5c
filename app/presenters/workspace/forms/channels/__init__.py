"""What forms ask about the channel of a case: which one, its start, publicity, its fee."""
