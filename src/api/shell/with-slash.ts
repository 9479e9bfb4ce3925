/** An address as programs write it: with a slash at its end, or without one. */
export function withSlash(path: string): string[] {
  return [path, `${path}/`]
}
