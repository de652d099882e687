"""What the built site shows in a real browser."""
