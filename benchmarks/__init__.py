"""How long onrecord takes beside other generators, given the same briefings."""
