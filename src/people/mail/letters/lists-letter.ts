import { html } from 'hono/html'
import type { Letter } from '../outbox/letter.ts'
import { letterDocument } from './letter-document.ts'

/** What a letter of lists says. */
export interface ListsWords {
  readonly subject: string
  readonly title: string
  readonly lead: string
  /** Each with its own heading. */
  readonly lists: readonly { readonly heading: string; readonly lines: readonly string[] }[]
  readonly button: string
  readonly limits: string
  readonly often: string
  readonly stop: string
}

/** A letter of some lists that comes again and again: it leads to one page, and to the one that stops its stream. */
export function listsLetter(
  language: 'en' | 'fr',
  said: ListsWords,
  { url, stopUrl }: { readonly url: string; readonly stopUrl: string },
): Letter {
  const body = html`
    <p>${said.lead}</p>
    ${said.lists.map(
      ({ heading, lines }) => html`
        <h2 style="font-size: 18px; margin: 16px 0 4px">${heading}</h2>
        <ul style="margin: 0">
          ${lines.map(
            (line) => html`
              <li>${line}</li>
            `,
          )}
        </ul>
      `,
    )}
    <p><a href="${url}" style="font-size: 18px; font-weight: bold">${said.button}</a></p>
    <p>${said.limits}</p>
    <p>
      ${said.often}
      <a href="${stopUrl}">${said.stop}</a>
    </p>
  `
  const text = [
    said.title,
    said.lead,
    ...said.lists.map(({ heading, lines }) =>
      [heading, ...lines.map((line) => `- ${line}`)].join('\n'),
    ),
    `${said.button}\n${url}`,
    said.limits,
    `${said.often}\n${said.stop}\n${stopUrl}`,
  ]
  return {
    subject: said.subject,
    text: text.join('\n\n'),
    html: letterDocument(language, said.title, body),
    language,
    stopUrl,
  }
}
