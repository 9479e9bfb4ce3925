import { clean } from './clean.ts'
import { kindAnnounced } from './headings.ts'
import { readListMarker } from './markers.ts'

/** A heading, an item or a paragraph as it is in the source, before anything is made of it. */
export interface Unit {
  /** Where it begins in the source; it ends where the next one begins. */
  readonly start: number
  /** Columns before the marker or the first word. */
  readonly indent: number
  /** Columns before the words after the marker. */
  readonly contentIndent: number
  /** The style of its marker; empty for a paragraph. */
  readonly style: string
  readonly text: string
}

interface Line {
  readonly start: number
  readonly indent: number
  readonly content: string
}

interface Draft {
  start: number
  indent: number
  contentIndent: number
  style: string
  /** Where its words begin. */
  from: number
  /** The first line's words, as a hint for what may continue it. */
  last: string
}

/** Cuts a criteria text into units, in order; together they cover every character of it. */
export function unitsOf(source: string): Unit[] {
  const drafts = draftsOf(source)
  const units: Unit[] = []
  drafts.forEach((draft, index) => {
    const end = drafts[index + 1]?.start ?? source.length
    for (const part of cut(source, draft, end)) units.push(part)
  })
  return units
}

function draftsOf(source: string): Draft[] {
  const lines = linesOf(source)
  const wrapped = isHardWrapped(source, lines)
  const mayWrap = lines.every(({ content }) => content.length <= widestWrap)
  const drafts: Draft[] = []
  let afterBlank = true
  let label: string | undefined
  for (const line of lines) {
    const content = line.content.trimEnd()
    if (content === '') {
      afterBlank = true
      continue
    }
    const open = drafts.at(-1)
    const marker = wrapped && !afterBlank ? undefined : readListMarker(content, label)
    if (!marker && open && continues(open, line, content, { wrapped, mayWrap, afterBlank })) {
      open.last = content
    } else {
      drafts.push(draftOf(line, content, marker?.style ?? '', marker?.length ?? 0))
      if (marker?.label) label = marker.label
    }
    afterBlank = false
  }
  return drafts
}

function draftOf(line: Line, content: string, style: string, length: number): Draft {
  return {
    start: line.start,
    indent: line.indent,
    contentIndent: line.indent + length,
    style,
    from: line.start + leadingSpace(line) + length,
    last: content,
  }
}

function leadingSpace(line: Line): number {
  return line.content.length === 0 ? 0 : line.indent
}

/** The old records wrap every line at a fixed width under an indent; items there always follow a blank line. */
function isHardWrapped(source: string, lines: readonly Line[]): boolean {
  if (!source.includes('\n        ')) return false
  return lines.every((line, index) => index === 0 || line.content === '' || line.indent >= 6)
}

