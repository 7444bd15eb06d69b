"""Instruments applied to any texts, one JSON object a line in and out."""
