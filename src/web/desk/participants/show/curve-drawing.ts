import { zoneOf } from '../../../../study/conduct/model/case.ts'
import { titleOf } from '../../../../study/in-words/telling.ts'
import { html, type Markup } from '../../../shell/markup.ts'
import { saidMoment } from '../../parts/said-moment.ts'
import type { ParticipantView } from '../parts/participant-view.ts'
import type { CurveData } from './curve-data.ts'
import type { CurveScale } from './curve-scale.ts'

/**
 * The curve as one SVG. Across everything is in percent and down in pixels, so that it fits any width and its letters
 * are never smaller than those of the page.
 */
export function curveDrawing(view: ParticipantView, data: CurveData, scale: CurveScale): Markup {
  const words = view.page.words.participantPage.curve
  const label = words.label(words.readings(data.readings.length), words.doses(data.doses.length))
  return html`
    <svg width="100%" height="${scale.height}" role="img" aria-label="${label}">
      ${grid(view, scale)} ${stairs(view, data, scale)} ${line(data, scale)}
    </svg>
  `
}

/** Whole degrees across, days down. */
function grid(view: ParticipantView, scale: CurveScale): Markup {
  const zone = zoneOf(view.of)
  return html`
    ${scale.degrees.map(
      (degrees) => html`
        <line
          class="curve-grid"
          x1="0"
          x2="100%"
          y1="${px(scale.y(degrees))}"
          y2="${px(scale.y(degrees))}"
        />
        <text class="curve-text" x="0" y="${px(scale.y(degrees) - 3)}">${degrees}°</text>
      `,
    )}
    ${scale.days.map((at) => {
      const x = percent(scale.x(at))
      return html`
        <line
          class="curve-grid"
          x1="${x}"
          x2="${x}"
          y1="${scale.top}"
          y2="${px(scale.bottom + 6)}"
        />
        <text class="curve-text" x="${x}" y="${px(scale.bottom + 22)}" text-anchor="middle">
          ${saidMoment(view.page, new Date(at), zone, 'day')}
        </text>
      `
    })}
  `
}

/** Each level as a stair with a mark for each dose; a step up is a step up. What was given at none stands under them. */
function stairs(
  { page, telling }: ParticipantView,
  { doses, levels }: CurveData,
  scale: CurveScale,
): Markup {
  const hasOther = doses.some(({ level }) => level === undefined)
  return html`
    ${[...levels, ...(hasOther ? [undefined] : [])].map((level) => {
      const own = doses.filter((one) => one.level === level)
      const [first, last] = [own[0]?.at ?? 0, own.at(-1)?.at ?? 0]
      const y = scale.row(level)
      return html`
        <line
          class="curve-level"
          x1="${percent(scale.x(first))}"
          x2="${percent(scale.x(last))}"
          y1="${y}"
          y2="${y}"
        />
        <text class="curve-text curve-level-name" x="0" y="${y - 9}">
          ${level === undefined ? page.words.participantPage.curve.noLevel : titleOf(telling, level)}
        </text>
      `
    })}
    ${doses.map(({ at, level }) => {
      const [x, y] = [percent(scale.x(at)), scale.row(level)]
      return html`
        <line class="curve-drop" x1="${x}" x2="${x}" y1="${y}" y2="${px(scale.bottom)}" />
        <circle class="curve-dose" cx="${x}" cy="${y}" r="5" />
      `
    })}
  `
}

/**
 * The readings and the line between them, stretched to the width: only their places are, not their strokes. A dot is a line
 * of no length with a round end, so that hundreds of them are one path.
 */
function line({ readings }: CurveData, scale: CurveScale): Markup | false {
  const places = readings.map(
    ({ at, degrees }) => `${(scale.x(at) * 10).toFixed(1)},${scale.y(degrees).toFixed(1)}`,
  )
  const dots = places.map((place) => `M${place}h0`).join('')
  return (
    readings.length > 0 &&
    html`
      <svg
        x="0"
        y="0"
        width="100%"
        height="${scale.height}"
        viewBox="0 0 1000 ${scale.height}"
        preserveAspectRatio="none"
      >
        <polyline
          class="curve-line"
          points="${places.join(' ')}"
          vector-effect="non-scaling-stroke"
        />
        <path class="curve-dots" d="${dots}" vector-effect="non-scaling-stroke" />
      </svg>
    `
  )
}

function percent(value: number): string {
  return `${value.toFixed(2)}%`
}

function px(value: number): string {
  return value.toFixed(1)
}
