import { html } from 'hono/html'
import { letterDocument, type LetterMarkup, studyLink } from '../../mail/letters/letter-document.ts'
import type { Letter } from '../../mail/outbox/letter.ts'
import { watchWords } from '../../../words/watches.ts'

/** One study of a mail: by its number alone, or as much as a mail says of it. */
export interface ToldStudy {
  readonly nctId: string
  readonly kind: 'new' | 'changed'
  readonly url: string
  /** In words, where the studies were asked for whole. */
  readonly whole?: { readonly title: string; readonly isEnglish: boolean; readonly status: string }
}

/** All that a mail of a subscription says. */
export interface ToldStudies {
  readonly language: 'en' | 'fr'
  /** None where only that something changed was asked for. */
  readonly studies: readonly ToldStudy[]
  readonly total: number
  readonly stopUrl: string
}

/** What a subscription found, as mail: text, and HTML that says the same. */
export function watchLetter(told: ToldStudies): Letter {
  const { language, total, stopUrl } = told
  const words = watchWords(language)
  return {
    subject: words.notice.title(total),
    text: textOf(told),
    html: letterDocument(language, words.notice.title(total), htmlOf(told)),
    language,
    stopUrl,
  }
}

function textOf({ language, studies, total, stopUrl }: ToldStudies): string {
  const words = watchWords(language).notice
  return [
    words.title(total),
    ...studies.map((study) =>
      [nameOf(study), ...linesOf(study, language), study.url].filter(Boolean).join('\n'),
    ),
    ...moreOf({ studies, total, language }),
    words.onlyTheTeam,
    ['-- ', words.why, words.source].join('\n'),
    [words.stop, stopUrl].join('\n'),
  ].join('\n\n')
}

function htmlOf({ language, studies, total, stopUrl }: ToldStudies): LetterMarkup {
  const words = watchWords(language).notice
  return html`
    <ul style="padding-left: 1.5em; margin: 0">
      ${studies.map(
        (study) => html`
          <li style="margin: 0 0 16px">
            ${studyLink(study.url, nameOf(study), study.whole?.isEnglish === true && language !== 'en')}
            ${linesOf(study, language).map(
              (line) => html`
                <div>${line}</div>
              `,
            )}
          </li>
        `,
      )}
    </ul>
    ${moreOf({ studies, total, language }).map(
      (line) => html`
        <p>${line}</p>
      `,
    )}
    <p>${words.onlyTheTeam}</p>
    <hr style="border: 0; border-top: 1px solid; opacity: 0.3; margin: 24px 0" />
    <p style="font-size: 14px">
      ${words.why}
      <br />
      <a href="${stopUrl}">${words.stop}</a>
    </p>
    <p style="font-size: 14px">${words.source}</p>
  `
}

function nameOf({ nctId, whole }: ToldStudy): string {
  return whole ? `${whole.title} (${nctId})` : nctId
}

function linesOf({ kind, whole }: ToldStudy, language: 'en' | 'fr'): readonly string[] {
  const words = watchWords(language).notice
  return [words[kind], ...(whole ? [`${words.status} ${whole.status}`] : [])]
}

function moreOf({
  studies,
  total,
  language,
}: Pick<ToldStudies, 'studies' | 'total' | 'language'>): readonly string[] {
  const words = watchWords(language).notice
  if (studies.length === 0) return [words.notNamed]
  return studies.length < total ? [words.more(total - studies.length)] : []
}
