"""Topics of any documents: a consensus of many divisions by meaning and by words, with words, sizes and coherence.

`find.find_topics` is the entry; it reads and writes no file. Unlike `topics`, which describes paragraphs of a study, it
gives every document a topic, can be told how many, and grows with the number of documents no faster than they do.
"""
