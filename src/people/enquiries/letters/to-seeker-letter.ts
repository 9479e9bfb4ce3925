import { html } from 'hono/html'
import { letterDocument } from '../../mail/letters/letter-document.ts'
import { oneButton } from '../../mail/letters/one-button.ts'
import type { Letter } from '../../mail/outbox/letter.ts'
import { enquiryMailWords } from '../../../words/enquiry-mail.ts'
import type { SiteLabel } from '../model/enquiry.ts'
import {
  type LetterFacts,
  type PromisedMoment,
  siteName,
  spokenPromise,
  wordsFor,
} from './letter-facts.ts'

/** What a seeker is told of their enquiry. What the site decided stands on their page alone. */
export type SeekerNews =
  | { readonly kind: 'sent' | 'introduced'; readonly by: PromisedMoment }
  /** One change or several. */
  | { readonly kind: 'change' }
  /** The site is late; another one that could be asked. */
  | { readonly kind: 'late'; readonly other?: SiteLabel }
  /** It still is, a week later. */
  | { readonly kind: 'waiting' }
  /** Nobody answered, and it is closed. */
  | { readonly kind: 'ended' }
  /** The study takes nobody any more. */
  | { readonly kind: 'over' }
  /** It could not be sent to the site. */
  | { readonly kind: 'unsent' }

/** Tells a seeker what became of their enquiry, with the way to their page. */
export function toSeekerLetter(facts: LetterFacts, news: SeekerNews): Letter {
  const { say, number } = wordsFor(facts)
  const { button, limits } = say.seeker
  const said = seekerWords(facts, news)
  return oneButton(facts.language, { ...said, button, limits: limits(number) }, facts.url)
}

/** Tells a seeker of several enquiries in one mail. */
export function severalLetter(
  language: 'en' | 'fr',
  items: readonly { readonly facts: LetterFacts; readonly news: SeekerNews }[],
): Letter {
  const { several, button } = enquiryMailWords(language).seeker
  const said = items.map(({ facts, news }) => ({
    heading: several.item(facts.caseNumber),
    text: seekerWords({ ...facts, language }, news).text,
    url: facts.url,
  }))
  const body = html`
    ${said.map(
      ({ heading, text, url }) => html`
        <h2 style="font-size: 18px; margin: 24px 0 8px">${heading}</h2>
        <p>${text}</p>
        <p><a href="${url}" style="font-weight: bold">${button}</a></p>
      `,
    )}
    <p>${several.limits}</p>
  `
  const texts = said.map(({ heading, text, url }) => `${heading}\n${text}\n${button}\n${url}`)
  return {
    subject: several.subject(items.length),
    text: [several.title, ...texts, several.limits].join('\n\n'),
    html: letterDocument(language, several.title, body),
    language,
  }
}

function seekerWords(
  facts: LetterFacts,
  news: SeekerNews,
): { readonly subject: string; readonly title: string; readonly text: string } {
  const { say, number, site } = wordsFor(facts)
  switch (news.kind) {
    case 'sent':
    case 'introduced': {
      const { subject, title, text, introduced } = say.seeker.sent
      const said = news.kind === 'sent' ? text : introduced
      const by = spokenPromise(facts.language, news.by)
      return { subject: subject(number), title, text: said(site, by) }
    }
    case 'late': {
      const { subject, title, text, introduced, other } = say.seeker.late
      const name = news.other && siteName(news.other)
      const said = facts.isIntroduced ? introduced : text
      const lines = [said(site), ...(name === undefined ? [] : [other(name)])]
      return { subject: subject(number), title, text: lines.join(' ') }
    }
    case 'waiting':
    case 'ended': {
      const { subject, title, text, introduced } = say.seeker[news.kind]
      return {
        subject: subject(number),
        title,
        text: facts.isIntroduced ? introduced(site) : text(site),
      }
    }
    case 'change':
    case 'over':
    case 'unsent': {
      const { subject, title, text } = say.seeker[news.kind]
      return { subject: subject(number), title, text: text(site) }
    }
  }
}
