"""The screens: documents, editor, review, concordance, help."""
