"""Keeping a policy true: what is due, when it was last done, what is overdue."""
