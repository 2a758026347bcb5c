"""履行回访: payments due, overdue ones, visits and the court across all cases."""
