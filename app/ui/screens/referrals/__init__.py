"""What passes between this centre and others."""
