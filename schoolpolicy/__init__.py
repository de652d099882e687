"""School Policy: a school's online safety policy as data, and everything made from it."""

__version__ = "0.1.0"
