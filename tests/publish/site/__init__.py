"""The parts that know the site engine."""
