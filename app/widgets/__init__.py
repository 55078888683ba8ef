"""Widgets that show one value and say what the person did to it. They know values only: no project, no worker."""
