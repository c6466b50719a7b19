# tries = "raises an exception whose text is HTML, Markdown and a script, for the page of whoever reads the feedback"
# exercise = "which-was-it"


def customer(bell, patience):
    raise ValueError("</pre></div><script>injected()</script><img src=x onerror=injected()> [x](javascript:injected()) `")
