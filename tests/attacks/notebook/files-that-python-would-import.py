# tries = "hands in files that Python, pytest, nbgrader or Jupyter would load if they came by"
# exercise = "which-was-it"
# hands_in = true

NAMES = """sitecustomize.py usercustomize.py conftest.py pytest.py course.py solution.py scenarios.py test_event.py
nbgrader_config.py jupyter_config.py pytest.ini pyproject.toml setup.py threading.py queue.py json.py sqlite3.py
.env .jupyter.py alembic.ini""".split()


def hand_in(folder, notebook):
    for name in NAMES:
        (folder / name).write_text("open('@NOTES@/@NAME@', 'w').close()\n")
    for name in ("course", "hidden", "programs", ".ipynb_checkpoints", "source"):
        (folder / name).mkdir()
        for each in ("__init__.py", "test_event.py", "scenarios.py", "moment.py"):
            (folder / name / each).write_text("open('@NOTES@/@NAME@', 'w').close()\n")
