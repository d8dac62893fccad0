# How any text is printed: without control characters, and cut.

function printable(text) {
  gsub(/[\t\r\n]/, " ", text)
  gsub(/[^ -~]/, "?", text)
  return (length(text) > 400) ? substr(text, 1, 400) "..." : text
}
