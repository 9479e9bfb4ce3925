import type { Protocol } from '../study/protocol/document/protocol.ts'

/** The passage of the invented source that a node is by. */
export const source = (place: string, text: string) =>
  [{ source: 'protocol', place, text }] as const

/** An item of the example. */
export function itemOf(
  id: string,
  en: string,
  fr: string,
  type: Protocol['items'][number]['type'],
  more: Partial<Protocol['items'][number]> = {},
): Protocol['items'][number] {
  return { id, title: { en, fr }, type, repeats: 'series', ...more }
}

/** The latest neutrophils up to the decision, against a limit. */
export function latestNeutrophils(is: '<' | '>=', value: string) {
  return {
    op: 'compare',
    left: { op: 'reading', pick: 'latest', of: { item: 'neutrophils', until: { at: 'decision' } } },
    is,
    right: { op: 'quantity', value, unit: '10*9/L' },
  } as const
}

/** An exclusion that is a yes-or-no item. */
export function yesExclusion(id: string, en: string, fr: string, of: string) {
  return {
    id,
    title: { en, fr },
    status: 'stated',
    words: source('5.2', en.toLowerCase()),
    kind: 'exclusion',
    expression: { op: 'fact', item: of },
  } as const
}

/** A visit counted from the first infusion. */
export function plannedVisit(
  id: string,
  en: string,
  fr: string,
  target: { day?: number; after?: string },
  window?: { early: string; late: string },
  repeat?: { every: string; times: number },
): Protocol['visits'][number] {
  return {
    id,
    title: { en, fr },
    status: 'stated',
    words: source('1.3', en),
    target: { anchor: 'start', ...target },
    items: ['neutrophils', 'weight'],
    // oxlint-disable-next-line unicorn/no-thenable -- the document's own word
    order: [{ first: 'neutrophils', then: 'infusion' }],
    ...(window && { window }),
    ...(repeat && { repeat }),
  }
}
