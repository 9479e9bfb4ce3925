import type { Criteria, Criterion, Heading, Note, Part, Span } from './criterion.ts'
import type { CriterionKind } from './headings.ts'
import { isExceptionOfSome, opensException } from './exceptions.ts'
import { joinOf } from './join.ts'
import { andEnds } from './not-alone-words.ts'
import { notAloneIn, withMarks } from './not-alone.ts'
import { isBare, isNote, isPermission, isTitle, kindAnnounced } from './headings.ts'
import { unitsOf } from './units.ts'
import type { Unit } from './units.ts'

export type { CriterionKind as Kind } from './headings.ts'
export type { Criteria, Criterion, Part, Span } from './criterion.ts'

/**
 * Reads any registry's criteria text into a checklist. Nothing is lost: the spans of all parts, in order,
 * are the source. Never throws.
 */
export function parseCriteria(source: string): Criteria {
  const units = unitsOf(source)
  const builder = new Outline(source)
  units.forEach((unit, index) => {
    const start = index === 0 ? 0 : unit.start
    const end = units[index + 1]?.start ?? source.length
    builder.add(unit, { start, end }, units[index + 1])
  })
  const parts = builder.finish()
  return { source, parts: withMarks(parts, notAloneIn(parts)) }
}

/** Every criterion of a checklist, parents before children, without headings and notes. */
export function allCriteria(parts: readonly Part[]): Criterion[] {
  return parts.flatMap((part) =>
    part.type === 'criterion' ? [part, ...allCriteria(part.children)] : [],
  )
}

/** Every part of a checklist in the order of the source, nested ones after their parents. */
export function allParts(parts: readonly Part[]): Part[] {
  return parts.flatMap((part) =>
    part.type === 'criterion' ? [part, ...allParts(part.children)] : [part],
  )
}

interface Draft {
  readonly type: 'criterion'
  readonly id: string
  readonly kind: CriterionKind
  readonly text: string
  readonly span: Span
  readonly heading?: string
  readonly children: (Draft | Note)[]
}

interface Open {
  readonly indent: number
  readonly style: string
  readonly draft: Draft
}

/** Keeps what is open while the units of a text are put in their places. */
class Outline {
  readonly #source: string
  readonly #parts: (Draft | Heading | Note)[] = []
  readonly #count: Record<CriterionKind, number> = { inclusion: 0, exclusion: 0, unspecified: 0 }
  #open: Open[] = []
  #kind: CriterionKind = 'unspecified'
  #group: string | undefined
  #title: string | undefined
  /** Under a title such as "Allowed:" nothing is asked, in the list or the one paragraph after it. */
  #permits = false
  #permitted = 0
  /** Right after "NOTE:" on a line of its own. */
  #remarks = false

  constructor(source: string) {
    this.#source = source
  }

