"""What only a traffic or a medical case is asked: its accident, its treatment."""
