# %% [markdown]
# # What may be concluded?
#
# Numbers always differ. The question is whether other articles of the same outlets would show the same difference.
# The study asks this before it looks at any result, from the number of articles alone.

# %%
from analysis.notebook import open_study

study = open_study()
study.verdict

# %%
study.may_be_said

# %% [markdown]
# The reasoning is simple. Suppose that the outlets did not differ at all. Then it would not matter which name stands
# over which article, and the names could be shuffled. With few articles there are few ways to shuffle, so that chance
# gives even the sharpest difference rather often. Paragraphs do not help: those of one article were written by one
# hand on one day, and resemble each other.
#
# ## How many articles would it take?

# %%
study.figure("articles-needed")

# %% [markdown]
# ## What can be said all the same?
#
# What these texts contain can be described, and every sentence can be traced to its paragraphs. Each finding has its
# n and its limit, and the passages to judge it by.

# %%
study.findings

# %% [markdown]
# ## Does it hang on one article?
#
# Each difference is formed again with each article left out in turn. One that turns round when a single article is
# gone says more about that article than about an outlet.

# %%
study.leave_one_out

# %% [markdown]
# ## Would other choices have said the same?
#
# Every study makes choices that could have been made otherwise: how finely topics are cut, which word list is used,
# whether long articles count for more. Here the main comparisons are computed under hundreds of combinations of
# such choices. A comparison that keeps its sign under nearly all choices does not depend on who made them; whether it
# would hold in other articles is another question.

# %%
study.multiverse

# %%
study.figure("specification-curve")

# %% [markdown]
# ## Does the study raise false alarms?
#
# The names of the outlets are dealt out to the articles anew, so that they mean nothing, and the whole comparison is
# run. What it calls then is a false alarm.

# %%
study.self_audit

# %%
study.figure("false-alarms")

# %% [markdown]
# ## How right are the instruments?
#
# The cards hold everything that was measured: on which data, under which licence, with what result, and what the
# result does not cover.

# %%
study.validity

# %% [markdown]
# ## What are the limits?

# %%
study.limits

# %% [markdown]
# If you quote one sentence of this study, quote the verdict with it. How to make a study of your own is in the last
# notebook, [What can your own articles show?](05_your_own_articles.ipynb)
