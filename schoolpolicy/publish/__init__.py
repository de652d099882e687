"""What is made from a policy; the only place that knows the libraries of the outputs."""
