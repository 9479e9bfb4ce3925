import type { Where, WhereField } from '../../../finder/catalogue/model/where.ts'
import { readPrefix, readNumberSpan, readDateSpan } from './comparison.ts'
import { countryCode, countryCodes, countrySpellings } from '../../../finder/places/countries.ts'
import {
  type CodesMeaning,
  findsAll,
  findsNothing,
  type Meaning,
  type NamedMeaning,
  type TextMeaning,
} from './meaning.ts'
import { countrySystem } from '../parts/code-systems.ts'
import { instantWhere, numberWhere, periodWhere } from './range-where.ts'
import { readNear } from './read-near.ts'
import type { Modifier } from './search-parameter.ts'
import { readToken, splitAt, unescaped } from './split-value.ts'

/** What one value asks for, or why it cannot be read. */
export type SearchValueRead = { readonly where: Where } | { readonly problem: string }

/** Reads one value of a parameter: what stands between its commas. */
export function readSearchValue(
  means: Meaning,
  modifier: Modifier | undefined,
  text: string,
): SearchValueRead {
  if (modifier === 'missing') return readMissing(means, text)
  const read = readPlain(means, modifier, text)
  return modifier === 'not' && 'where' in read ? found({ kind: 'not', part: read.where }) : read
}

function found(where: Where): SearchValueRead {
  return { where }
}

function readPlain(means: Meaning, modifier: Modifier | undefined, text: string): SearchValueRead {
  switch (means.kind) {
    case 'id':
      return found({ kind: 'value', piece: 'NCTId', values: [unescaped(text).trim()] })
    case 'identifier':
      return found(identifierWhere(means.systems, text))
    case 'codes':
      return found(codesWhere(means, text))
    case 'text':
      return found(textWhere(means, modifier, text))
    case 'named':
      return found(namedWhere(means, modifier, unescaped(text)))
    case 'country':
      return found(countryWhere(means.piece, text))
    case 'string':
      return found(stringWhere(means.fields, modifier, unescaped(text)))
    case 'anywhere':
      return found(words(unescaped(text), means.fields, { expansion: 'relaxation' }))
    case 'instant':
    case 'period':
    case 'number':
      return readCompared(means, text)
    case 'near':
      return readNear(text)
    case 'composite':
      return readComposite(means, text)
    case 'nothing':
      return found(findsNothing)
  }
}

function readCompared(
  means: Extract<Meaning, { kind: 'instant' | 'period' | 'number' }>,
  text: string,
): SearchValueRead {
  const { prefix, rest } = readPrefix(text.trim())
  if (means.kind === 'number') {
    const span = readNumberSpan(rest)
    if (!span) return { problem: `is no number: it may be such as 100, ge100 or lt1000` }
    const where = numberWhere(means.piece, prefix, span)
    return found(means.only ? { kind: 'all', parts: [means.only, where] } : where)
  }
  const span = readDateSpan(rest)
  if (!span)
    return { problem: 'is no date: it may be such as 2026, 2026-01, 2026-01-31, ge2026-01-31' }
  return found(
    means.kind === 'instant'
      ? firstOf(means, (piece) => instantWhere(piece, prefix, span))
      : periodWhere(means, prefix, span),
  )
}

/** What holds of a field, or of another where the record has not the first. */
function firstOf(
  { piece, otherwise }: { readonly piece: string; readonly otherwise: string },
  where: (piece: string) => Where,
): Where {
  const second: Where = { kind: 'all', parts: [{ kind: 'missing', piece }, where(otherwise)] }
  return { kind: 'any', parts: [where(piece), second] }
}

function readComposite(
  { parts, only }: Extract<Meaning, { kind: 'composite' }>,
  text: string,
): SearchValueRead {
  const given = splitAt(text, '$')
  if (given.length !== parts.length)
    return { problem: `must have ${parts.length} parts with $ between them` }
  const wheres: Where[] = only ? [only] : []
  for (const [at, part] of parts.entries()) {
    const read = readPlain(part, undefined, given[at] ?? '')
    if ('problem' in read) return read
    wheres.push(read.where)
  }
  return found({ kind: 'all', parts: wheres })
}

/** `NCT02390596`, `http://clinicaltrials.gov|NCT02390596`, or another number of the study. */
function identifierWhere(
  systems: Extract<Meaning, { kind: 'identifier' }>['systems'],
  text: string,
): Where {
  const { system, code } = readToken(text)
  const meant = systems.filter((one) => system === undefined || one.system === system)
  const parts = meant.flatMap(({ pieces }) => pieces).map((piece) => numberIn(piece, code))
  return { kind: 'any', parts }
}

function numberIn(piece: string, code: string): Where {
  if (code === '') return { kind: 'not', part: { kind: 'missing', piece } }
  if (piece === 'NCTId' || piece === 'NCTIdAlias')
    return { kind: 'value', piece, values: [code.toUpperCase()] }
  return words(code, [{ piece, weight: 1, hasSynonyms: false }], {
    expansion: 'none',
    coverage: 'fullMatch',
  })
}

