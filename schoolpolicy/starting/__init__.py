"""Starting a new school: questions, answers, and the folder that comes of them."""
