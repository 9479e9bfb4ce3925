import { html } from 'hono/html'
import type { Letter } from '../../mail/outbox/letter.ts'
import { type Event, eventsOf } from '../model/events.ts'
import { alertWords } from '../../../words/mail.ts'
import { letterDocument, studyLink, type LetterMarkup } from '../../mail/letters/letter-document.ts'

/** One study of a digest, in words. */
export interface DigestStudy {
  readonly title: string
  /** The title is the registry's own, in English. */
  readonly isEnglish?: true
  readonly url: string
  readonly status: string
  /** A treatment on offer outside a study. */
  readonly isOffer: boolean
  /** Its team has not verified it for two years. */
  readonly isStale: boolean
  /** Bits of `eventBit`. */
  readonly events: number
  /** Its nearest site, and how far that is from the place of an alert; or a site in the area of one. */
  readonly nearest?: DigestSite
  /** The alerts that found it. */
  readonly because: readonly string[]
}

interface DigestSite {
  readonly name: string
  /** Undefined for a site in an area. */
  readonly distance?: string
  /** The place or the area that was asked for. */
  readonly from: string
  /** It takes nobody. */
  readonly isClosed?: true
  /** Then this is the nearest that does, where distances are measured. */
  readonly join?: { readonly name: string; readonly distance: string }
}

/** All that a digest says, before it is laid out as text and HTML. */
export interface DigestContent {
  readonly language: 'en' | 'fr'
  /** At most `mostStudies`. */
  readonly studies: readonly DigestStudy[]
  /** How many there are in all. */
  readonly total: number
  readonly moreUrl: string
  readonly manageUrl: string
  readonly stopUrl: string
  /** For the subject line, where the person chose so. */
  readonly topic?: string
}

/** A digest shows so many studies; the rest is behind a link. */
export const mostStudies = 20

/** A digest as mail, in plain text and in HTML that says the same. */
export function digestLetter(content: DigestContent): Letter {
  const { language, total, topic, stopUrl } = content
  const words = alertWords(language).digest
  return {
    subject: topic === undefined ? words.subject(total) : words.subjectWith(topic, total),
    text: textOf(content),
    html: letterDocument(language, words.title(total), htmlOf(content)),
    language,
    stopUrl,
  }
}

function textOf(content: DigestContent): string {
  const words = alertWords(content.language).digest
  const studies = content.studies.map((study, index) => {
    const lines = linesOf(study, content.language).map((line) => `   ${line}`)
    return [`${index + 1}. ${study.title}`, ...lines, `   ${study.url}`].join('\n')
  })
  return [
    words.title(content.total),
    ...studies,
    ...moreLine(content).map((line) => [`${line} ${words.seeAll}`, content.moreUrl].join('\n')),
    words.onlyTheTeam,
    ['-- ', words.why, words.source].join('\n'),
    [words.manage, content.manageUrl].join('\n'),
    [words.stop, content.stopUrl].join('\n'),
  ].join('\n\n')
}

function htmlOf(content: DigestContent): LetterMarkup {
  const words = alertWords(content.language).digest
  return html`
    <ol style="padding-left: 1.5em; margin: 0">
      ${content.studies.map((study) => studyItem(study, content.language))}
    </ol>
    ${moreLine(content).map(
      (line) => html`
        <p>
          ${line}
          <a href="${content.moreUrl}">${words.seeAll}</a>
        </p>
      `,
    )}
    <p>${words.onlyTheTeam}</p>
    <hr style="border: 0; border-top: 1px solid; opacity: 0.3; margin: 24px 0" />
    <p style="font-size: 14px">
      ${words.why}
      <br />
      <a href="${content.manageUrl}">${words.manage}</a>
      <br />
      <a href="${content.stopUrl}">${words.stop}</a>
    </p>
    <p style="font-size: 14px">${words.source}</p>
  `
}

function studyItem(study: DigestStudy, language: 'en' | 'fr'): LetterMarkup {
  return html`
    <li style="margin: 0 0 24px">
      <h2 style="font-size: 18px; line-height: 1.35; margin: 0 0 4px">
        ${studyLink(study.url, study.title, study.isEnglish === true && language !== 'en')}
      </h2>
      ${linesOf(study, language).map(
        (line) => html`
          <div>${line}</div>
        `,
      )}
    </li>
  `
}

/** What both forms say of a study under its title. */
function linesOf(study: DigestStudy, language: 'en' | 'fr'): readonly string[] {
  const words = alertWords(language)
  const { digest } = words
  const happened = eventsOf(study.events).slice(0, 2)
  return [
    ...happened.map((event) => words.events[spokenEvent(event, study)]),
    `${digest.status} ${study.status}`,
    ...(study.isStale ? [words.stale] : []),
    ...nearestLine(study, language),
    `${digest.because} ${study.because.join(' · ')}`,
  ]
}

/** A treatment on offer does not recruit. */
function spokenEvent(event: Event, { isOffer }: DigestStudy): Event | 'available' {
  return event === 'recruiting' && isOffer ? 'available' : event
}

function nearestLine({ nearest }: DigestStudy, language: 'en' | 'fr'): readonly string[] {
  if (!nearest) return []
  const words = alertWords(language).digest
  const { name, distance, from, isClosed, join } = nearest
  const line =
    distance === undefined
      ? words.inside(name, from)
      : `${words.nearest} ${words.away(name, distance, from)}`
  if (join) return [line, words.takesNobody(words.away(join.name, join.distance, from))]
  return isClosed ? [line, words.closed] : [line]
}

function moreLine({ total, studies, language }: DigestContent): readonly string[] {
  const more = total - studies.length
  return more > 0 ? [`${alertWords(language).digest.more(more)}.`] : []
}
