import type { EnquiryState } from '../model/enquiry.ts'

/** The parts of a desk: what the site is to answer, what it waits for, who is examined, and what has ended. */
export type DeskTab = 'answer' | 'waiting' | 'screening' | 'closed'

/** In the order in which a desk shows them. */
export const deskTabs: readonly DeskTab[] = ['answer', 'waiting', 'screening', 'closed']

/** The part in which a state stands: while an answer presses, and while none does. */
const parts: Readonly<
  Partial<Record<EnquiryState, { readonly pressed: DeskTab; readonly calm: DeskTab }>>
> = {
  sent: { pressed: 'answer', calm: 'answer' },
  seen: { pressed: 'answer', calm: 'answer' },
  contacted: { pressed: 'answer', calm: 'waiting' },
  'not-reached': { pressed: 'answer', calm: 'waiting' },
  invited: { pressed: 'answer', calm: 'screening' },
  joined: { pressed: 'closed', calm: 'closed' },
  'not-eligible': { pressed: 'closed', calm: 'closed' },
  declined: { pressed: 'closed', calm: 'closed' },
  passed: { pressed: 'closed', calm: 'closed' },
  closed: { pressed: 'closed', calm: 'closed' },
}

/** The part of the desk in which an enquiry stands; undefined for one that its owner has not confirmed. */
export function deskTabOf(state: EnquiryState, isPressed: boolean): DeskTab | undefined {
  return parts[state]?.[isPressed ? 'pressed' : 'calm']
}

/** The states that stand in a part of the desk: always, only while an answer presses, and only while none does. */
export function statesOf(
  tab: DeskTab,
): Readonly<Record<'always' | 'pressed' | 'calm', readonly EnquiryState[]>> {
  const of = (isPressed: boolean): readonly EnquiryState[] =>
    deskStates.filter((state) => deskTabOf(state, isPressed) === tab)
  const [pressed, calm] = [of(true), of(false)]
  return {
    always: pressed.filter((state) => calm.includes(state)),
    pressed: pressed.filter((state) => !calm.includes(state)),
    calm: calm.filter((state) => !pressed.includes(state)),
  }
}

/** Every state that a desk shows. */
export const deskStates = Object.keys(parts) as readonly EnquiryState[]

/** Those in which something can still come of it. */
export const openStates = deskStates.filter((state) => deskTabOf(state, true) !== 'closed')

/**
 * Who was invited is owed an outcome weeks later: it presses when that is due within so many days. What its owner added
 * presses at once.
 */
export const pressingDays = 3
