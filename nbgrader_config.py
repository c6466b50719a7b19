"""What nbgrader is told about this course: where it is, what stays private, and who grades.

Read by every `nbgrader` command that runs in this folder and by formgrader.  The plain commands work
unchanged; what differs from stock nbgrader is that a submission is never executed here: its cells are
judged under every schedule, in processes of their own (`course/grading`).
"""

import os
import sys

from course.grading.autograde.preflight import install
from course.grading.submissions.pages import TEMPLATES

c = get_config()  # noqa: F821 - given by the loader of this file

c.CourseDirectory.course_id = "threads"
c.CourseDirectory.root = os.path.dirname(os.path.abspath(__file__))

# "hidden" keeps source/<assignment>/hidden, the checks that decide, out of release/ and autograded/.
c.CourseDirectory.ignore = [
    ".ipynb_checkpoints",
    "*.pyc",
    "__pycache__",
    ".pytest_cache",
    ".mypy_cache",
    ".ruff_cache",
    "feedback",
    "hidden",
]

# Whatever is handed in is read with care, and mended where it is damaged, before nbgrader looks at it; nbgrader's own
# steps find nothing left to do (course/grading/autograde/preflight.py).
c.Autograde.exporter_class = "course.grading.autograde.preflight.SubmissionExporter"
c.Autograde.sanitize_preprocessors = [
    "nbgrader.preprocessors.ClearOutput",
    "nbgrader.preprocessors.OverwriteKernelspec",
    "nbgrader.preprocessors.OverwriteCells",
    "nbgrader.preprocessors.CheckCellMetadata",
]
install()

# As in stock nbgrader, but `Grade` stands where `Execute` was (no kernel is started), and the scores are
# taken from the verdicts instead of from a printed number.
c.Autograde.autograde_preprocessors = [
    "course.grading.autograde.preprocessors.Grade",
    "nbgrader.preprocessors.IgnorePattern",
    "nbconvert.preprocessors.ClearMetadataPreprocessor",
    "nbgrader.preprocessors.LimitOutput",
    "course.grading.autograde.preprocessors.SaveGrades",
    "nbgrader.preprocessors.AssignLatePenalties",
    "nbgrader.preprocessors.CheckCellMetadata",
]

# A notebook is validated when the steps of a round are done, and not after each of them as well.
c.Exporter.optimistic_validation = True

# Formgrader and the feedback show what students wrote; no script of theirs runs there.
c.TemplateExporter.filters = {"markdown2html": "course.grading.submissions.pages.markdown2html"}
c.HTMLExporter.extra_template_basedirs = [str(place) for place in TEMPLATES]

# nbgrader starts `alembic` by name when it makes a gradebook; it stands beside this Python, also where
# the environment was not activated.
beside = os.path.dirname(sys.executable)
if beside not in os.environ.get("PATH", "").split(os.pathsep):
    os.environ["PATH"] = os.pathsep.join([beside, os.environ.get("PATH", os.defpath)])
