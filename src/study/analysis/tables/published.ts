import type { ProtocolEndpoint, PublishedResult } from '../../protocol/document/endpoints.ts'
import type { ShareInterval } from '../../statistics/intervals.ts'
import { both, joined } from '../report/both.ts'
import { absentCell, type ReportCell, wordsCell } from '../report/cells.ts'
import { percentText } from '../report/rounding.ts'

/** What the source printed for an endpoint in a set. One that names no set is that of the first. */
export function publishedFor(
  { published = [], sets }: Pick<ProtocolEndpoint, 'published' | 'sets'>,
  set: string | undefined,
): PublishedResult | undefined {
  return published.find((one) => (one.set ?? sets[0]) === set)
}

/** The three cells of what was printed: the share, its limits, and whether this report comes to the same. */
export function publishedCells(
  published: PublishedResult | undefined,
  own: { readonly n: number; readonly of: number; readonly interval?: ShareInterval | undefined },
): readonly ReportCell[] {
  if (!published) return [absentCell('not published'), absentCell('not published'), nothing]
  return [shareCellOf(published), limitsCellOf(published), agreementCell(published, own)]
}

const nothing: ReportCell = { value: { is: 'nothing' } }

function shareCellOf({ percent, successes, total, inferred }: PublishedResult): ReportCell {
  if (percent === undefined && successes === undefined) return absentCell('not published')
  return wordsCell(
    joined((words) => {
      const share = percent === undefined ? '' : words.percent(percent)
      if (successes === undefined || total === undefined) return share
      const counts = `${successes}/${total}`
      const said = inferred ? words.published.inferredCounts(counts) : counts
      return share === '' ? said : `${share} (${said})`
    }),
  )
}

function limitsCellOf({ from, to }: PublishedResult): ReportCell {
  if (from === undefined || to === undefined) return absentCell('not published')
  return wordsCell(joined((words) => words.percentRange(from, to)))
}

/** By the digits that were printed, and no more. */
function agreementCell(
  { percent, from, to }: PublishedResult,
  { n, of, interval }: Parameters<typeof publishedCells>[1],
): ReportCell {
  if (of === 0) return nothing
  const pairs: readonly (readonly [string | undefined, string])[] = [
    [percent, percentText(n, of, placesOf(percent))],
    [from, limitText(interval?.lower, placesOf(from))],
    [to, limitText(interval?.upper, placesOf(to))],
  ]
  const printed = pairs.filter(([text]) => text !== undefined)
  if (printed.length === 0) return nothing
  const isEqual = printed.every(([text, ours]) => text === ours)
  return wordsCell(both((words) => (isEqual ? words.published.equal : words.published.differs)))
}

function placesOf(text: string | undefined): number {
  return text?.split('.')[1]?.length ?? 0
}

function limitText(share: number | undefined, places: number): string {
  return share === undefined ? '' : (share * 100).toFixed(places)
}
