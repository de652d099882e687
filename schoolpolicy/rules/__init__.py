"""Which rule answers a question."""
