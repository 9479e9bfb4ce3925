import { hash } from 'node:crypto'
import type { Context } from 'hono'

/** Answers with a report: a page of its own with its own style sheet, which alone it may use. */
export function reportDocument(c: Context, text: string): Response | Promise<Response> {
  const [, style = ''] = /<style>([^]*?)<\/style>/.exec(text) ?? []
  const allowed = hash('sha256', style, 'base64')
  c.header(
    'Content-Security-Policy',
    `default-src 'none'; style-src 'sha256-${allowed}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
  )
  return c.html(text)
}
