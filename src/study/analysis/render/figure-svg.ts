import type { Language } from '../../../words/language/language.ts'
import type { ReportFigure } from '../report/report.ts'
import { pairsSvg } from './pairs-svg.ts'
import { survivalSvg } from './survival-svg.ts'

/** A figure as SVG, the same for the same data: a fixed layout, coordinates to two places, no fonts of its own. */
export function figureSvg(figure: ReportFigure, language: Language): string {
  const { picture } = figure
  return picture.type === 'survival'
    ? survivalSvg(figure, picture, language)
    : pairsSvg(figure, picture, language)
}
