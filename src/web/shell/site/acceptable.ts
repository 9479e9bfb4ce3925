/** Whether a reader takes the form in which an address answers; an absent header takes anything. */
export function isAcceptable(path: string, header: string | undefined): boolean {
  const form = formOf(path)
  if (!header || form === undefined) return true
  const [family = ''] = form.split('/')
  const accepted = header.split(',').map((part) => (part.split(';')[0] ?? '').trim().toLowerCase())
  return accepted.some((type) => type === form || type === `${family}/*` || type === '*/*')
}

/** Files whose kind is plain from their name are sent whatever was asked for. */
function formOf(path: string): string | undefined {
  if (path.endsWith('.json')) return 'application/json'
  if (path.endsWith('.csv')) return 'text/csv'
  if (/\.[a-z]+$/.test(path)) return undefined
  return 'text/html'
}
