import type { FoundAt } from './found-at.ts'

/** How a thing is joined to the next; undefined by a comma alone. */
export type Joint = 'or' | 'and' | undefined

/** The joint at a place: none or one. */
export function jointsAt(words: readonly string[], at: number): readonly FoundAt<Joint>[] {
  for (const [form, value] of joints)
    if (form.every((word, step) => words[at + step] === word))
      return [{ end: at + form.length, value }]
  return []
}

const joints: readonly (readonly [readonly string[], Joint])[] = [
  [[',', 'and', '/', 'or'], 'or'],
  [['and', '/', 'or'], 'or'],
  [[',', 'or'], 'or'],
  [[';', 'or'], 'or'],
  [[',', 'and'], 'and'],
  [[';', 'and'], 'and'],
  [['or'], 'or'],
  [['and'], 'and'],
  [['/'], 'or'],
  [[','], undefined],
  [[';'], undefined],
]
