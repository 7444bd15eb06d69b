# %% [markdown]
# # How do the outlets speak of it?
#
# Framing is what a text puts in front and in which words. No single number measures it. This notebook looks at five
# sides of it: how much room each topic gets, how the wording sounds, how actors are spoken of, which frames appear,
# and which words each outlet prefers.
#
# ## How right are the instruments?
#
# This comes first. Each instrument was tried on texts that people had labelled by hand. The last column says how well
# it agreed with them.

# %%
from analysis.notebook import open_study

study = open_study()
study.instruments

# %% [markdown]
# None of these texts is from the study at hand. The figures say what to expect, and are no proof of what is so here.
#
# ## How much room does each topic get?

# %%
study.figure("topic-shares")

# %% [markdown]
# ## How does the wording sound?
#
# Word lists score each sentence from negative to positive. They know words and nothing else: a report of a war is
# negative, whatever the outlet thinks of it. That is why this is called the tone of the wording, and why tone is
# compared within topics too. Where two word lists disagree about which outlet is the more negative, neither should be
# believed.

# %%
study.figure("wording-tone")

# %%
study.figure("tone-by-instrument")

# %% [markdown]
# ## How do they speak of whom?
#
# Tone does not know whom a sentence is about. The instrument of stance does: for each sentence that names an actor,
# it reads whether the wording is for the actor, against it or neither. Rows are speakers, because a quoted minister
# and the outlet that quotes him need not agree.

# %%
study.figure("stance-matrix")

# %% [markdown]
# A mean over a few sentences is quickly wrong. Open the sentences before you quote a number.

# %%
study.stances

# %% [markdown]
# ## Which frames appear?
#
# A frame is a coded way of presenting an issue, such as conflict or economic consequences. Only frames that agreed
# with human coders, in US news about guns, are drawn; whether they hold on this subject was not measured.

# %%
study.figure("frame-profile")

# %%
study.frame_examples[0]

# %% [markdown]
# ## Which words does each outlet prefer?

# %%
study.figure("distinguishing-words")

# %%
study.words

# %% [markdown]
# ## Do they report the same event in different words?
#
# The sharpest comparison would be of two outlets on the same fact. Paragraphs are matched for that where they can be.

# %%
study.matched

# %% [markdown]
# **What may not be concluded.** That an outlet is for or against somebody because its words are negative. That a
# difference seen here is one between the outlets, and not between these few articles, their years or their genres.
# Whether such a difference may be claimed at all is the subject of the next notebook, [What may be
# concluded?](04_what_may_be_said.ipynb)
