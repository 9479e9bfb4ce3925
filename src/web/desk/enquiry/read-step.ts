import type { StepAsk, StepProblem } from '../../../people/enquiries/desk/take-step.ts'
import { longestReply, readStep, steps } from '../../../people/enquiries/desk/step.ts'
import type { Page } from '../../shell/page.ts'
import type { Opened, TypedStep } from './opened.ts'

/** The step of a form as it was typed. */
export function typedStep(form: URLSearchParams): TypedStep {
  const step = readStep(form.get('step') ?? undefined)
  const texts = Object.fromEntries(
    steps.flatMap((one) => {
      const text = form.get(`text-${one}`)
      return text === null ? [] : [[one, withoutReturns(text)]]
    }),
  )
  return {
    ...(step && { step }),
    texts,
    reason: form.get('reason') ?? '',
    consentedOn: (form.get('consentedOn') ?? '').trim(),
    site: form.get('site') ?? '',
  }
}

/** Browsers send the end of a line as two signs. */
export function withoutReturns(text: string): string {
  return text.replace(/\r\n?/g, '\n')
}

/** The version that a form was made for; one that is no number is that of no enquiry. */
export function versionOfForm(form: URLSearchParams): number {
  const text = form.get('version') ?? ''
  return /^\d{1,9}$/.test(text) ? Number(text) : 0
}

/** A typed step as the desk takes it; undefined where none was chosen. */
export function stepAsk(
  typed: TypedStep,
  which: {
    readonly id: string
    readonly version: number
    readonly protocolVersion?: string
    readonly siteName?: string
  },
): StepAsk | undefined {
  const { step } = typed
  if (!step) return undefined
  const { protocolVersion, siteName, ...ask } = which
  const text = typed.texts[step] ?? ''
  return {
    ...ask,
    step,
    text: step === 'offered-other' && siteName !== undefined ? `${text.trim()}\n${siteName}` : text,
    ...(step === 'not-eligible' && { reason: typed.reason }),
    ...(step === 'joined' && { consentedOn: typed.consentedOn }),
    ...(step === 'offered-other' && { site: siteName === undefined ? '' : typed.site }),
    ...(step === 'joined' && protocolVersion !== undefined && { protocolVersion }),
  }
}

/** What is wrong with a step, in words, each at its field. */
export function stepProblems(
  { words }: Page,
  typed: TypedStep,
  problem: StepProblem | 'step',
): Opened['problems'] {
  const say = words.desk.problems
  switch (problem) {
    case 'step':
      return [{ field: 'step', text: say.step }]
    case 'notNow':
      return [{ field: 'step', text: say.notNow }]
    case 'reason':
      return [{ field: 'reason', text: say.reason }]
    case 'date':
      return [{ field: 'consentedOn', text: say.date }]
    case 'site':
      return [{ field: 'site', text: say.site }]
    case 'text':
      return [{ field: `text-${typed.step ?? 'contacted'}`, text: say.text(longestReply) }]
  }
}