  add(unit: Unit, span: Span, next: Unit | undefined): void {
    const isException = this.#kind === 'exclusion' && isExceptionOfSome(unit.text)
    const kind = isException ? undefined : kindAnnounced(unit.text, unit.style !== '')
    const isRemark = this.#remarks
    this.#remarks = /^notes?:$/i.test(unit.text)
    if (this.#permitted > 0 && unit.style === '') this.#permits = false
    if (kind) this.#startKind(kind, unit, span)
    else if (this.#remarks || isRemark) this.#place({ type: 'note', text: unit.text, span }, unit)
    else if (this.#isTitle(unit, next)) this.#startTitle(unit, span, next)
    else if (this.#permits) this.#addPermitted(unit, span)
    else if (isNote(unit.text) && !isException)
      this.#place({ type: 'note', text: unit.text, span }, unit)
    else this.#addCriterion(unit, span)
  }

  finish(): Part[] {
    if (this.#parts.length === 0 && this.#source !== '')
      return [{ type: 'note', text: '', span: { start: 0, end: this.#source.length } }]
    return this.#parts.map((part) => (part.type === 'criterion' ? finished(part) : part))
  }

  #isTitle(unit: Unit, next: Unit | undefined): boolean {
    if (!next || !isTitle(unit.text)) return false
    if (unit.style === '') return true
    return kindAnnounced(next.text, next.style !== '') !== undefined
  }

  #startKind(kind: CriterionKind, { text }: Unit, span: Span): void {
    this.#parts.push({ type: 'heading', kind, text, span })
    this.#kind = kind
    this.#permits = false
    this.#title = isBare(text) ? undefined : titled(text)
    this.#open = []
  }

  #startTitle({ text }: Unit, span: Span, next: Unit | undefined): void {
    this.#parts.push({ type: 'heading', text, span })
    this.#open = []
    this.#permits = isPermission(text)
    this.#permitted = 0
    if (next && kindAnnounced(next.text, next.style !== '')) this.#group = titled(text)
    else this.#title = titled(text)
  }

  #addPermitted(unit: Unit, span: Span): void {
    this.#permitted += 1
    this.#place({ type: 'note', text: unit.text, span }, unit)
  }

  #addCriterion(unit: Unit, span: Span): void {
    const parent = this.#parentOf(unit)
    if (!parent && ownTitle.test(unit.text)) this.#title = undefined
    const heading = [this.#group, this.#title].filter(Boolean).join(' › ')
    const draft: Draft = {
      type: 'criterion',
      id: parent ? `${parent.id}.${childCount(parent) + 1}` : this.#nextId(),
      kind: this.#kind,
      text: unit.text,
      span,
      ...(heading && { heading }),
      children: [],
    }
    if (parent) parent.children.push(draft)
    else this.#parts.push(draft)
    if (unit.style !== '' || opensList(unit.text))
      this.#open.push({ indent: indentOf(unit), style: unit.style, draft })
  }

  #place(note: Note, unit: Unit): void {
    const parent = this.#parentOf(unit)
    if (parent) parent.children.push(note)
    else this.#parts.push(note)
  }

  #nextId(): string {
    this.#count[this.#kind] += 1
    return `${this.#kind[0]}${this.#count[this.#kind]}`
  }

  /** Closes what the unit does not belong to, and returns what it belongs to. */
  #parentOf(unit: Unit): Draft | undefined {
    const indent = indentOf(unit)
    if (this.#isAfterException(indent)) this.#open = []
    let top = this.#open.at(-1)
    while (top && !(indent > top.indent || this.#opensSameIndent(top, unit, indent))) {
      this.#open.pop()
      top = this.#open.at(-1)
    }
    while (this.#open.length >= mostLevels) this.#open.pop()
    return this.#open.at(-1)?.draft
  }

  /** What stands deeper than the lines that let somebody in again, under none that opens a list, is of the list around them. */
  #isAfterException(indent: number): boolean {
    const [first, ...inside] = this.#open
    const last = inside.at(-1)
    if (!first || !last || first.style !== '' || first.draft.kind !== 'exclusion') return false
    return opensException(first.draft.text) && indent > last.indent && !opensList(last.draft.text)
  }

  /** Lists pasted without indents: another style right after "…:" is one level down. */
  #opensSameIndent(top: Open, unit: Unit, indent: number): boolean {
    if (indent !== top.indent || unit.style === '') return false
    if (unit.style === top.style) return isOfException(top.draft, unit.text)
    if (this.#open.some((open) => open.style === unit.style && open.indent === indent)) return false
    return (
      opensList(top.draft.text) ||
      top.draft.children.length > 0 ||
      isSubStyle(unit.style, top.style)
    )
  }
}

const mostLevels = 12

/** Lines at the level of the words that let somebody in again, as far as "and" joins them. */
function isOfException({ kind, text, children }: Draft, next: string): boolean {
  if (kind !== 'exclusion' || !opensException(text)) return false
  const last = children.at(-1)
  return andEnds(last?.text ?? next)
}

/** `SURGERY: Recovered from prior surgery`: the line names its own title. */
const ownTitle = /^[A-Z][A-Z /,-]{2,40}: /

function finished(draft: Draft): Criterion {
  const texts = draft.children.flatMap((child) => (child.type === 'criterion' ? [child.text] : []))
  return {
    ...draft,
    ...joinOf(draft.kind, draft.text, texts),
    opens: texts.length > 0 && opensList(draft.text),
    children: draft.children.map((child) => (child.type === 'criterion' ? finished(child) : child)),
  }
}

function childCount(parent: Draft): number {
  return parent.children.filter((child) => child.type === 'criterion').length
}

/** A paragraph opens its list from half a column to the left, so that items at its own indent are its children. */
function indentOf(unit: Unit): number {
  return unit.style === '' ? unit.indent - 0.5 : unit.indent
}

function isSubStyle(style: string, above: string): boolean {
  return /^\*?\(?[aiA][.)]$/.test(style) && /^\*?\(?1[.)]$/.test(above)
}

function opensList(text: string): boolean {
  return /[:：]\W*$/.test(text)
}

function titled(text: string): string {
  return text.replace(/^#+ |\s*[:：]\s*$/g, '')
}
