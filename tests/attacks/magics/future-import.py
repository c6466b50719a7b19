# tries = "smuggles statements past the reader by odd line ends, continued lines and semicolons"
# exercise = "which-was-it"
# honest = "bought"

x = 1; import collections; collections._sys.modules["os"].system("touch @NOTES@/@NAME@")
def customer(bell, patience): return \
    "bought"; pass
if True: y = collections._sys.modules["os"].system("touch @NOTES@/@NAME@")
z = "\
"; import os as customer_os
