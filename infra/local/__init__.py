"""The local stack: the product's own template on an AWS emulator inside this process.

Nothing in here is part of the product, and the product knows nothing of it.
"""
