"""What may happen to a case beside its steps, each as a form."""
