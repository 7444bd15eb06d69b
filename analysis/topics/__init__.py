"""Vectors -> topics: an ensemble of BERTopic's UMAP and HDBSCAN, its consensus, words, labels and stability.

`find.find_topics` is the entry. `stability.measure_stability` and `tradeoff.context_tradeoff` measure what it rests on.
umap, hdbscan, bertopic and scipy are imported when they are first needed.
"""
