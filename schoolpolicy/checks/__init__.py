"""What is wrong or missing in a policy. Nothing is printed here."""
