import type { EnquiryState } from '../model/enquiry.ts'

/** What a site can have done with an enquiry. */
export type SiteStep = (typeof steps)[number]

/** In the order in which a desk offers them. */
export const steps = [
  'contacted',
  'not-reached',
  'invited',
  'offered-other',
  'not-eligible',
  'declined',
  'joined',
] as const

/** Why somebody is not eligible, as codes: what is said of each is among the words. */
export const ineligibleReasons = [
  'age',
  'condition',
  'other-illness',
  'medicine',
  'test',
  'pregnancy',
  'time-window',
  'other-study',
  'travel',
  'full',
  'other',
] as const

/** One of these reasons. */
export type IneligibleReason = (typeof ineligibleReasons)[number]

/** The reason that a text names; undefined for any other text. */
export function readReason(text: string | undefined): IneligibleReason | undefined {
  return ineligibleReasons.find((reason) => reason === text)
}

/** The step that a text names; undefined for any other text. */
export function readStep(text: string | undefined): SiteStep | undefined {
  return steps.find((step) => step === text)
}

/**
 * The steps that can follow a state. What a site decided it may take back with another step; what has gone on to another
 * site, and who has joined, is beyond it.
 */
export function stepsFrom(state: EnquiryState): readonly SiteStep[] {
  if (state === 'asked' || state === 'passed' || state === 'joined') return []
  return steps
}

/**
 * The state after a step. Who is offered another site decides whether their message goes there: nothing of it goes without
 * their consent, and until then it is their turn.
 */
export function stateAfter(step: SiteStep): EnquiryState {
  return step === 'offered-other' ? 'contacted' : step
}

/** The longest text that goes with a step, in characters. */
export const longestReply = 2000