function codesWhere({ systems, codes, missing }: CodesMeaning, text: string): Where {
  const { system, code } = readToken(text)
  if (system !== undefined && system !== '' && !systems.includes(system)) return findsNothing
  // `system|` asks for any code of it.
  if (code === '') return missing ? { kind: 'not', part: missing } : findsAll
  const key = codeKey(code)
  return codes.find(([known]) => codeKey(known) === key)?.[1] ?? findsNothing
}

/** Programs write codes as the registry, as FHIR and as people do. */
function codeKey(code: string): string {
  return code.toLowerCase().replaceAll(/[\s_-]+/g, '-')
}

function textWhere(
  { fields, coded, wider, nameOfCode }: TextMeaning,
  modifier: Modifier | undefined,
  text: string,
): Where {
  const { system, code } = readToken(text)
  const below = modifier === 'below' ? wider : undefined
  const parts: Where[] = []
  if (coded && modifier !== 'text' && (system === undefined || system === coded.system))
    for (const piece of [...coded.pieces, ...(below?.pieces ?? [])])
      parts.push({ kind: 'value', piece, values: [code] })
  // Words have no system: with one, only its codes are meant.
  const said = system === undefined || system === '' ? code : nameOfCode?.(system, code)
  if (said !== undefined)
    parts.push(
      modifier === 'text'
        ? words(said, fields, { expansion: 'relaxation' })
        : quoted(said, [...fields, ...(below?.fields ?? [])]),
    )
  return parts.length === 0 ? findsNothing : { kind: 'any', parts }
}

function quoted(text: string, fields: readonly WhereField[]): Where {
  return words(text, fields, { expansion: 'concept', isQuoted: true })
}

function namedWhere(
  { fields, beside, asString }: NamedMeaning,
  modifier: Modifier | undefined,
  text: string,
): Where {
  const said = (some: readonly WhereField[]): Where =>
    asString === 'beginning' || modifier === 'exact'
      ? stringWhere(some, modifier, text)
      : modifier === 'text'
        ? words(text, some, { expansion: 'relaxation' })
        : quoted(text, some)
  const plain = fields.length > 0 ? [said(fields)] : []
  if (!beside) return { kind: 'any', parts: plain }
  const part: Where = { kind: 'all', parts: [beside.also, said(beside.fields)] }
  return { kind: 'any', parts: [...plain, { kind: 'together', list: beside.list, part }] }
}

/** Registries write a country as they like; each way is a name that is known. */
function countryWhere(piece: string, text: string): Where {
  const { system, code } = readToken(text)
  if (system !== undefined && system !== '' && system !== countrySystem) return findsNothing
  const fields = [{ piece, weight: 1, hasSynonyms: false }]
  const asCode = code.toUpperCase()
  const known = countryCodes.includes(asCode) ? asCode : countryCode(code)
  const names = known === undefined ? [code] : countrySpellings(known)
  const parts = names.map((name) =>
    words(name, fields, { expansion: 'none', coverage: 'fullMatch', isQuoted: true }),
  )
  return { kind: 'any', parts }
}

function stringWhere(
  fields: readonly WhereField[],
  modifier: Modifier | undefined,
  text: string,
): Where {
  const coverage =
    modifier === 'contains' ? 'contains' : modifier === 'exact' ? 'fullMatch' : 'startsWith'
  // Which form of a word a text has would have to be read.
  const expansion = modifier === 'exact' ? 'none' : 'term'
  return words(text, fields, { expansion, coverage, isQuoted: true })
}

type HowWords = Partial<
  Pick<Extract<Where, { kind: 'words' }>, 'expansion' | 'coverage' | 'isQuoted'>
>

function words(text: string, fields: readonly WhereField[], how: HowWords): Where {
  return {
    kind: 'words',
    text,
    fields,
    isQuoted: how.isQuoted ?? false,
    expansion: how.expansion ?? 'concept',
    coverage: how.coverage ?? 'contains',
  }
}

function readMissing(means: Meaning, text: string): SearchValueRead {
  if (text !== 'true' && text !== 'false') return { problem: 'must be true or false' }
  const where = missingWhere(means)
  return found(text === 'true' ? where : { kind: 'not', part: where })
}

/** What has no value for a parameter. */
function missingWhere(means: Meaning): Where {
  const missing = (piece: string): Where => ({ kind: 'missing', piece })
  switch (means.kind) {
    case 'codes':
      return means.missing ?? findsNothing
    case 'country':
      return missing(means.piece)
    case 'named': {
      const all = [...means.fields, ...(means.beside?.fields ?? [])]
      return { kind: 'all', parts: all.map(({ piece }) => missing(piece)) }
    }
    case 'text':
    case 'string':
      return { kind: 'all', parts: means.fields.map(({ piece }) => missing(piece)) }
    case 'instant':
      return { kind: 'all', parts: [missing(means.piece), missing(means.otherwise)] }
    case 'number': {
      const none = missing(means.piece)
      return means.only ? { kind: 'any', parts: [none, { kind: 'not', part: means.only }] } : none
    }
    case 'period':
      return { kind: 'all', parts: [missing(means.start), missing(means.end)] }
    case 'nothing':
      return findsAll
    case 'id':
    case 'identifier':
    case 'anywhere':
    case 'near':
    case 'composite':
      return findsNothing
  }
}
