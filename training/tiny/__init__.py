"""The whole method at a size that a processor gets through: painted presenters, a small autoencoder, a small U-Net.

    painted presenters ▸ clips ▸ autoencoder ▸ stage 1 ▸ stage 2 ▸ weights ▸ a dubbed film, and figures

Sampling, losses, stages and the way weights are used are those of the method; networks and pictures are small. What a
mouth should do is known exactly, so that lips can be judged without any network that learned to judge them.
"""
