"""Paragraphs -> vectors: an encoder behind a one-method protocol, and a cache that makes it rarely needed.

`vectors.embed` is the entry. torch is imported only in `transformer`, and only when a text is not in the cache.
"""
