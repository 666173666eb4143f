"""A digest becomes one mail, and the mail goes to each recipient once."""
