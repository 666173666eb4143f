"""What the words of a text mean for each other: denied or not, certain or not, planned or done."""
