"""What pages may call."""
