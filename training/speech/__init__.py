"""Speech made by machine: sound whose every phone is known exactly in time. Knows nothing of networks."""
