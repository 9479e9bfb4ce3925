import type { Language } from '../../../words/language/language.ts'
import { told } from '../report/both.ts'
import type { PairsPicture, ReportFigure } from '../report/report.ts'
import { coordinate, svgFrame, svgLine, svgText } from './svg-parts.ts'

const width = 560
const height = 380
const left = 90
const right = 500
const top = 30
const bottom = 320
const before = left + 80
const after = right - 80

/** A line for each participant from the value before to the value after. */
export function pairsSvg(figure: ReportFigure, picture: PairsPicture, language: Language): string {
  const values = picture.pairs.flatMap((pair) => [pair.before, pair.after])
  const low = Math.floor(Math.min(0, ...values))
  const high = Math.max(low + 1, Math.ceil(Math.max(0, ...values)))
  const up = (value: number) => bottom - ((bottom - top) * (value - low)) / (high - low)
  const step = Math.max(1, Math.ceil((high - low) / 10))
  const marks = Array.from(
    { length: Math.floor((high - low) / step) + 1 },
    (_, at) => low + at * step,
  )
  const parts = [
    svgLine(left, bottom, right, bottom),
    svgLine(left, top, left, bottom),
    ...marks.flatMap((mark) => [
      svgLine(left - 5, up(mark), left, up(mark)),
      svgText(String(mark), { x: left - 9, y: up(mark) + 4, anchor: 'end' }),
    ]),
    ...picture.pairs.map(
      (pair) =>
        `<path d="M${before} ${coordinate(up(pair.before))}L${after} ${coordinate(up(pair.after))}" fill="none" stroke="#0b5394" stroke-width="1.5"/>`,
    ),
    ...picture.pairs.flatMap((pair) => [
      `<circle cx="${before}" cy="${coordinate(up(pair.before))}" r="3.5"/>`,
      `<circle cx="${after}" cy="${coordinate(up(pair.after))}" r="3.5"/>`,
    ]),
    svgText(told(picture.before, language), { x: before, y: bottom + 24, anchor: 'middle' }),
    svgText(told(picture.after, language), { x: after, y: bottom + 24, anchor: 'middle' }),
    svgText(told(picture.up, language), {
      x: 30,
      y: (top + bottom) / 2,
      anchor: 'middle',
      turn: -90,
    }),
  ]
  return svgFrame({ id: figure.id, title: told(figure.title, language), width, height }, parts)
}
