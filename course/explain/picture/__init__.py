"""The picture of an execution: a lane per thread, time downwards, and beside each step what it did and its line.

Where it has to show decides its form.  It is one SVG on a white sheet of its own, and pages hold it as an *image*,
``<img src="data:image/svg+xml;base64,…" alt="…">``.  Considered and left: inline ``<svg>``, which could take its
colours from the page, but JupyterLab's sanitizer drops it from the outputs of a notebook that is opened again and not
trusted, and so does GitHub; and an ``image/svg+xml`` output beside the HTML, since a front end shows only one of the
two, and an untrusted JupyterLab not that one.  An image passes through JupyterLab (fresh, and untrusted), nbconvert,
nbgrader's feedback and a printer alike, brings its own contrast into dark themes, cannot be reached by a page's
stylesheets, and clashes with no other picture.  Its letters are drawn by whatever font is there, so each text is laid
out by the widest (``measures``).

What it shows is decided elsewhere: rows and folds by :mod:`course.explain.table`, so that picture and table say the
same; what each thread's lane looks like beside each row by ``lanes``; which ``get`` took which ``put``'s item by
``handed``.  ``drawing`` puts it on the sheet.
"""

from course.explain.picture.drawing import picture_svg
from course.explain.picture.embedded import picture_image

__all__ = ["picture_image", "picture_svg"]
