"""Measurements, side by side in one run: compare the ratios, not the seconds."""
