"""Instruments applied to files of texts, one JSON object a line in and out."""
