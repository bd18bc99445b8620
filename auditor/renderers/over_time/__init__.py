"""Comparisons, histories and what-ifs for people: in a terminal, and as Markdown.

What is said is said once, as an outline of plain texts; the terminal and Markdown only
write it down.
"""
