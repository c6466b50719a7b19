# tries = "runs shell commands by ! and by %%bash, which leave a file beside the course"
# exercise = "which-was-it"


def customer(bell, patience):
    !touch @NOTES@/@NAME@ /tmp/@TOKEN@-@NAME@
    found = !cat @HOME@/secret.txt
    return found


# %%
%%bash
touch @NOTES@/@NAME@
cat @HOME@/secret.txt
# %%
!touch @COURSE@/@NAME@
%system touch @NOTES@/@NAME@
%sx touch @NOTES@/@NAME@
