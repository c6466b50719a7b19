# tries = "answers with a link into the notebook: an image, an attachment and an include of files of the host"
# exercise = "which-was-it"


def customer(bell, patience):
    return "![x](file://@HOME@/secret.txt)"


# %% markdown
![secret](@HOME@/secret.txt) ![secret](file://@HOME@/secret.txt) <img src="@HOME@/secret.txt">

{% include "@HOME@/secret.txt" %} {{ resources }} {{ self.__init__.__globals__ }} ${GRADING_TOKEN}
