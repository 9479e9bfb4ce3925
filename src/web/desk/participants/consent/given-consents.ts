import { can } from '../../../../people/accounts/model/can.ts'
import { consentsOf, ownConsent } from '../../../../study/conduct/derived/own-consent.ts'
import type { KeptFact } from '../../../../study/conduct/model/facts.ts'
import { namedText } from '../../../../study/in-words/telling.ts'
import { momentText } from '../../../../study/in-words/values.ts'
import { html, type Markup } from '../../../shell/markup.ts'
import { link } from '../../../shell/page.ts'
import { lookup } from '../../../shell/parts/phrases.ts'
import { paths } from '../../../shell/paths.ts'
import type { ParticipantView } from '../parts/participant-view.ts'
import { recordedBy } from '../parts/recorded-by.ts'
import { accountIn, type ConsentBeside } from './consent-view.ts'

/** What is due of consent: to sign again by a newer text or version, or for themselves. */
export function dueNotes({ page, of }: ParticipantView): Markup | false {
  const words = page.words.consent.due
  const asked = of.state.questions.filter(({ type }) => type === 'reconsent')
  const own = ownConsent(of)
  const lines = [
    ...asked.map(({ node }) => (node === undefined ? words.reconsentPlain : words.reconsent(node))),
    ...(own === 'due' ? [words.own] : own === 'unknown' ? [words.ownUnknown] : []),
  ]
  return (
    lines.length > 0 &&
    html`
      <div class="note" data-tone="doubt" role="status">
        ${lines.map(
          (line) => html`
            <p>${line}</p>
          `,
        )}
      </div>
    `
  )
}

/** Every consent that stands, the oldest first. */
export function givenConsents(view: ParticipantView, beside: ConsentBeside): Markup {
  const { page, of } = view
  const words = page.words.consent
  const consents = consentsOf(of)
  if (consents.length === 0)
    return html`
      <p>${words.none}</p>
    `
  return html`
    <div class="scroll-x" tabindex="0" role="group" aria-label="${words.caption}">
      <table class="rules">
        <caption class="unseen">${words.caption}</caption>
        <thead>
          <tr>
            <th scope="col">${words.when}</th>
            <th scope="col">${words.who}</th>
            <th scope="col">${words.text}</th>
            <th scope="col">${words.witness}</th>
            <th scope="col">${words.recorded}</th>
          </tr>
        </thead>
        <tbody>${consents.map((consent) => row(view, beside, consent))}</tbody>
      </table>
    </div>
  `
}

function row(view: ParticipantView, { names }: ConsentBeside, consent: KeptFact): Markup {
  const { page, of, telling, actor, lock } = view
  const words = page.words.consent
  const { details = {} } = consent
  const mayCorrect = lock === 'open' && can.recordFacts(actor, of.participant)
  return html`
    <tr>
      <td>${momentText(telling, consent.at)}</td>
      <td data-label="${words.who}">${signerText(view, consent)}</td>
      <td data-label="${words.text}">
        ${textLink(view, consent)}
        ${
          typeof details['hash'] === 'string' &&
          html`
            <span class="small soft">${words.mark(details['hash'].slice(0, 12))}</span>
          `
        }
      </td>
      <td data-label="${words.witness}">${witnessText(view, consent, names)}</td>
      <td data-label="${words.recorded}">
        ${recordedBy(view, consent, names)}
        ${
          mayCorrect &&
          html`
            <a
              class="no-print"
              href="${link(page, paths.participantConsent(of.participant.id), { correct: consent.id })}"
            >
              ${words.form.correctLink}
              <span class="unseen">${momentText(telling, consent.at)}</span>
            </a>
          `
        }
      </td>
    </tr>
  `
}

/** "Both parents or guardians. The child: too young to be asked". */
function signerText({ page }: ParticipantView, { value, details = {} }: KeptFact): string {
  const words = page.words.consent
  const said = (table: Readonly<Record<string, string>>, name: string): string => {
    const code = details[name]
    return typeof code === 'string' ? (lookup(table, code) ?? '') : ''
  }
  const assent = said(words.assents, 'assent')
  return [
    said(words.signers, 'by') || String(value),
    said(words.soleReasons, 'why'),
    assent && namedText(page, words.assent, assent),
  ]
    .filter(Boolean)
    .join(' · ')
}

/** The name of the text, as the way to its words. */
function textLink(view: ParticipantView, consent: KeptFact): Markup {
  const { page, of } = view
  const { form, language } = consent.details ?? {}
  const name = textName(view, consent)
  if (typeof form !== 'string' || typeof language !== 'string')
    return html`
      ${name}
    `
  const href = link(page, paths.studyConsentForm(of.participant.study, form), { language })
  return html`
    <a href="${href}">${name}</a>
  `
}

function textName({ page }: ParticipantView, { details = {} }: KeptFact): string {
  const words = page.words.consent
  const { form, language, medium } = details
  if (typeof form !== 'string') return words.unknownText
  const name = typeof language === 'string' ? lookup(words.form.languages, language) : undefined
  const on = typeof medium === 'string' ? lookup(words.media, medium) : undefined
  return [form, name, on].filter(Boolean).join(', ')
}

function witnessText(
  { page }: ParticipantView,
  { details = {} }: KeptFact,
  names: ReadonlyMap<string, string>,
): string {
  const words = page.words.consent
  const { witness } = details
  if (witness === 'independent') return words.independent
  const account = accountIn(witness)
  if (account === undefined) return words.unknownText
  return names.get(account) ?? words.formerly
}
