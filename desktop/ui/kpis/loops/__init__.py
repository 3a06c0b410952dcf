"""Growth loops: rings of steps, and what each step passes on to the next."""
