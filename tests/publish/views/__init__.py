"""What pages show, worked out before any template is rendered."""
