import { html } from 'hono/html'
import type { Letter } from '../../mail/outbox/letter.ts'
import { alertWords } from '../../../words/mail.ts'
import { letterDocument } from './letter-document.ts'

/** Asks the owner of an address whether they want what was asked. It does not say what: it may be a stranger. */
export function confirmLetter(language: 'en' | 'fr', url: string): Letter {
  return oneButton(language, alertWords(language).confirm, url)
}

/** The way to a person's alerts. */
export function manageLetter(language: 'en' | 'fr', url: string): Letter {
  return oneButton(language, alertWords(language).manage, url)
}

interface Said {
  readonly subject: string
  readonly title: string
  readonly text: string
  readonly button: string
  readonly limits: string
}

function oneButton(language: 'en' | 'fr', said: Said, url: string): Letter {
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
