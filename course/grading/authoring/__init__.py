"""What an author makes: the release, the learners' kit, and a new exercise.

`release` makes the students' version of each lesson, `kit` an archive for who has no clone, and `scaffold` begins an
exercise that works; `desk` lays out a learner's own copy in a clone, and `drafts` writes files whole or not at all.
"""
