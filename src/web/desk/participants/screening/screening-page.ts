import { can } from '../../../../people/accounts/model/can.ts'
import { heldSignature, whyVoid } from '../../../../study/conduct/derived/void-signatures.ts'
import type { EnquiryDetails } from '../../../../people/enquiries/model/details.ts'
import type { Signature } from '../../../../study/conduct/model/signature.ts'
import { formOfItem } from '../../../../study/conduct/record/form-items.ts'
import { eligibilityLines } from '../../../../study/in-words/eligibility.ts'
import { titleOf } from '../../../../study/in-words/telling.ts'
import type { CriterionState } from '../../../../study/protocol/state/answers.ts'
import { html, type Markup } from '../../../shell/markup.ts'
import { link } from '../../../shell/page.ts'
import { paths } from '../../../shell/paths.ts'
import { participantLayout } from '../parts/participant-layout.ts'
import type { ParticipantView } from '../parts/participant-view.ts'
import { signatureBlock } from '../parts/signature-block.ts'
import { criteriaTable } from './criteria-table.ts'
import { hintsSection } from './enquiry-hints.ts'

/** What the page of screening shows beside the case. */
export interface ScreeningShown {
  readonly signatures: readonly Signature[]
  readonly hints: EnquiryDetails | undefined
  /** What was done just before: `enrolled` or `signed`. */
  readonly did: string
}

/** Whether somebody fits, criterion by criterion, what is to be found out, and who signed for it. */
export function screeningPage(view: ParticipantView, shown: ScreeningShown): Markup {
  const { page, of } = view
  const words = page.words.screening
  const [answer, ...lines] = eligibilityLines(view.telling, of.state.eligibility)
  return participantLayout(view, {
    title: words.title,
    islands: ['print-button'],
    main: html`
      ${notices(view, shown.did)}
      <h1>${words.title}</h1>
      <p>
        <b>${answer}</b>
        ${lines.join(' ')}
      </p>
      <p class="small soft">${words.version(of.state.version.version)}</p>
      ${recordLinks(view)} ${criteriaTable(view)} ${signSection(view, shown.signatures)}
      ${shown.hints && hintsSection(view, shown.hints)}
      <p class="acts no-print">
        <print-button label="${words.signature.print}"></print-button>
        <a href="${link(page, paths.participant(of.participant.id))}">${words.signature.back}</a>
      </p>
    `,
  })
}

function notices({ page, of }: ParticipantView, did: string): Markup | false {
  const { enrolment, screening } = page.words
  if (did === 'signed')
    return html`
      <p class="notice" role="status">${screening.signature.done}</p>
    `
  return (
    did === 'enrolled' &&
    html`
      <div class="note flow" data-tone="open" role="status">
        <h2>${enrolment.enrolled(of.participant.number)}</h2>
        <p>${enrolment.enrolledNext}</p>
        <p class="no-print">
          <a href="${link(page, paths.participantDates(of.participant.id))}">${enrolment.dates}</a>
        </p>
      </div>
    `
  )
}

/** The ways to record what is missing: one form of all that has no page of its own, and the page of consent. */
function recordLinks(view: ParticipantView): Markup | false {
  const { page, actor, of, lock } = view
  const words = page.words.screening
  const items = missingItems(of.state.eligibility.criteria)
    .flatMap((id) => of.protocol.items.find((item) => item.id === id) ?? [])
    .map((item) => ({ id: item.id, form: formOfItem(of.protocol, item) }))
  const plain = items.filter(({ form }) => form === 'record').map(({ id }) => id)
  const needsConsent = items.some(({ form }) => form === 'consent')
  if (items.length === 0 || lock !== 'open' || !can.recordFacts(actor, of.participant)) return false
  const { id } = of.participant
  const query = new URLSearchParams(plain.map((item) => ['item', item]))
  return html`
    <p class="acts no-print">
      ${
        plain.length > 0 &&
        html`
          <a class="button" href="${link(page, paths.participantRecord(id), query)}">
            ${words.record}
          </a>
        `
      }
      ${
        needsConsent &&
        html`
          <a class="button button-quiet" href="${link(page, paths.participantConsent(id))}">
            ${words.consent}
          </a>
        `
      }
    </p>
  `
}

/** Items that nobody recorded yet and a criterion waits for, each once. */
function missingItems(criteria: readonly CriterionState[]): readonly string[] {
  const open = criteria.filter(({ effect }) => effect === 'open')
  const found = open.flatMap(({ missing, members }) => [
    ...missing.map(({ item }) => item),
    ...missingItems(members),
  ])
  return [...new Set(found)]
}

function signSection(view: ParticipantView, signatures: readonly Signature[]): Markup {
  const { of, page } = view
  const words = page.words.screening.sign
  const own = signatures.filter(({ meaning }) => meaning === 'eligibility')
  const held = heldSignature(own, 'eligibility', of)
  const old = own.filter((one) => one.id !== held?.id && whyVoid(one, of) !== undefined)
  return html`
    <section class="flow" aria-labelledby="sign-title">
      <h2 id="sign-title">${words.title}</h2>
      ${held ? signatureBlock(view, held) : toSign(view)}
      ${old.map((one) => signatureBlock(view, one))}
    </section>
  `
}

/** The way to sign, or what stands in the way. */
function toSign({ page, of, telling, actor, lock }: ParticipantView): Markup {
  const words = page.words.screening.sign
  const { answer, by } = of.state.eligibility
  const { id } = of.participant
  if (answer !== 'yes')
    return html`
      <p>${words.none} ${words.cannot}</p>
      <ul>
        ${by.map(
          (criterion) => html`
            <li>${titleOf(telling, criterion)}</li>
          `,
        )}
      </ul>
    `
  const maySign = can.signAsInvestigator(actor, of.participant) && lock === 'open'
  return html`
    <p>${words.none} ${!maySign && words.who}</p>
    ${
      maySign &&
      html`
        <p class="acts no-print">
          <a
            class="button"
            href="${link(page, paths.participantSignature(id), { meaning: 'eligibility' })}"
          >
            ${words.button}
          </a>
        </p>
      `
    }
  `
}
