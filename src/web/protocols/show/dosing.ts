import { type PlacedNode, regimenNodes } from '../../../study/in-words/nodes.ts'
import type { Regimen } from '../../../study/protocol/document/dosing.ts'
import { html, type Markup } from '../../shell/markup.ts'
import { nodeCard, statusMark, wording } from '../parts/node-card.ts'
import type { VersionView } from '../parts/version-view.ts'
import { ladder, numberedRules } from './ladder.ts'

/** Each regimen: its ladder, where it starts and how it changes, and its other rules. */
export function dosingSection(view: VersionView): Markup {
  const words = view.page.words.protocol
  const { regimens } = view.protocol
  return html`
    <section id="dosing" aria-labelledby="dosing-title">
      <h2 id="dosing-title">${words.sections.dosing}</h2>
      ${
        regimens.length === 0
          ? html`
              <p>${words.dosing.none}</p>
            `
          : regimens.map((regimen) => regimenPart(view, regimen))
      }
    </section>
  `
}

function regimenPart(view: VersionView, regimen: Regimen): Markup {
  const words = view.page.words.protocol.dosing
  const nodes = regimenNodes(regimen)
  const numbers = new Map(
    numberedRules(regimen).map(({ number, rule }) => [rule.id, String(number)]),
  )
  const isDrawn = ({ kind }: PlacedNode): boolean => kind === 'start' || kind === 'change'
  const isHead = ({ kind }: PlacedNode): boolean => kind === 'regimen' || kind === 'level'
  return html`
    <div class="regimen">
      ${nodes.filter(({ kind }) => kind === 'regimen').map((placed) => nodeCard(view, placed, { level: 3 }))}
      <div class="regimen-both">
        <figure class="regimen-ladder">
          <figcaption>
            ${words.ladder(view.telling.language === 'fr' ? (regimen.title.fr ?? regimen.title.en) : regimen.title.en)}
          </figcaption>
          ${ladder(view, regimen)} ${levelList(view, regimen)}
        </figure>
        <div class="regimen-steps">
          <h4>${words.startsAndSteps}</h4>
          ${nodes
            .filter(isDrawn)
            .map((placed) =>
              nodeCard(view, placed, { level: 4, ...numberOf(numbers, placed.node.id) }),
            )}
        </div>
      </div>
      <h4>${words.rules}</h4>
      ${nodes.filter((placed) => !isDrawn(placed) && !isHead(placed)).map((placed) => nodeCard(view, placed, { level: 4 }))}
    </div>
  `
}

function numberOf(numbers: ReadonlyMap<string, string>, id: string): { number?: string } {
  const number = numbers.get(id)
  return number === undefined ? {} : { number }
}

/** The levels in words, each with its status and the source's own words. */
function levelList(view: VersionView, { levels }: Regimen): Markup {
  return html`
    <ul class="regimen-levels">
      ${levels.map(
        (level) => html`
          <li id="n-${level.id.replaceAll(/[^\w-]/g, '_')}">
            ${wording(view, level.title)} ${statusMark(view, level.status)}
            ${(level.words ?? []).map(
              ({ text }) => html`
                <q lang="en">${text}</q>
              `,
            )}
            ${
              level.reason &&
              html`
                <span class="small">${wording(view, level.reason)}</span>
              `
            }
          </li>
        `,
      )}
    </ul>
  `
}
