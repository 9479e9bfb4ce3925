import type { Catalogue } from '../../finder/catalogue/model/catalogue.ts'
import type { Where } from '../../finder/catalogue/model/where.ts'
import type { Notice, Watch } from '../../people/watches/model/watch.ts'
import { noticeBundle } from './subscription/notice-bundle.ts'
import { watchWhere } from './subscription/watch-where.ts'

/** What a watch asks of the catalogue; undefined where its filters cannot be read any more. */
export function whereOfWatch({ release, terms }: Watch): Where | undefined {
  const where = watchWhere(release, terms.filters)
  return 'status' in where ? undefined : where
}

/** A notice as it is sent: JSON of the release that the watch speaks. */
export function writeNotice(
  watch: Watch,
  { kind, events }: Notice,
  parts: {
    readonly catalogue: Pick<Catalogue, 'study'>
    readonly baseUrl: string
    readonly now: Date
  },
): string {
  return JSON.stringify(noticeBundle(watch, { kind, events, content: watch.terms.content }, parts))
}
