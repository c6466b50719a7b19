# tries = "loads an extension, runs a file and changes the folder by line magics inside of its answer"
# exercise = "which-was-it"
# honest = "bought"


def customer(bell, patience):
    %run @COURSE@/source/event/hidden/test_event.py
    %load @COURSE@/source/event/hidden/test_event.py
    %cd @COURSE@
    %env GRADING_TOKEN
    return "bought"


# %% before
%load_ext autoreload
%autoreload 2
%config InlineBackend.rc = {}
%pylab
