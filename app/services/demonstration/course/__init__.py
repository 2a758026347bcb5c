"""Demonstration of what happens in the course of a case: pauses, extensions, performance, visits."""
