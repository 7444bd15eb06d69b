"""The instruments measured on hand-labelled data that others made, one module for each; results become cards."""
