# tries = "raises texts that a template or str.format would fill in: braces, percent signs, dollars"
# exercise = "which-was-it"


def customer(bell, patience):
    if patience == 10:
        return "{outcome.execution.__class__.__init__.__globals__} {0} %s %(x)s {{ 7*7 }} {% include 'x' %} ${HOME}"
    raise ValueError("{outcome.__class__} {{ resources }} %d {} {0} }{ {outcome.result[answer]}")
