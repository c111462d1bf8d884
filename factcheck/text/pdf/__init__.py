"""PDF files to pieces: glyphs -> lines -> columns -> paragraphs -> roles, in a process of its own."""
