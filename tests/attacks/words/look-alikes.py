# tries = "uses names that look like those of the exercise, and letters that Python takes for them"
# exercise = "which-was-it"


def сustomer(bell, patience):
    return "bought"


def 𝖈𝖚𝖘𝖙𝖔𝖒𝖊𝖗(bell, patience):
    raise ValueError("ﬁ ℂ ｘ")
