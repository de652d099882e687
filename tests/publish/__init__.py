"""What the built site holds."""
