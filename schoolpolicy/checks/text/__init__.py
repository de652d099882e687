"""What a policy's wording is checked for: blanks left in, vague words, empty promises, echoes."""
