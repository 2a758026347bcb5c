"""Values without a business word of their own: money, names, numbers, days and how people type them."""
