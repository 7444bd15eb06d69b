"""Paragraphs -> vectors: an encoder behind a one-method protocol, and a cache that makes it rarely needed.

`vectors.embed` is the entry, and `chosen` picks the encoder by the study's kernels: torch, imported only in
`transformer`, or openvino, imported only by `processor`; either only when a text is not in the cache.
"""
