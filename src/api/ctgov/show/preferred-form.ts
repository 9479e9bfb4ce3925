import type { Context } from 'hono'
import type { ServedForm } from './served-record.ts'

/**
 * Whether a program wants what was recorded alone, by `Prefer: added=none` (RFC 7240), as who copies the catalogue does. The reply says
 * that it was heard.
 */
export function preferredForm(c: Context): ServedForm {
  c.header('Vary', 'Prefer', { append: true })
  if (!/(?:^|[,;\s])added\s*=\s*"?none"?(?:$|[,;\s])/i.test(c.req.header('prefer') ?? ''))
    return 'completed'
  c.header('Preference-Applied', 'added=none')
  return 'recorded'
}
