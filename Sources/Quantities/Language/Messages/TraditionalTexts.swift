// Made by `scripts/catalog`; not to be edited.

let traditionalTexts = #"""
  """#
