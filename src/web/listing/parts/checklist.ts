import { allParts, parseCriteria } from '../../../finder/eligibility/criteria.ts'
import type { Kind, Part } from '../../../finder/eligibility/criteria.ts'

/** One line of a checklist with the lines under it. */
export interface ChecklistItem {
  readonly type: 'criterion' | 'heading' | 'note'
  readonly text: string
  readonly items: readonly ChecklistItem[]
}

/** A study's rules by what they do: let in, keep out, or not said. */
export type Checklist = Readonly<Record<Kind, readonly ChecklistItem[]>>

/** Three times the rules of the longest known text; the text itself stands beside the lists as far as it is shown. */
const mostItems = 500
const mostText = 40_000

/** The registry's criteria text as lists, as far as some hundreds of rules; every line is in the list its heading announces. */
export function checklistOf(text: string): Checklist {
  const list: Record<Kind, ChecklistItem[]> = { inclusion: [], exclusion: [], unspecified: [] }
  let kind: Kind = 'unspecified'
  let left = mostItems
  for (const part of parseCriteria(text.slice(0, mostText)).parts) {
    left -= allParts([part]).length
    if (left < 0) break
    if (part.type === 'heading' && part.kind) kind = part.kind
    else list[part.type === 'criterion' ? part.kind : kind].push(itemOf(part))
  }
  return list
}

/** How many rules of each kind a text holds; those nested in another count with it. */
export function countRules(text: string): Readonly<Record<Kind, number>> {
  const counts = { inclusion: 0, exclusion: 0, unspecified: 0 }
  const top = parseCriteria(text.slice(0, mostText)).parts.filter(
    ({ type }) => type === 'criterion',
  )
  for (const part of top) if (part.type === 'criterion') counts[part.kind] += 1
  return counts
}

function itemOf(part: Part): ChecklistItem {
  const items = part.type === 'criterion' ? part.children.map(itemOf) : []
  return { type: part.type, text: part.text, items }
}
