"""What pages show, worked out from the policy; no markup here."""
