import { titlesOf } from '../../../study/in-words/telling.ts'
import { quantityInWords } from '../../../study/in-words/values.ts'
import type { Regimen } from '../../../study/protocol/document/dosing.ts'
import { html, type Markup } from '../../shell/markup.ts'
import type { VersionView } from '../parts/version-view.ts'

/** In pixels. */
const rungHeight = 44
const rungGap = 26
const ceilingHeight = 34
/** From left to right, in percent: where rungs end, and where arrows go up. */
const rungEnd = 62
const lanesFrom = 70
const lanesTo = 95

/** A rule that is drawn with a number: where a person begins, or how a level changes. */
export interface NumberedRule {
  readonly number: number
  readonly rule: Regimen['start'][number] | Regimen['changes'][number]
}

/** The starts and then the changes of a regimen, numbered for picture and list. */
export function numberedRules({ start, changes }: Regimen): readonly NumberedRule[] {
  return [...start, ...changes].map((rule, index) => ({ number: index + 1, rule }))
}

/** The levels of a regimen as a ladder, the lowest at the bottom; each number is that of the list beside it. */
export function ladder(view: VersionView, regimen: Regimen): Markup {
  const words = view.page.words.protocol.dosing
  const { telling } = view
  const height = ceilingHeight + regimen.levels.length * (rungHeight + rungGap)
  const top = regimen.levels.at(-1)
  const ids = regimen.levels.map(({ id }) => id)
  return html`
    <svg
      class="ladder"
      width="100%"
      height="${height}"
      role="img"
      aria-label="${words.ladderText(titlesOf(telling, ids))}"
    >
      ${
        top &&
        html`
          <line
            class="ladder-ceiling"
            x1="0"
            x2="100%"
            y1="${ceilingHeight - 8}"
            y2="${ceilingHeight - 8}"
          ></line>
          <text class="ladder-small" x="0" y="16">
            ${words.ceiling(quantityInWords(telling, top.amount))}
          </text>
        `
      }
      ${regimen.levels.map((level, index) => rung(view, regimen, level, index))}
      ${numberedRules(regimen).map((numbered, index, all) => arrows(regimen, numbered, laneOf(index, all.length)))}
    </svg>
  `
}

/** The upper edge of a level's rung: the highest is on top. */
function topOf({ levels }: Regimen, index: number): number {
  return ceilingHeight + (levels.length - 1 - index) * (rungHeight + rungGap)
}

function rung(
  view: VersionView,
  regimen: Regimen,
  { amount }: Regimen['levels'][number],
  index: number,
): Markup {
  const y = topOf(regimen, index)
  return html`
    <rect
      class="ladder-rung"
      x="1"
      y="${y}"
      width="${rungEnd}%"
      height="${rungHeight}"
      rx="6"
    ></rect>
    <text class="ladder-amount" x="14" y="${y + 29}">${quantityInWords(view.telling, amount)}</text>
  `
}

function laneOf(index: number, count: number): number {
  return count < 2 ? lanesFrom : lanesFrom + ((lanesTo - lanesFrom) * index) / (count - 1)
}

/** A start points at its rung; a change leads from each of its rungs to another; one that only asks ends at its own. */
function arrows(regimen: Regimen, { number, rule }: NumberedRule, lane: number): Markup {
  const middle = (id: string): number =>
    topOf(
      regimen,
      regimen.levels.findIndex((level) => level.id === id),
    ) +
    rungHeight / 2
  // Arrows that arrive at one rung from several rules lie beside one another.
  const shift = ((number - 1) % 3) * 12 - 12
  if ('level' in rule)
    return arrow({ number, lane, from: middle(rule.level) + shift, to: middle(rule.level) + shift })
  const { from, to } = rule
  return html`
    ${from.map((level) =>
      to === undefined
        ? badge(number, lane, middle(level) + shift, 'ladder-ask')
        : arrow({ number, lane, from: middle(level) + shift, to: middle(to) + shift }),
    )}
  `
}

interface Arrow {
  readonly number: number
  readonly lane: number
  readonly from: number
  readonly to: number
}

function arrow({ number, lane, from, to }: Arrow): Markup {
  const x = `${lane.toFixed(1)}%`
  const end = `${rungEnd}%`
  return html`
    ${
      from !== to &&
      html`
        <line class="ladder-arrow" x1="${end}" x2="${x}" y1="${from}" y2="${from}"></line>
        <line class="ladder-arrow" x1="${x}" x2="${x}" y1="${from}" y2="${to}"></line>
      `
    }
    <line class="ladder-arrow" x1="${end}" x2="${x}" y1="${to}" y2="${to}"></line>
    <svg class="ladder-head" x="${end}" y="${to}" overflow="visible">
      <path d="M3 0 L13 -6 L13 6 Z"></path>
    </svg>
    ${badge(number, lane, (from + to) / 2, 'ladder-badge')}
  `
}

function badge(number: number, lane: number, y: number, kind: string): Markup {
  const x = `${lane.toFixed(1)}%`
  return html`
    <circle class="${kind}" cx="${x}" cy="${y}" r="11"></circle>
    <text class="ladder-number" x="${x}" y="${y + 5}" text-anchor="middle">${number}</text>
  `
}
