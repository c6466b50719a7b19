# tries = "writes a constant that the compiler itself would compute: powers of powers, products of texts"
# exercise = "which-was-it"


def customer(bell, patience):
    return 10 ** 10 ** 8 if patience else "a" * 10**10 * 10**10


# %%
can_sell = {10 ** 10 ** 8, (1 << 10**10), -(-(2**63) ** 2**20)}
forever = "x" * 10**10
