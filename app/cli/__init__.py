"""The program without its window: verbs for scripts and testers, and what a machine must bring."""
