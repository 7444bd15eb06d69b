"""Plain BERTopic beside `framing topics` on the same paragraphs and machine: time, memory, worth of the topics.

`compare` is the entry; every run is a process of its own (`running`), of which plain BERTopic's is `plain`.
"""
