"""Who watches: supervision orders, whistles, and what is handled before anybody asks (未诉先办)."""
