"""What each code of a finding means: one file of data a family, and what reads them."""
