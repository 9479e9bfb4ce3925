import { titleOf } from '../../../study/in-words/telling.ts'
import { html, type Markup } from '../../shell/markup.ts'
import type { VersionView } from '../parts/version-view.ts'
import { type AnchoredRows, type TimelineRow, timelineRows } from './timeline-rows.ts'

/** In pixels: a row has a line of text and a track under it. */
const rowHeight = 52
const axisHeight = 34

/** The schedule as pictures, one for each moment that is counted from. The table under it says the same. */
export function timelines(view: VersionView): Markup {
  return html`
    ${timelineRows(view.protocol).map((rows) => timeline(view, rows))}
  `
}

function timeline(view: VersionView, anchored: AnchoredRows): Markup {
  const words = view.page.words.protocol.schedule
  const scale = scaleOf(anchored.rows)
  const height = anchored.rows.length * rowHeight + axisHeight
  const name = words.picture(titleOf(view.telling, anchored.anchor))
  return html`
    <figure class="timeline">
      <figcaption>${name}</figcaption>
      <svg
        class="timeline-picture"
        width="100%"
        height="${height}"
        role="img"
        aria-label="${name}. ${words.pictureText}"
      >
        ${axis(anchored, scale, height)}
        ${anchored.rows.map((row, index) => drawnRow(view, row, index, scale))}
      </svg>
      ${key(view, anchored)}
    </figure>
  `
}

interface Scale {
  readonly least: number
  readonly most: number
  /** A day as a place from left to right, in percent. */
  readonly x: (day: number) => string
}

function scaleOf(rows: readonly TimelineRow[]): Scale {
  const days = rows.flatMap(({ marks, looks }) => [
    ...looks,
    ...marks.flatMap(({ at, from = at, to = at }) => [at, from, to]),
  ])
  const least = Math.min(0, ...days)
  const most = Math.max(least + 1, ...days)
  // Room is left at both ends for what is drawn around a day.
  const x = (day: number): string => `${(3 + ((day - least) / (most - least)) * 94).toFixed(2)}%`
  return { least, most, x }
}

function axis({ first, label }: AnchoredRows, { least, most, x }: Scale, height: number): Markup {
  const bottom = height - axisHeight
  return html`
    ${ticks(least, most, first).map(
      (day) => html`
        <line class="timeline-tick" x1="${x(day)}" x2="${x(day)}" y1="0" y2="${bottom + 6}"></line>
        <text
          class="timeline-day"
          x="${x(day)}"
          y="${bottom + 24}"
          text-anchor="${anchorOf(day, least, most)}"
        >
          ${label.trim().length > 2 ? '' : label}${day + first}
        </text>
      `,
    )}
  `
}

/** The first and the last number stay inside the picture. */
function anchorOf(day: number, least: number, most: number): 'start' | 'middle' | 'end' {
  if (day - least < (most - least) * 0.04) return 'start'
  return most - day < (most - least) * 0.04 ? 'end' : 'middle'
}

/** About five days with a round number, as the anchor numbers them, and its own day. */
function ticks(least: number, most: number, first: number): readonly number[] {
  const rough = (most - least) / 5
  const step = [1, 2, 5, 7, 10, 14, 28, 56, 84, 182, 365].find((one) => one >= rough) ?? 730
  const round = Array.from(
    { length: Math.floor(most - least) + 1 },
    (_, index) => Math.ceil(least) + index,
  )
  return round.filter(
    (day) => day === 0 || ((day + first) % step === 0 && Math.abs(day) >= step / 2),
  )
}

function drawnRow(view: VersionView, row: TimelineRow, index: number, { x }: Scale): Markup {
  const words = view.page.words.protocol.schedule
  const top = index * rowHeight
  const middle = top + 36
  const title = titleOf(view.telling, row.id)
  return html`
    <text class="timeline-name" x="3%" y="${top + 20}">
      ${row.kind === 'doses' ? words.doses(title) : title}
    </text>
    ${row.marks.map(({ at, from, to }) =>
      row.kind === 'doses'
        ? bar('timeline-doses', x(from ?? at), x(to ?? at), middle)
        : html`
            ${from !== undefined && to !== undefined && bar('timeline-window', x(from), x(to), middle)}
            <circle class="timeline-visit" cx="${x(at)}" cy="${middle}" r="6"></circle>
          `,
    )}
    ${row.looks.map(
      (day) => html`
        <svg class="timeline-look" x="${x(day)}" y="${middle}" overflow="visible">
          <path d="M0 -9 L8 0 L0 9 L-8 0 Z"></path>
        </svg>
      `,
    )}
  `
}

function bar(kind: string, from: string, to: string, middle: number): Markup {
  return html`
    <line class="${kind}" x1="${from}" x2="${to}" y1="${middle}" y2="${middle}"></line>
  `
}

/** What each shape means, as far as it is drawn. */
function key(view: VersionView, { rows }: AnchoredRows): Markup {
  const words = view.page.words.protocol.schedule.key
  const drawn = {
    visit: rows.some(({ kind }) => kind === 'visit'),
    window: rows.some(
      ({ kind, marks }) => kind === 'visit' && marks.some(({ from }) => from !== undefined),
    ),
    doses: rows.some(({ kind }) => kind === 'doses'),
    looked: rows.some(({ looks }) => looks.length > 0),
  }
  const shapes = (['visit', 'window', 'doses', 'looked'] as const).filter((shape) => drawn[shape])
  return html`
    <ul class="timeline-key" aria-hidden="true">
      ${shapes.map(
        (shape) => html`
          <li data-shape="${shape}">${words[shape]}</li>
        `,
      )}
    </ul>
  `
}
