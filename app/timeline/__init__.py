"""The timeline: geometry without Qt, painting, and the widget that a person works with."""
