"""Parts of the window that belong to one task. They know widgets, the document and callbacks."""
