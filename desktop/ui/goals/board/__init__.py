"""The board view of the goals: objectives in broad strokes."""
