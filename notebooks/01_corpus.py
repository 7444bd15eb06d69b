# %% [markdown]
# # What was read?
#
# This is the first of five notebooks. Each takes one step of the study, shows what comes of it, and says what may not
# be concluded from it. You need not know the code: every cell asks the package `analysis` for one thing and shows it.
# To run a cell, click into it and press Shift and Enter; run them from top to bottom.
#
# The first cell opens the study. What an earlier run has computed is taken from the folder of the
# [report](../reports/index.html); only what is missing there is computed.

# %%
from analysis.notebook import open_study

study = open_study()
study

# %% [markdown]
# This text is made from the data, like every number in these notebooks. Change an article, run the notebook again,
# and it changes with it.
#
# ## Which articles are these?

# %%
study.articles

# %%
study.figure("articles-read")

# %% [markdown]
# Look at three things before anything else. How many articles has each outlet? Where there is only one, whatever is
# said of the outlet is said of that one text. How long are they? A long article has more to say in every count. And
# when did they appear? What looks like a difference between outlets can be a difference between years.
#
# ## What is analysed, and what is left out?
#
# An article file holds more than the article: headlines, captions, pull quotes, lines of the page around it. Every
# character goes to exactly one paragraph of a known kind.

# %%
study.parser_audit

# %%
study.figure("parser-audit")

# %% [markdown]
# Nothing is thrown away. What is left out of the analysis stays in the tables, and you can judge whether it was left
# out rightly:

# %%
study.paragraphs.left_out

# %% [markdown]
# ## Where does a sentence stand?
#
# Search for a word, then open one paragraph by its id. Each has its outlet, its speaker, and its place in the source
# file, counted in characters from the beginning, so that a quotation can be checked.

# %%
study.paragraphs.find("missile defense")

# %%
study.paragraphs.find("missile defense").first

# %% [markdown]
# ## Who speaks?
#
# A news text is made of many voices: the outlet's own words, words in quotation marks, words that are reported
# without them, and in an interview questions and answers. They are kept apart in all that follows.

# %%
study.figure("who-speaks")

# %%
study.voices

# %% [markdown]
# Each name below opens to what is quoted or reported of it.

# %%
study.speakers

# %% [markdown]
# **What may not be concluded.** What a quoted person says is not the outlet's opinion; that the outlet chose to print
# it is all that the text shows. Speakers and reported words are found by rules, which miss some and take the wrong
# name for others. How often was measured on texts that people had coded, and stands in the fourth notebook, [What may
# be concluded?](04_what_may_be_said.ipynb)
#
# ## Where are the tables?
#
# Everything that these notebooks show rests on tables, which open as data frames of pandas.

# %%
study.tables

# %%
study.table("quotes").head()
