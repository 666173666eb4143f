"""An article becomes a draft: by a model, or by extraction. Nothing in a draft has been checked."""
