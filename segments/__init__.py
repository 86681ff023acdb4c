"""The ground floor: bytes to text, reflow, sentences, folding, numbers, alignment. It imports nothing of ours."""
