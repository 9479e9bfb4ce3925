/** All that some names lead to, in any number of steps: themselves only where something leads back to them. */
export function reachedFrom(
  names: readonly string[],
  next: (name: string) => readonly string[],
): ReadonlySet<string> {
  const reached = new Set<string>()
  const open = names.flatMap(next)
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (reached.has(name)) continue
    reached.add(name)
    open.push(...next(name))
  }
  return reached
}
