"""What moved a KPI: its parts as a tree, with what each contributed between two periods."""
