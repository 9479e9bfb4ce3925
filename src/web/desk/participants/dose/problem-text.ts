import { zoneOf } from '../../../../study/conduct/model/case.ts'
import type { DoseProblem } from '../../../../study/conduct/record/dose-problems.ts'
import { momentNow } from '../../../../study/conduct/record/typed-dose.ts'
import { decisionText, reasonText } from '../../../../study/in-words/doses.ts'
import { missingText } from '../../../../study/in-words/grounds.ts'
import { deviationLines } from '../../../../study/in-words/outcomes.ts'
import { titleOf } from '../../../../study/in-words/telling.ts'
import { momentText, quantityInWords } from '../../../../study/in-words/values.ts'
import type { Quantity } from '../../../../study/protocol/quantity/quantity.ts'
import type { DoseDecision } from '../../../../study/protocol/state/answers.ts'
import type { ParticipantView } from '../parts/participant-view.ts'

/** What is wrong with a dose, at its field. */
export interface DoseProblemText {
  readonly field: string
  readonly text: string
}

/** What is wrong with a dose in words. */
export function doseProblemText(view: ParticipantView, problem: DoseProblem): DoseProblemText {
  return { field: fieldOfDose(problem), text: sentenceOf(view, problem) }
}

/** An instant by the clocks of the site. */
export function siteMoment({ of, telling }: ParticipantView, at: string): string {
  return momentText(telling, momentNow(new Date(at), zoneOf(of)).text)
}

/** Amounts in a row: "28 mg or 29 mg". */
export function amountsText(
  { page, telling }: ParticipantView,
  amounts: readonly Quantity[],
): string {
  return amounts.map((amount) => quantityInWords(telling, amount)).join(page.words.doseForm.or)
}

/** Why nothing is given now. */
export function whyNotNow({ telling }: ParticipantView, decision: DoseDecision): string {
  return [
    ...decision.because.map((reason) => reasonText(telling, decision, reason)),
    ...decision.missing.map((one) => missingText(telling, one)),
  ].join(' ')
}

function fieldOfDose(problem: DoseProblem): string {
  if (problem.why !== 'moment') return fields[problem.why] ?? 'amount'
  if (problem.fault === 'twice') return 'offset'
  return ofTime.has(problem.fault) ? 'time' : 'day'
}

const fields: Readonly<Partial<Record<DoseProblem['why'], string>>> = {
  noNumber: 'number',
  otherChild: 'number',
  unit: 'unit',
  future: 'when',
  signedLater: 'when',
  beforeFact: 'when',
  otherThen: 'when',
  differs: 'reason',
  soon: 'reason',
  noReason: 'reason',
  tooLong: 'lot',
}

const ofTime: ReadonlySet<string> = new Set(['notATime', 'noSuchTime', 'skipped'])

function sentenceOf(view: ParticipantView, problem: DoseProblem): string {
  const { page, of } = view
  const words = page.words.doseForm.problems
  const plain = words[problem.why]
  if (typeof plain === 'string') return plain
  if (problem.why === 'amount') return words.amount[problem.problem]
  if (problem.why === 'otherChild')
    return /^\d{2,3}-\d{1,6}$/.test(problem.typed)
      ? words.otherChild(of.participant.number, problem.typed)
      : words.notThisChild(of.participant.number)
  if (problem.why === 'moment') {
    if (problem.given !== undefined) return words.dayFirst(momentText(view.telling, problem.given))
    const known = Object.entries(words.moment).find(([fault]) => fault === problem.fault)
    return known?.[1] ?? words.moment.other
  }
  return momentSentence(view, problem) ?? amountSentence(view, problem)
}

/** What is wrong with when it was, or with a dose being given at all. */
function momentSentence(view: ParticipantView, problem: DoseProblem): string | undefined {
  const { page, telling } = view
  const words = page.words.doseForm.problems
  if (problem.why === 'signedLater') return words.signedLater(siteMoment(view, problem.at))
  if (problem.why === 'hold' || problem.why === 'refuse')
    return words[problem.why](whyNotNow(view, problem.decision))
  if (problem.why === 'soon')
    return words.soon(momentText(telling, problem.last), momentText(telling, problem.due))
  if (problem.why === 'otherThen') {
    const due = problem.due === undefined ? '' : momentText(telling, problem.due)
    return words.otherThen(decisionText(telling, problem.decision), due)
  }
  if (problem.why === 'twice') {
    const { value, unit = '', at } = problem.other
    const amount = quantityInWords(telling, { value: String(value), unit })
    return words.twice(amount, momentText(telling, at))
  }
  if (problem.why === 'beforeFact') {
    const { item, at, recordedAt = at } = problem.fact
    const recorded = siteMoment(view, recordedAt)
    return words.beforeFact(titleOf(telling, item), momentText(telling, at), recorded)
  }
  if (problem.why === 'deviation')
    return words.deviation(deviationLines(telling, problem.deviation).join(', '))
  return undefined
}

/** What is wrong with an amount. */
function amountSentence(view: ParticipantView, problem: DoseProblem): string {
  const words = view.page.words.doseForm.problems
  const said = (amount: Quantity): string => quantityInWords(view.telling, amount)
  if (problem.why === 'millilitres' || problem.why === 'milligrams') {
    const { why, typed, due, volume } = problem
    return words[why](said(typed), said(due), said(volume))
  }
  if (problem.why === 'tenTimes') return words.tenTimes(said(problem.amount), said(problem.due))
  if (problem.why === 'aboveHighest')
    return words.aboveHighest(said(problem.amount), said(problem.highest))
  if (problem.why === 'notPlausible') return words.notPlausible(said(problem.amount))
  if (problem.why === 'conversion') {
    const { volume, strength, amount, due } = problem
    return words.conversion(said(volume), said(strength), said(amount), amountsText(view, due))
  }
  if (problem.why === 'roundedByInvestigator')
    return words.roundedByInvestigator(amountsText(view, problem.due))
  if (problem.why !== 'differs') return view.page.words.doseForm.nothingDone
  const { due, amount } = problem
  const all = amountsText(view, due)
  return due.length > 1 ? words.several(all) : words.differs(said(amount), all)
}
