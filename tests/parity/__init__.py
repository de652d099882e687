"""Each example school has what the source that it stands for has."""
