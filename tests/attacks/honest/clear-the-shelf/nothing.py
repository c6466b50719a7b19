def clear_shelf(shelf):
    return []
