"""A voice that is being spoken moves a face, now. Knows no window; what is recorded and shown elsewhere is handed on.

source    where the sound comes from: a microphone, or a file at the pace of real time
hearing   sound ─▶ noise gate ─▶ 16 kHz ─▶ the engine's stream
face      the picture: a still, a held frame or a clip there and back; made ready once and kept
pace      which pictures are made when the machine cannot make all of them
session   the loop: what is new is heard, the newest picture that can be made is made and handed on
figures   how late pictures are and why, measured on every one of them
monitor, recording, camera        what hears and takes the pictures
"""
