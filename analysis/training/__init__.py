"""The commands that make what is shipped, from data that others coded."""
