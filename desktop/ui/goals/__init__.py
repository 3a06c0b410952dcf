"""The Goals page: the tree of goals and the editor of one."""
