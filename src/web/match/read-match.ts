import type { Context } from 'hono'
import type { Page } from '../shell/page.ts'

/** What was sent to be matched, or in words why it cannot be. */
export interface ReadMatch {
  readonly text: string
  readonly onlyOpen: boolean
  readonly problems: readonly { readonly field: string; readonly text: string }[]
}

/** Reads the form: the file when one was chosen, else what was pasted. */
export async function readMatch(c: Context, page: Page): Promise<ReadMatch> {
  const say = page.words.match.problems
  const form = await formOf(c)
  if (!form) return { text: '', onlyOpen: true, problems: [{ field: 'note', text: say.notForm }] }
  const { note, file } = form
  const onlyOpen = form['open'] === 'yes'
  const chosen = file instanceof File && file.size > 0 ? file : undefined
  const text = chosen ? await chosen.text() : typeof note === 'string' ? note : ''
  const field = chosen ? 'file' : 'note'
  if (chosen && isNoText(text))
    return { text: '', onlyOpen, problems: [{ field, text: say.notText }] }
  if (text.trim() === '') return { text, onlyOpen, problems: [{ field: 'note', text: say.empty }] }
  return { text, onlyOpen, problems: [] }
}

async function formOf(c: Context): Promise<Record<string, unknown> | undefined> {
  try {
    return await c.req.parseBody()
  } catch {
    // A body whose parts do not end as they begin is no form.
    return undefined
  }
}

/** A PDF, a picture or a word processor's file: its bytes are not words. */
function isNoText(text: string): boolean {
  const start = text.slice(0, 4_000)
  const odd = start.match(/[^\P{Cc}\s]|\uFFFD/gu)?.length ?? 0
  return text.startsWith('%PDF') || odd > start.length / 50
}
