# %% [markdown]
# # What do the articles speak about?
#
# Outlets differ first in what they take up. To compare that, paragraphs about the same thing are put together. Nobody
# says beforehand what the topics are: a language model turns each paragraph into numbers, so that paragraphs of
# similar meaning lie close to each other, and groups that lie close together become topics.

# %%
from analysis.notebook import open_study

study = open_study()
study.topics

# %% [markdown]
# Each topic opens to its clearest paragraphs. Its name is made of its words by a formula, and no person chose it. So
# read the paragraphs before you use a name, here those of the largest topic:

# %%
study.topics[0]

# %% [markdown]
# ## How are the paragraphs spread?
#
# On the map, a point is a paragraph, and points that are close together have similar meaning, or stand near
# each other in one article, since a paragraph takes on a little of its neighbours. Directions and the distances between
# far points mean nothing.

# %%
study.figure("topic-map")

# %% [markdown]
# ## Would the same topics come out again?
#
# This is the question to ask of every topic model. The usual methods start from random numbers, and another start can
# give quite other topics. Here the topics are what hundreds of runs agree on. The first figure shows how large each
# topic is and how surely it comes back; the second, how the number of topics was chosen.

# %%
study.figure("topic-sizes")

# %%
study.figure("number-of-topics")

# %% [markdown]
# The table shows what happens when something is changed that should not matter.

# %%
study.stability

# %% [markdown]
# ## Whose topics are they?
#
# A topic is of use for a comparison only where more than one outlet writes about it. A topic of a single article
# tells what that article is about, and nothing of a difference between outlets.

# %%
study.figure("topics-by-article")

# %%
study.figure("topic-confounding")

# %% [markdown]
# **What may not be concluded.** That the articles have just so many topics: the number depends on how finely one
# cuts, and the figure above shows other cuts. That an outlet avoids a topic: it may have written about it in articles
# that are not here. That a paragraph has no other subject than its topic: each is put into one topic or none.
#
# Next: [How do the outlets speak of it?](03_framing.ipynb)
