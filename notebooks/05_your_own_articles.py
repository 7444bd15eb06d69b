# %% [markdown]
# # What can your own articles show?
#
# A study is a folder: text files, and one file `study.toml` that says whose they are. In this notebook a small one is
# written and opened. **The two papers, their articles and everybody in them are invented.**
#
# ## What does an article look like?
#
# Plain text, with an empty line between paragraphs. The first line is taken for the headline.

# %%
HERALD_BRIDGE = """
Old bridge closes after inspectors find cracks

The old bridge over the Lenn will close to all traffic on Friday, the city council said on Monday,
after inspectors found cracks in two of its piers.

"Nobody should drive over a bridge that we cannot vouch for," said Mara Lind, the city engineer. "We
will not gamble with lives."

The detour over the northern ring road adds forty minutes to every delivery, according to the dockers' union.

The council has promised a ferry for pedestrians and a loan for small shops on the quay.
"""

HERALD_FERRY = """
First ferry crosses the Lenn

The ferry that is to replace the old bridge made its first crossing on Sunday, to cheers from the quay.

"It is a good day for the harbour," said Mara Lind. She thanked the crews who had worked through the night.

Shopkeepers said that more customers had come by boat than by car in the whole week before.
"""

GAZETTE_BRIDGE = """
Council shuts bridge and leaves drivers in the lurch

The city council has shut the only bridge between the hill and the harbour, and once again it has no
plan for the thousands who need it every day.

Residents reacted with anger. "They let it rot for twenty years, and now we pay for their neglect,"
said Tom Harrow, who runs a bakery on Mill Street.

The council ignored three warnings about the piers, documents seen by the Gazette show. A spokesman
for the council said that the reports "were taken seriously at the time".
"""

GAZETTE_FERRY = """
Ferry fiasco: two hours in the rain

Hundreds of commuters waited in the rain on Monday as the council's new ferry failed to cope with the morning crowd.

"This is a joke," said Tom Harrow, whose bread arrived at noon. The council denied that the ferry was too small.

A second boat will not come before the autumn.
"""

# %% [markdown]
# ## What does `study.toml` say?
#
# The outlets, the articles with their dates, and the actors toward whom stance is to be read.

# %%
STUDY = """
[study]
title = "Two papers on one bridge"
question = "How do the Harbour Herald and the Hill Gazette report the closing of the old bridge?"

[[outlets]]
name = "The Harbour Herald"

[[outlets]]
name = "The Hill Gazette"

[[articles]]
file = "herald-bridge.txt"
outlet = "The Harbour Herald"
date = 2024-03-04

[[articles]]
file = "herald-ferry.txt"
outlet = "The Harbour Herald"
date = 2024-03-17

[[articles]]
file = "gazette-bridge.txt"
outlet = "The Hill Gazette"
date = 2024-03-04

[[articles]]
file = "gazette-ferry.txt"
outlet = "The Hill Gazette"
date = 2024-03-18

[[actors]]
name = "the city council"
aliases = ["council", "city council"]
"""

# %% [markdown]
# ## How is it opened?
#
# `write_study` puts the texts into a folder that is removed when the notebook ends. With files of your own you do not
# need it: make a folder, put `study.toml` and the texts into it, and give `open_study` the way to it from this
# notebook, such as `"../my-study"`.

# %%
from analysis.notebook import open_study, write_study

ARTICLES = {
    "herald-bridge.txt": HERALD_BRIDGE,
    "herald-ferry.txt": HERALD_FERRY,
    "gazette-bridge.txt": GAZETTE_BRIDGE,
    "gazette-ferry.txt": GAZETTE_FERRY,
}
folder = write_study("two-papers", STUDY, ARTICLES)
study = open_study(folder)
study

# %% [markdown]
# ## Was everything read rightly?
#
# Check this first: the kinds of the paragraphs, and who is taken for the speaker.

# %%
study.paragraphs

# %%
study.speakers

# %% [markdown]
# ## What do the two papers look like?

# %%
study.figure("who-speaks")

# %%
study.figure("wording-tone")

# %%
study.stances

# %% [markdown]
# The Gazette was written to sound hostile to the council, and the Herald was not. The question is whether the study
# may say that the papers differ.

# %%
study.verdict

# %%
study.may_be_said

# %% [markdown]
# A reader may well see a difference between these articles. That other articles of the two papers would show it too
# cannot be told from so few. Topics need more text as well, and the study says how much:

# %%
study.topics

# %% [markdown]
# ## What does a mistake look like?
#
# An error is one line: where it is, what is wrong, and what to do. Here the name of an outlet is misspelt.

# %% tags=["raises-exception"]
misspelt = STUDY.replace('outlet = "The Hill Gazette"', 'outlet = "The Hill Gazete"')
open_study(write_study("misspelt", misspelt, ARTICLES))

# %% [markdown]
# Here a file is missing.

# %% tags=["raises-exception"]
missing = STUDY.replace("herald-ferry.txt", "herald-boat.txt")
open_study(write_study("missing", missing, ARTICLES))

# %% [markdown]
# And here a figure is asked for that needs topics.

# %% tags=["raises-exception"]
study.figure("topic-map")

# %% [markdown]
# ## What comes next?
#
# The same study as a page with everything in it is made by the command `framing report` and the name of the folder.
# All keys of `study.toml` are described in the README. Before you collect articles, look at the figure of how many it
# takes:

# %%
study.figure("articles-needed")
