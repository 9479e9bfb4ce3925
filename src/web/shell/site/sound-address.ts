const longestAddress = 8192

/** What is wrong with an address before anything else reads it; undefined when it is sound. */
export function addressFault(url: string): 'tooLong' | 'address' | undefined {
  if (url.length > longestAddress) return 'tooLong'
  const { pathname, search } = new URL(url)
  return isText(pathname) && isText(search) ? undefined : 'address'
}

/** Percent-encoding must be of valid UTF-8 without NUL; lone surrogates and `%ff` are not. */
function isText(encoded: string): boolean {
  try {
    return !decodeURIComponent(encoded).includes('\0')
  } catch {
    return false
  }
}
