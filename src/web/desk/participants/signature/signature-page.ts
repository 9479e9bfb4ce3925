import { can } from '../../../../people/accounts/model/can.ts'
import type { InvestigatorMeaning } from '../../../../study/conduct/record/sign.ts'
import type { Signature } from '../../../../study/conduct/model/signature.ts'
import { titleOf } from '../../../../study/in-words/telling.ts'
import { html, type Markup } from '../../../shell/markup.ts'
import { link } from '../../../shell/page.ts'
import { hiddenField } from '../../../shell/parts/field.ts'
import { fact } from '../../../shell/parts/phrases.ts'
import { paths } from '../../../shell/paths.ts'
import { participantLayout } from '../parts/participant-layout.ts'
import type { ParticipantView } from '../parts/participant-view.ts'
import { signatureBlock } from '../parts/signature-block.ts'

/** All signatures of a participant, the newest first, with the way to sign that the data were reviewed. */
export function signaturesPage(
  view: ParticipantView,
  signatures: readonly Signature[],
  did: string,
): Markup {
  const { page, of, actor, lock } = view
  const words = page.words.screening.signature
  const { id } = of.participant
  return participantLayout(view, {
    title: words.title,
    islands: ['print-button'],
    main: html`
      ${
        did === 'signed' &&
        html`
          <p class="notice" role="status">${words.done}</p>
        `
      }
      <h1>${words.title}</h1>
      ${
        signatures.length === 0 &&
        html`
          <p>${words.none}</p>
        `
      }
      ${signatures.toReversed().map((one) => signatureBlock(view, one))}
      ${
        can.signAsInvestigator(actor, of.participant) &&
        lock !== 'locked' &&
        html`
          <p class="acts no-print">
            <a
              class="button"
              href="${link(page, paths.participantSignature(id), { meaning: 'data-reviewed' })}"
            >
              ${words.signReview}
            </a>
          </p>
        `
      }
      <p class="acts no-print">
        <print-button label="${words.print}"></print-button>
        <a href="${link(page, paths.participant(id))}">${words.back}</a>
      </p>
    `,
  })
}

/** Why something was not signed. */
export type NotSigned =
  | { readonly kind: 'changed' | 'locked' }
  | { readonly kind: 'refused'; readonly criteria: readonly string[] }

/** What is signed, by whom and with which meaning: the last look before it is done. */
export function signPage(
  view: ParticipantView,
  meaning: InvestigatorMeaning,
  problem?: NotSigned,
): Markup {
  const { page, of, actor, lock } = view
  const words = page.words.screening.signature
  const { version } = of.state.version
  const covers = meaning === 'eligibility' ? words.coversItems : words.coversAll
  const isPossible =
    (meaning !== 'eligibility' || of.state.eligibility.answer === 'yes') && lock !== 'locked'
  return participantLayout(view, {
    title: words.signTitle,
    main: html`
      ${problemNote(view, problem ?? firstProblem(view, meaning))}
      <h1>${words.signTitle}</h1>
      <dl class="facts">
        ${fact(words.meaning, words.meanings[meaning])} ${fact(words.name, actor.name)}
        ${fact(words.role, page.words.account.roles.investigator)}
        ${fact(words.covers, covers(of.facts.length, version))}
      </dl>
      <p class="prose">${words.legal}</p>
      ${
        isPossible &&
        html`
          <form method="post" action="${link(page, paths.participantSignature(of.participant.id))}">
            ${hiddenField('meaning', meaning.replaceAll(' ', '-'))}
            ${hiddenField('seen', String(of.facts.length))}
            <p class="acts"><button class="button" type="submit">${words.button}</button></p>
          </form>
        `
      }
      <p>
        <a href="${link(page, paths.participantScreening(of.participant.id))}">${words.back}</a>
      </p>
    `,
  })
}

function firstProblem(
  { of }: ParticipantView,
  meaning: InvestigatorMeaning,
): NotSigned | undefined {
  const { answer, by } = of.state.eligibility
  return meaning === 'eligibility' && answer !== 'yes'
    ? { kind: 'refused', criteria: by }
    : undefined
}

function problemNote({ page, telling }: ParticipantView, problem?: NotSigned): Markup | false {
  const words = page.words.screening.signature
  return (
    problem !== undefined &&
    html`
      <div class="note flow" data-tone="stop" role="alert">
        <p>${words[problem.kind]}</p>
        ${
          problem.kind === 'refused' &&
          html`
            <ul>
              ${problem.criteria.map(
                (criterion) => html`
                  <li>${titleOf(telling, criterion)}</li>
                `,
              )}
            </ul>
          `
        }
      </div>
    `
  )
}
