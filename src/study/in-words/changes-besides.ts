import { spokenDate } from '../../words/dates.ts'
import type { ProtocolItem, SiteDate } from '../protocol/document/protocol.ts'
import { isSameContent } from './changes.ts'
import { type Telling, codesText, wordingText } from './telling.ts'
import { decimalInWords, unitText } from './values.ts'

/**
 * What is new, gone or other of what is no rule and quotes no source: what can be recorded, and since when sites work by a
 * version. `older` and `newer` are what was and is, line by line: all of what is new or gone, of the rest what differs.
 */
export interface ChangeBesides {
  readonly part: 'items' | 'effective'
  readonly kind: 'added' | 'removed' | 'changed'
  readonly title: string
  readonly older: readonly string[]
  readonly newer: readonly string[]
}

/** What changed between two versions besides their rules: items by their ids, then sites by their dates. */
export function changesBesides(older: Telling, newer: Telling): readonly ChangeBesides[] {
  return [
    ...differing({
      part: 'items',
      lists: [older.protocol.items, newer.protocol.items],
      keyOf: ({ id }) => id,
      titleOf: ({ title }) => wordingText(newer, title),
      linesOf: [(item) => itemLines(older, item), (item) => itemLines(newer, item)],
    }),
    ...differing({
      part: 'effective',
      lists: [older.protocol.effective, newer.protocol.effective],
      keyOf: ({ site }) => site,
      titleOf: ({ site }) => (site === '*' ? newer.words.nodes.besides.everySite : site),
      linesOf: [(date) => dateLines(older, date), (date) => dateLines(newer, date)],
    }),
  ]
}

interface Differing<One> {
  readonly part: ChangeBesides['part']
  readonly lists: readonly [older: readonly One[], newer: readonly One[]]
  readonly keyOf: (one: One) => string
  readonly titleOf: (one: One) => string
  readonly linesOf: readonly [(one: One) => readonly string[], (one: One) => readonly string[]]
}

function differing<One>(given: Differing<One>): readonly ChangeBesides[] {
  const { part, keyOf, titleOf } = given
  const [before, after] = given.lists.map((list) => new Map(list.map((one) => [keyOf(one), one])))
  const keys = new Set([...(after?.keys() ?? []), ...(before?.keys() ?? [])])
  return [...keys].flatMap((key) => {
    const [older, newer] = [before?.get(key), after?.get(key)]
    const shown = newer ?? older
    if (shown === undefined || isSameContent(older, newer)) return []
    const [was, is] = given.linesOf
    const all = { older: older ? was(older) : [], newer: newer ? is(newer) : [] }
    const change = { part, title: titleOf(shown), ...all }
    if (older === undefined) return { ...change, kind: 'added' as const }
    if (newer === undefined) return { ...change, kind: 'removed' as const }
    return { ...change, kind: 'changed' as const, ...withoutSame(all) }
  })
}

/** What both say is no difference. */
function withoutSame({ older, newer }: Pick<ChangeBesides, 'older' | 'newer'>) {
  return {
    older: older.filter((line) => !newer.includes(line)),
    newer: newer.filter((line) => !older.includes(line)),
  }
}

/** All that is said of what can be recorded, but what other standards call it. */
function itemLines(telling: Telling, item: ProtocolItem): readonly string[] {
  const { kept, codes, limits, sites, once, series, mayBeNone, roles, called } =
    telling.words.nodes.besides
  const unit = item.unit === undefined ? '' : unitText(telling, item.unit)
  const number = (text: string) => decimalInWords(telling, text)
  const said = (list: readonly string[] | undefined, words: (names: string) => string) =>
    list && list.length > 0 ? [words(codesText(telling, list))] : []
  return [
    wordingText(telling, item.title),
    unit === '' ? kept[item.type] : `${kept[item.type]} (${unit})`,
    ...said(item.codes, codes),
    ...(item.plausible
      ? [limits(number(item.plausible.from), number(item.plausible.to), unit)]
      : []),
    ...said(item.sites, sites),
    item.repeats === 'once' ? once : series,
    ...(item.mayBeNone === true ? [mayBeNone] : []),
    ...(item.role === undefined ? [] : [roles[item.role]]),
    ...Object.entries(item.labels ?? {}).map(([code, label]) =>
      called(code, wordingText(telling, label)),
    ),
    ...Object.entries(item.standards ?? {}).map(([name, code]) => `${name}: ${String(code)}`),
  ]
}

function dateLines(telling: Telling, { from, zone }: SiteDate): readonly string[] {
  const day = spokenDate(telling.language, from) ?? from
  return [telling.words.nodes.besides.since(day), ...(zone === undefined ? [] : [zone])]
}
