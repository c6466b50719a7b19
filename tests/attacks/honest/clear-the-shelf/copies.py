def clear_shelf(shelf):
    return list(shelf.queue)
