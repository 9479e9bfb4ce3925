import type { Language } from '../../../words/language/language.ts'
import { reportWords } from '../../../words/report.ts'
import { told } from '../report/both.ts'
import type { PictureCurve, ReportFigure, SurvivalPicture } from '../report/report.ts'
import { coordinate, svgFrame, svgLine, svgText } from './svg-parts.ts'

const width = 760
const left = 190
const right = 730
const top = 30
const bottom = 330
const rowHeight = 20

/** Lines are told apart by their dashes as well as by their colours. */
const strokes = [
  { colour: '#0b5394', dashes: '' },
  { colour: '#a61c00', dashes: '8 4' },
  { colour: '#38761d', dashes: '2 3' },
  { colour: '#741b47', dashes: '10 3 2 3' },
  { colour: '#444444', dashes: '4 4' },
] as const

/** Survival curves with axes, crosses where people leave, a key, and the numbers at risk under the axis. */
export function survivalSvg(
  figure: ReportFigure,
  picture: SurvivalPicture,
  language: Language,
): string {
  const { ticks, curves } = picture
  const most = Math.max(ticks.at(-1) ?? 0, ...curves.map(({ end }) => end), 1)
  const across = (time: number) => left + ((right - left) * time) / most
  const up = (share: number) => bottom - (bottom - top) * share
  const height = bottom + 100 + curves.length * rowHeight + 14
  const parts = [
    ...axes(picture, language, across, up),
    ...curves.flatMap((curve, at) => curveParts(curve, at, across, up)),
    ...key(curves, language),
    ...atRisk(picture, language, across),
  ]
  return svgFrame({ id: figure.id, title: told(figure.title, language), width, height }, parts)
}

type Scale = (value: number) => number

function axes(
  { ticks, across: name, up: upName }: SurvivalPicture,
  language: Language,
  across: Scale,
  up: Scale,
): readonly string[] {
  const percent = reportWords(language).percent
  return [
    svgLine(left, bottom, right, bottom),
    svgLine(left, top, left, bottom),
    ...ticks.flatMap((tick) => [
      svgLine(across(tick), bottom, across(tick), bottom + 5),
      svgText(String(tick), { x: across(tick), y: bottom + 20, anchor: 'middle' }),
    ]),
    ...[0, 0.25, 0.5, 0.75, 1].flatMap((share) => [
      svgLine(left - 5, up(share), left, up(share)),
      svgText(percent(String(share * 100)), { x: left - 9, y: up(share) + 4, anchor: 'end' }),
    ]),
    svgText(told(name, language), { x: (left + right) / 2, y: bottom + 42, anchor: 'middle' }),
    svgText(told(upName, language), {
      x: left - 58,
      y: (top + bottom) / 2,
      anchor: 'middle',
      turn: -90,
    }),
  ]
}

function curveParts(curve: PictureCurve, at: number, across: Scale, up: Scale): readonly string[] {
  const steps = curve.time.map((time, step) => {
    const share = curve.share[step] ?? 0
    return `H${coordinate(across(time))}V${coordinate(up(share))}`
  })
  const path = `M${coordinate(across(0))} ${coordinate(up(1))}${steps.join('')}H${coordinate(across(curve.end))}`
  const crosses = curve.censored.map((time) => {
    const step = curve.time.findLastIndex((one) => one <= time)
    const [x, y] = [across(time), up(step < 0 ? 1 : (curve.share[step] ?? 0))]
    return svgLine(x, y - 5, x, y + 5)
  })
  return [`<path d="${path}" fill="none" ${strokeOf(at)}/>`, ...crosses]
}

function strokeOf(at: number): string {
  const { colour, dashes } = strokes[at % strokes.length] ?? strokes[0]
  const dashed = dashes === '' ? '' : ` stroke-dasharray="${dashes}"`
  return `stroke="${colour}" stroke-width="2"${dashed}`
}

/** Which line is whose; one line needs no key. */
function key(curves: readonly PictureCurve[], language: Language): readonly string[] {
  if (curves.length < 2) return []
  return curves.flatMap((curve, at) => {
    const y = top + 8 + at * rowHeight
    return [
      `<path d="M${right - 190} ${y}H${right - 160}" fill="none" ${strokeOf(at)}/>`,
      svgText(told(curve.title, language), { x: right - 154, y: y + 4 }),
    ]
  })
}

function atRisk(
  { ticks, curves }: SurvivalPicture,
  language: Language,
  across: Scale,
): readonly string[] {
  const first = bottom + 72
  return [
    svgText(reportWords(language).times.atRiskTitle, { x: 10, y: first }),
    ...curves.flatMap((curve, at) => {
      const y = first + (at + 1) * rowHeight
      return [
        svgText(told(curve.title, language), { x: 10, y }),
        ...ticks.map((tick, column) =>
          svgText(String(curve.atRisk[column] ?? 0), { x: across(tick), y, anchor: 'middle' }),
        ),
      ]
    }),
  ]
}
