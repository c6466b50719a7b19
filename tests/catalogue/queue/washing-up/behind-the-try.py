# kind = "right"
# variant = "task_done() stands behind the try, which catches everything"
# loses = []

def help_out(sink, wash, problems):
    while True:
        tray = sink.get()
        try:
            wash(tray)
        except Exception as problem:
            problems.append(problem)
        sink.task_done()
