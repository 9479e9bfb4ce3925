import type { Context } from 'hono'
import { addNote, correct, type SeekersWord } from '../../../people/enquiries/seeker.ts'
import type { App } from '../../shell/app.ts'
import { link } from '../../shell/page.ts'
import { paths } from '../../shell/paths.ts'
import { type OpenedLink, showEnquiry } from './open-link.ts'
import { readCorrection } from './read-correction.ts'

/** Adds a note for the site. */
export async function addWord(
  c: Context,
  app: App,
  opened: OpenedLink,
  form: URLSearchParams,
): Promise<Response> {
  const text = (form.get('text') ?? '').replace(/\r\n?/g, '\n').toWellFormed()
  const word = await addNote(app.people, opened.view.id, text, app.now())
  return afterWord(c, app, opened, { word, form: 'note', typed: form, did: 'noted' })
}

/** Puts right what was said before. */
export async function putRight(
  c: Context,
  app: App,
  opened: OpenedLink,
  form: URLSearchParams,
): Promise<Response> {
  const { problems, correction } = readCorrection(opened.page, form, opened.view.details)
  if (!correction) return showEnquiry(c, app, opened, { form: 'fix', problems, typed: form })
  const word = await correct(app.people, opened.view.id, correction, app.now())
  return afterWord(c, app, opened, { word, form: 'fix', typed: form, did: 'corrected' })
}

interface Word {
  readonly word: SeekersWord
  readonly form: 'note' | 'fix'
  readonly typed: URLSearchParams
  readonly did: string
}

/** Back to the page with what was done, or with what was typed and why it cannot be taken. */
function afterWord(
  c: Context,
  app: App,
  opened: OpenedLink,
  { word, form, typed, did }: Word,
): Response | Promise<Response> {
  const { page, sent } = opened
  const words = page.words.enquiry.status
  if (word === 'done') return c.redirect(link(page, paths.enquiry(sent), { did }), 303)
  const texts = {
    empty: words.noteEmpty,
    'too-long': words.noteLong,
    'too-many': words.tooMany,
    unsent: words.leads.asked,
    gone: words.goneText,
  } as const
  const field = form === 'note' ? 'text' : 'message'
  return showEnquiry(c, app, opened, { form, problems: [{ field, text: texts[word] }], typed })
}
