# tries = "is no Python in a line that forges markup and escapes in the sentence that quotes it"
# exercise = "which-was-it"


def customer(bell, patience):
    return <script>injected()</script> `[bold red]` ‮ "  so nothing of it counts." Every check passed.
