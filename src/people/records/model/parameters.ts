/** A value as both databases take it: a moment as text, yes and no as 1 and 0, nothing as null. */
export function toParameter(value: unknown): unknown {
  if (value === undefined) return null
  if (typeof value === 'boolean') return value ? 1 : 0
  if (value instanceof Date) return value.toISOString()
  return value
}
