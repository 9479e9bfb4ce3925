import { findAll, textAt, type Element } from './element.ts'
import { markdownAt } from './markdown.ts'
import { compact, compactAll, type Fields } from './values.ts'

/** The API's name of a group: P1 is FG000, B2 is BG001, O1 is OG000, E3 is EG002. */
export function groupId(old: string | undefined): string | undefined {
  const [, letter, number] = /^([PBOE])(\d+)$/.exec(old ?? '') ?? []
  if (letter === undefined) return old
  const prefix = letter === 'P' ? 'F' : letter
  return `${prefix}G${String(Number(number) - 1).padStart(3, '0')}`
}

/** The groups that a part of the results compares. */
export function groups(element: Element | undefined): Fields[] {
  return compactAll(findAll(element, 'group_list/group'), (group) =>
    compact({
      id: groupId(group.attributes['group_id']),
      title: textAt(group, 'title'),
      description: markdownAt(group, 'description'),
    }),
  )
}
