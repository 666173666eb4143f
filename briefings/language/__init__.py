"""What a text says on its surface, in Russian, Kazakh and English, with exact character offsets."""
