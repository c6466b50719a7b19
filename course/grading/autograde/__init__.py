"""The steps of `nbgrader autograde` that are ours.

`preflight` lets nbgrader see a staged, mended copy of each submission; `run` has everybody's work judged ahead, with a
bar (`progress`); `preprocessors` write the verdicts into the notebook and the exact points into the gradebook.
"""
