"""From YAML files to one resolved policy; every mistake with file, line and column."""
