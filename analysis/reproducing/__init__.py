"""The study rendered again under everything that must not show in it: other machines, places, orders, and the same."""
