"""What a use case about an agreement does inside its transaction."""
