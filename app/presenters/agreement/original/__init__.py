"""The terms of the original in words, beside a supplement that is drafted."""
