"""The window: shows values and asks `core` for work. Decides nothing about faces, sound or films itself."""