function continues(
  open: Draft,
  line: Line,
  content: string,
  { wrapped, mayWrap, afterBlank }: { wrapped: boolean; mayWrap: boolean; afterBlank: boolean },
): boolean {
  if (afterBlank && bareTitle.test(content)) return false
  const within = open.style !== '' && line.indent >= Math.min(open.contentIndent, open.indent + 2)
  if (afterBlank) return within && !open.last.endsWith(':')
  if (wrapped || within) return true
  if (/[:.;!?]$/.test(open.last)) return false
  return (
    /^[\p{Ll}(]/u.test(content) ||
    (mayWrap && open.last.length >= 70 && !/^\p{Lu}{2}/u.test(content) && open.style === '')
  )
}

/** A heading alone after a blank line is one, however far it stands in. */
const bareTitle = /^(?:key |main |general )?(?:in|ex)clusion criteria\W*$/i

/** A text with a wider line is not wrapped at a width: each of its lines is one of its own. */
const widestWrap = 110

/** Lines end at a line break, and in texts with HTML in them at the tags that end a line there. */
function linesOf(source: string): Line[] {
  const lines: Line[] = []
  let start = 0
  while (start < source.length) {
    lineEnd.lastIndex = start
    const found = lineEnd.exec(source)
    const end = found?.index ?? source.length
    const next = found ? end + found[0].length : end + 1
    let indent = 0
    while (start + indent < end && isSpace(source.charCodeAt(start + indent))) indent++
    lines.push({ start, indent, content: source.slice(start + indent, end) })
    start = next
  }
  return lines
}

const lineEnd = /\n|<\/?(?:br|p|li|ul|ol|div)\b[^<>]{0,40}>/gi

function isSpace(code: number): boolean {
  return code === 32 || code === 9 || code === 0xa0 || code === 0x3000
}

/** One draft as units: an opening `Exclusion Criteria:` is kept apart from what follows it, as are "1. … 2. … 3. …". */
function* cut(source: string, draft: Draft, end: number): Generator<Unit> {
  const raw = source.slice(draft.from, end)
  const places = cutsIn(raw)
  if (places.length === 0) {
    yield unit(draft, draft.start, clean(raw), draft.style)
    return
  }
  let from = 0
  let style = draft.style
  let start = draft.start
  for (const place of [...places, { at: raw.length, skip: 0, style: '' }]) {
    const text = clean(raw.slice(from, place.at))
    if (text !== '') {
      yield unit(draft, start, text, style)
      start = draft.from + place.at
    }
    from = place.at + place.skip
    style = place.style
  }
}

function unit(draft: Draft, start: number, text: string, style: string): Unit {
  const deeper = style !== draft.style && style !== '' ? 1 : 0
  return {
    start,
    indent: draft.indent + deeper,
    contentIndent: draft.contentIndent + deeper,
    style,
    text,
  }
}

interface Cut {
  readonly at: number
  readonly skip: number
  readonly style: string
}

function cutsIn(raw: string): Cut[] {
  const cuts: Cut[] = []
  if (inlineTitle.test(raw)) {
    for (const match of raw.matchAll(everyInlineTitle)) {
      const [whole, before = '', title = ''] = match
      if (!kindAnnounced(clean(title), true)) continue
      const at = match.index + before.length
      if (at > 0) cuts.push({ at, skip: 0, style: '' })
      const after = match.index + whole.length
      if (raw.slice(after).trim() !== '') cuts.push({ at: after, skip: 0, style: '' })
    }
  }
  const last = closingTitle.exec(raw)
  if (last && last.index > 0) cuts.push({ at: last.index + 1, skip: 0, style: '' })
  for (const place of numbered(raw)) cuts.push(place)
  for (const place of labelled(raw)) cuts.push(place)
  return cuts
    .toSorted((a, b) => a.at - b.at)
    .filter((place, index, all) => index === 0 || place.at > (all[index - 1]?.at ?? -1))
}

/**
 * The old layout of cancer records has all of a person's characteristics in one paragraph, each after its label: "Age: 18
 * and over Performance status: ECOG 0-2 Life expectancy: …". Cut before each label, where there are several.
 */
function labelled(raw: string): Cut[] {
  if (raw.length < 60) return []
  const labels = [...raw.matchAll(cancerLabel)]
  if (labels.length < 3) return []
  return labels
    .filter(({ index }) => index > 0)
    .map(({ index }) => ({ at: index + 1, skip: 0, style: '' }))
}

/** "1. … 2. … 3. …" within a line: cut where the numbers run on from 1, at least to 3. */
function numbered(raw: string): Cut[] {
  if (!/\b1\\?[.)]\s/.test(raw) || !/\b3\\?[.)]\s/.test(raw)) return []
  const cuts: Cut[] = []
  for (const match of raw.matchAll(inlineNumber)) {
    const [whole, before = '', number = ''] = match
    if (Number(number) !== cuts.length + 1) continue
    const at = match.index + before.length
    cuts.push({ at, skip: whole.length - before.length, style: '1.' })
  }
  return cuts.length >= 3 ? cuts : []
}

const cancerLabel =
  /(?:^|\s)(?:DISEASE CHARACTERISTICS|PATIENT CHARACTERISTICS|PRIOR CONCURRENT THERAPY|Age|Sex|Menopausal status|Performance status|Life expectancy|Hematopoietic|Hepatic|Renal|Cardiovascular|Pulmonary|Neurologic|Immunologic|Biologic therapy|Chemotherapy|Endocrine therapy|Radiotherapy|Surgery|Other):\s/g
const inlineTitle = /(?:clusion|clusión|ligib)[a-z]* {0,3}(?:criteri|:)/i
const everyInlineTitle =
  /(^\s*|[.;:)\n]\s+|\s(?=(?:Inc|Exc|INC|EXC)))((?:[A-Z][a-z]+ ){0,2}(?:non-?)?(?:in|ex)clusion(?:s|[ \n]+criteri(?:a|on))?[ \n]*(?:\([^)\n]{0,40}\) ?)?:)/gi
/** A heading that lost its line: "… prior therapy. Exclusion Criteria". */
const closingTitle = /(?<=[.;)]|\n)\s(?:Ex|In)clusion Criteria\s*$/
const inlineNumber = /(^\s*|[\s;,.:])\(?(\d{1,2})\\?[.)][ \t\n]+(?=\S)/g
