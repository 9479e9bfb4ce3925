import { html } from 'hono/html'
import type { Letter } from '../outbox/letter.ts'
import { letterDocument } from './letter-document.ts'

/** What a letter with one button says. */
export interface OneButtonWords {
  readonly subject: string
  readonly title: string
  readonly text: string
  readonly button: string
  readonly limits: string
}

/** A letter that says one thing and leads to one page. */
export function oneButton(language: 'en' | 'fr', said: OneButtonWords, url: string): Letter {
  const body = html`
    <p>${said.text}</p>
    <p><a href="${url}" style="font-size: 18px; font-weight: bold">${said.button}</a></p>
    <p>${said.limits}</p>
  `
  return {
    subject: said.subject,
    text: [said.title, said.text, `${said.button}\n${url}`, said.limits].join('\n\n'),
    html: letterDocument(language, said.title, body),
    language,
  }
}
