# 256 bits in hexadecimal, or "" where there are none. 31 bytes at least, though an awk may end a line at NUL, and reads what it
# can of a broken device.
function random_hex(   bytes, line, i, out) {
  for (i = 1; i <= 64 && length(bytes) < 32; i++) {
    if ((getline line < "/dev/urandom") <= 0) break
    bytes = bytes substr(line, 1, 32)
  }
  close("/dev/urandom")
  if (length(bytes) < 32) return ""
  for (i = 1; i <= 32; i++) out = out sprintf("%02x", form_number[substr(bytes, i, 1)])
  return out
}
