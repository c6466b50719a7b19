# tries = "hides an answer in cell magics that run, write or time a cell"
# exercise = "which-was-it"


def customer(bell, patience):
    pass


# %%
%%writefile @COURSE@/source/event/@NAME@.py
print("in the lesson's folder")
# %%
%%python
open("@NOTES@/@NAME@", "w").close()
# %%
%%time
open("@NOTES@/@NAME@", "w").close()
# %%
%%script false --no-raise-error
open("@NOTES@/@NAME@", "w").close()
