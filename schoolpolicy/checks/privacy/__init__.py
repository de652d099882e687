"""What must not be in a public repository: details by which one person can be told or reached."""
