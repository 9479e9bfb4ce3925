/** Whether a browser would rather read French than English, by its `Accept-Language`. */
export function prefersFrench(header: string | undefined): boolean {
  if (!header) return false
  return weightOf(header, 'fr') > weightOf(header, 'en')
}

function weightOf(header: string, language: string): number {
  let best = 0
  for (const part of header.slice(0, 500).split(',')) {
    const [tag = '', ...settings] = part.split(';')
    if (tag.trim().toLowerCase().split('-')[0] !== language) continue
    best = Math.max(best, weight(settings))
  }
  return best
}

function weight(settings: readonly string[]): number {
  const setting = settings.map((each) => each.trim()).find((each) => each.startsWith('q='))
  const value = setting === undefined ? 1 : Number(setting.slice(2))
  return Number.isFinite(value) ? value : 0
}
