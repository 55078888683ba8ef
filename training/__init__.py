"""From data to weights: a program of its own on top of `core`. Knows nothing of windows.

    prepare     films ▸ clips of one face with its voice, in shards; the others are listed with the reason
    train       shards ▸ a run: checkpoints, figures, pictures; stage 1 and stage 2 of the paper are two recipes
                syncnet and mouth are recipes of other networks, each with steps of its own in the same loop or course
    export      a run ▸ a folder of weights that dubs
    finetune    films of one person ▸ all of this, and a verdict on film that was held out
    evaluate    weights, people they were not made with ▸ figures, a page with clips

The method is that of Zhang et al., “MuseTalk: Real-Time High-Fidelity Video Dubbing via Spatio-Temporal Sampling”
(arXiv 2410.10122). Where its authors' published training program does otherwise than the paper, or than their own
inference, ours does on purpose:

*Data*
- Crops are cut by the code that dubs: a landmark box whose border lies on the ridge of the nose. Theirs are a
  detector's box joined with the landmarks, which puts the border elsewhere on every face, and are smoothed before they
  are shrunk, as their inference does not: the network is trained on pictures that it is never given.
- The sound is heard as in dubbing, with the position code, which theirs adds in inference only.
- Clips are judged before they are learned from: one speaker, lips and voice of the same speech and in time, size,
  sharpness. The paper filters; the program does not, and never reads what it notes about a clip's validity.
- The sound of a clip is that under its own pictures. Theirs takes SyncNet's window four seconds early for one sample in
  twenty, those near the end of a clip, and the sound of the film's beginning after 30 seconds.
- Sound and pictures of a clip are cut from one analysis of the film on one clock. Theirs are cut by two programs at key
  frames, with an offset that nobody measures.
- Whole persons are held out, or the end of one person's film. Theirs lists held-out clips and never opens the list;
  its pictures of progress show what was learned from.
- A sample is a number, and everything random follows from it. Theirs draws from one stream for each process.

*Sampling*
- The lists of informative references are made once for a clip, with half of the frames as in the paper, all 17 points
  of the jaw and all 8 of the inner lips. Theirs makes them for every sample anew, with 51 %, one point short of each.
- Where no informative frame is far enough away, any frame that is stands in. Theirs takes one exactly five frames away.
- Margins are drawn in pixels of the crop, not of the film, so that they mean the same for near and distant faces.

*Losses*
- Critics are Wasserstein critics with weight 0.1, as in the paper; the least squares of the program are an option.
  Matching of their features, which the paper does not know and the program always adds, is off.
- Critics see one size, in learning and in judging: faces at 256², lips at 64 × 128 in their own shape. Theirs learn at
  256² and judge at 224², and squeeze lips to a square.
- They begin to be asked when they begin to learn. Theirs are asked untrained, and shrink meanwhile by weight decay.
- All processes share one pair of critics. Theirs has another pair in each, never compared.
- One power iteration of the spectral norms a step, so that a batch in parts is the batch.
- VGG-19 is given the range that it was trained on. Theirs normalises [-1, 1] as if it were [0, 1].

*Lip sync*
- The small sync network is another one than that of the loss: vectors for every frame, what does not change taken away,
  learned by finding the right one of many. Theirs is used as its authors trained it. Persons judge it who it never saw.
- FID, LSE-C and LSE-D are computed here as their authors' programs do, by their networks; theirs ships no evaluation.
  Faces for LSE have a crop's border repeated around them where those programs show the film.

*Steps*
- A step is a move of the optimiser. Theirs counts every part of an accumulated batch, and under its own configuration
  moves the network in the middle of one, also along the gradients of a critic's loss.
- The rate rises and falls over the steps that are made. Theirs falls to seven eighths at most.
- Gradients are clipped, whatever the launcher. Under theirs they are not.
- A run goes on after a kill, bit for bit; theirs keeps no optimiser, no critic and no position, and begins anew.
- A stage begins with the weights that are named. Their second one begins with the first published version's weights
  unless its user renames a file.
- Where the memory does not suffice for all weights, adapters beside them are learned and merged. Theirs knows none.
- Precision and gradient checkpointing are what the recipe says. Theirs reads the setting and computes in float32.
"""
