"""What others or the reader wrote: a story, a reply, a chat. Rules over text that can be explained; no model, and nothing is taken over by itself.

This room holds grammar and no ids: which words speak for which option lies in `checker/ask/said/`, one table a question.
"""
