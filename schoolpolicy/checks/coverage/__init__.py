"""How far a school's policy covers what law and guidance ask of it."""
