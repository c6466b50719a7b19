"""What students hand in, as it is and as it may be: read with care, mended, and shown safely.

`files` opens what somebody else wrote, `reading` makes a notebook of it, `recorded` knows the lesson's cells from the
gradebook, and `marks` puts nbgrader's marks on them right; `timestamps` says when it came, and `handed_in` takes the
whole folder.  `listing` finds the folders of a class, `notes` is what grading writes into a notebook for later, `pages`
makes Markdown of strangers safe to show, and `feedback` makes the pages that go back.
"""
