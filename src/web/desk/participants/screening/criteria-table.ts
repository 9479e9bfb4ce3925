import { effectText } from '../../../../study/in-words/eligibility.ts'
import { judgedLines } from '../../../../study/in-words/grounds.ts'
import { askedText } from '../../../../study/in-words/questions.ts'
import { namedText, titleOf } from '../../../../study/in-words/telling.ts'
import type { ProtocolCriterion } from '../../../../study/protocol/document/criteria.ts'
import type { CriterionState } from '../../../../study/protocol/state/answers.ts'
import type { ShownState } from '../../../../finder/registry/status.ts'
import { html, type Markup } from '../../../shell/markup.ts'
import { stateTag } from '../../../shell/parts/status-tag.ts'
import type { ParticipantView } from '../parts/participant-view.ts'

const looks: Readonly<Record<CriterionState['effect'], ShownState>> = {
  for: 'open',
  against: 'stopped',
  open: 'unknown',
  'not yet': 'soon',
  none: 'full',
}

/** What is against comes first, then what is not known, and last what fits. */
const inOrder = ['against', 'not yet', 'open', 'for', 'none'] as const

/** Each criterion: what it came to, why, and what to find out. */
export function criteriaTable(view: ParticipantView): Markup {
  const { page, of } = view
  const words = page.words.screening
  const { criteria } = of.state.eligibility
  const sorted = inOrder.flatMap((effect) => criteria.filter((one) => one.effect === effect))
  return html`
    <div class="scroll-x" tabindex="0" role="group" aria-label="${words.caption}">
      <table class="rules">
        <caption class="unseen">${words.caption}</caption>
        <thead>
          <tr>
            <th scope="col">${words.cameTo}</th>
            <th scope="col">${words.criterion}</th>
            <th scope="col">${words.why}</th>
          </tr>
        </thead>
        <tbody>${sorted.map((criterion) => row(view, criterion))}</tbody>
      </table>
    </div>
  `
}

function row(view: ParticipantView, criterion: CriterionState): Markup {
  const { page, of, telling } = view
  const words = page.words.screening
  return html`
    <tr>
      <td>${stateTag(looks[criterion.effect], effectText(telling, criterion), 'tag')}</td>
      <td>
        ${titleOf(telling, criterion.id)}
        <span class="small soft">(${words.kinds[criterion.kind]})</span>
        ${passages(view, documentOf(of.protocol.eligibility, criterion.id))}
      </td>
      <td data-label="${words.why}">
        ${list(linesOf(view, criterion))} ${members(view, criterion)}
      </td>
    </tr>
  `
}

/** The members of a group, each with what it came to. */
function members(view: ParticipantView, criterion: CriterionState): Markup | false {
  const { telling } = view
  return (
    criterion.members.length > 0 &&
    html`
      <ul>
        ${criterion.members.map(
          (member) => html`
            <li>
              <b>${namedText(telling, titleOf(telling, member.id), effectText(telling, member))}</b>
              ${list(linesOf(view, member))}
            </li>
          `,
        )}
      </ul>
    `
  )
}

/** What was compared, what is missing, and what a person is asked; a question that says what is missing once more is not repeated. */
function linesOf({ of, telling }: ParticipantView, criterion: CriterionState): readonly string[] {
  if (criterion.members.length > 0) return []
  const asked = of.state.questions
    .filter(({ id, missing }) => criterion.asks.includes(id) && missing === undefined)
    .map((question) => askedText(telling, question))
  return [...new Set([...judgedLines(telling, criterion), ...asked])]
}

function list(lines: readonly string[]): Markup | false {
  const [only, ...others] = lines
  if (only === undefined) return false
  if (others.length === 0)
    return html`
      <p>${only}</p>
    `
  return html`
    <ul>
      ${lines.map(
        (line) => html`
          <li>${line}</li>
        `,
      )}
    </ul>
  `
}

function documentOf(
  criteria: readonly ProtocolCriterion[],
  id: string,
): ProtocolCriterion | undefined {
  return criteria.find((one) => one.id === id)
}

/** The criterion in the words of its source, folded. */
function passages(
  { page }: ParticipantView,
  criterion: ProtocolCriterion | undefined,
): Markup | false {
  const [passage] = criterion?.words ?? []
  return (
    passage !== undefined &&
    html`
      <details class="small no-print">
        <summary>${page.words.screening.words}</summary>
        <blockquote class="said own" lang="en">${passage.text}</blockquote>
      </details>
    `
  )
}
