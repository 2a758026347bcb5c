"""Where mediation meets what the police decide: the joint applications that the law lets parties make."""
