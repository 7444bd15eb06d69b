"""What is looked at in every article before it becomes part of a study; nothing here reads or writes a file."""
