"""Makes what search knows about meanings: a table of word vectors, dictionaries and a glossary (docs/search-model.md)."""
