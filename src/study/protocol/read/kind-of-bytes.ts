/** True for text in UTF-16, as spreadsheets save it: told by its mark, or by the empty half of its first sign. */
export function looksUtf16([a, b]: Uint8Array): boolean {
  if (a === undefined || b === undefined) return false
  const isMarked = (a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff)
  return isMarked || (a === 0) !== (b === 0)
}

/** True for bytes that no text begins with: archives, pictures, compressed files. */
export function looksBinary(bytes: Uint8Array): boolean {
  const [tab, newline, carriageReturn] = [9, 10, 13]
  return bytes
    .subarray(0, 1024)
    .some((byte) => byte < 32 && byte !== tab && byte !== newline && byte !== carriageReturn)
}
