import type { CriterionSide, ProtocolCriterion } from '../../../study/protocol/document/criteria.ts'
import { html, type Markup } from '../../shell/markup.ts'
import { nodeCard } from '../parts/node-card.ts'
import type { VersionView } from '../parts/version-view.ts'

/** The criteria, what lets a person in first: each with the source's own words and how they are read. */
export function criteriaSection(view: VersionView): Markup {
  const words = view.page.words.protocol
  const { eligibility } = view.protocol
  return html`
    <section id="eligibility" aria-labelledby="eligibility-title">
      <h2 id="eligibility-title">${words.sections.eligibility}</h2>
      ${
        eligibility.length === 0 &&
        html`
          <p>${words.eligibility.none}</p>
        `
      }
      ${(['inclusion', 'exclusion'] as const).map((kind) => side(view, kind))}
    </section>
  `
}

function side(view: VersionView, kind: CriterionSide): Markup | false {
  const criteria = view.protocol.eligibility.filter((criterion) => criterion.kind === kind)
  return (
    criteria.length > 0 &&
    html`
      <h3 class="side-title">${view.page.words.protocol.eligibility[kind]}</h3>
      ${criteria.map((criterion) => criterionCard(view, criterion))}
    `
  )
}

/** A group holds its members inside it. */
function criterionCard(view: VersionView, criterion: ProtocolCriterion): Markup {
  const members = criterion.group?.members ?? []
  return nodeCard(
    view,
    { kind: 'criterion', node: criterion },
    {
      level: 4,
      ...(members.length > 0 && {
        inside: html`
          <div class="node-members">${members.map((member) => criterionCard(view, member))}</div>
        `,
      }),
    },
  )
}
