"""All the shared parts, under one roof: `from parts import stand, bubble, ...`.

ink      shapes, colours, moving and writing them
looks    who is in a drawing, by rule; heads
people   bodies, arms that reach, the active wheelchair
hands    large hands in several poses
things   signs, bubbles, paper, tools, money, furniture
places   houses, public buildings, doors, ramps
"""

# ruff: noqa: F403
from hands import *
from ink import *
from looks import *
from people import *
from places import *
from things import *
