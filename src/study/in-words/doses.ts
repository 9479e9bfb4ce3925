import type { OperatorSetting } from '../protocol/document/settings.ts'
import type {
  DecisionReason,
  DoseDecision,
  DoseDerivation,
  ReachedLevel,
  RuleLookedAt,
} from '../protocol/state/answers.ts'
import type { StopState } from '../protocol/state/stop-state.ts'
import { momentText, quantityInWords } from './values.ts'
import { type Telling, namedText, titleOf } from './telling.ts'

/** One step of a derivation: what it is about, and what it says. */
export interface DerivationStep {
  readonly step: keyof Telling['words']['doses']['step']
  readonly label: string
  readonly text: string
}

/** "Give: 44.1 mg", "Hold", "No dose": what is decided, in a few words. */
export function decisionText(telling: Telling, { kind, dose }: DoseDecision): string {
  const said = telling.words.doses.kind[kind]
  if (kind !== 'give' || !dose) return said
  return namedText(telling, said, quantityInWords(telling, dose.amount))
}

/**
 * "dose 3, J3, due 11 March 2017, 10:00". One whose time has passed is decided for `now`: it is "due since" that time, and the
 * first one "due now". One that the version refuses is due at no time.
 */
export function decisionWhen(
  telling: Telling,
  { number, day, dueAt, dueSince, kind }: DoseDecision,
  now?: string,
): string {
  const words = telling.words.doses
  const isNow = now !== undefined && isSameMinute(dueAt, now)
  const planned = isNow ? words.dueNow : words.dueAt(momentText(telling, dueAt))
  const due = dueSince === undefined ? planned : words.dueSince(momentText(telling, dueSince))
  const when = now !== undefined && kind === 'refuse' ? '' : due
  return [words.number(String(number)), day ?? '', when].filter((part) => part !== '').join(', ')
}

/** Whether two moments with their offsets are the same, as finely as a dose is planned. */
export function isSameMinute(one: string, other: string): boolean {
  const minute = (at: string): number => Math.floor(Date.parse(at) / 60_000)
  return minute(one) === minute(other)
}

/** Why a dose is given, held or refused. */
export function reasonText(
  telling: Telling,
  decision: DoseDecision,
  reason: DecisionReason,
): string {
  const node = titleOf(telling, reason.node ?? decision.level ?? decision.regimen)
  return telling.words.doses.because[reason.type](node)
}

/** Every step by which an amount was worked out, so that it can be checked by hand. */
export function derivationSteps(telling: Telling, dose: DoseDerivation): readonly DerivationStep[] {
  const steps: [DerivationStep['step'], string | undefined][] = [
    ['level', levelText(telling, dose)],
    ['weight', weightText(telling, dose)],
    ['surface', surfaceText(telling, dose)],
    ['arithmetic', arithmeticText(telling, dose)],
    ['cap', capText(telling, dose)],
    ['rounding', roundingText(telling, dose)],
    ['amount', quantityInWords(telling, dose.amount)],
    ['product', productText(telling, dose)],
  ]
  return steps.flatMap(([step, text]) => {
    const label = telling.words.doses.step[step]
    return text === undefined || typeof label !== 'string' ? [] : [{ step, label, text }]
  })
}

/** What "Give" and "Hold" mean; where doses rest by a rule and nobody is asked anything, that the rule says when they go on. */
export function meansText(telling: Telling, { kind, because, asks }: DoseDecision): string {
  const { means } = telling.words.doses
  const isResting = asks.length === 0 && because.every(({ type }) => type === 'rule holds')
  return means[kind === 'hold' && isResting ? 'rests' : kind]
}

/** A rule and what it did, in words. */
interface RuleTold {
  readonly rule: RuleLookedAt
  readonly text: string
}

/** The rules of a dose: first the one that led to the level at which doses go on, then each that was looked at. */
export function rulesTold(
  telling: Telling,
  { rules, reached }: Pick<DoseDecision, 'rules' | 'reached'>,
): readonly RuleTold[] {
  return [
    ...(reached ? [{ rule: reached.rule, text: reachedText(telling, reached) }] : []),
    ...rules.map((rule) => ({ rule, text: ruleText(telling, rule) })),
  ]
}

/** A rule that was looked at, and what it did. */
export function ruleText(telling: Telling, rule: RuleLookedAt): string {
  const { did, looked, prevented, rest: words } = telling.words.doses
  const to = rule.to === undefined ? '' : titleOf(telling, rule.to)
  const { verdict } = telling.words.participant
  const { rest } = rule
  const came = verdict[rule.verdict]
  const what = !rest
    ? looked(came, did[rule.did](to))
    : 'freed' in rest
      ? words.freed(momentText(telling, rest.freed))
      : 'ended' in rest
        ? words.ended(momentText(telling, rest.ended), did[rule.did](to))
        : words.since(momentText(telling, rest.since), came)
  const said = namedText(telling, titleOf(telling, rule.rule), what)
  if (rest && 'endsAfter' in rest && rest.endsAfter !== undefined)
    return `${said}. ${words.endsAfter(momentText(telling, rest.endsAfter))}`
  const why = rule.prevented
  if (!why) return said
  return `${said}. ${why.by === 'gap' ? prevented.gap(momentText(telling, why.earliest)) : prevented.once()}`
}

/** "With dose 1 (28 February 2024, 20:00), as it was then: …": the rule that led to the level at which doses go on. */
function reachedText(telling: Telling, { number, at, rule }: ReachedLevel): string {
  return telling.words.doses.reached(
    String(number),
    momentText(telling, at),
    ruleText(telling, rule),
  )
}

/** Whether treatment has ended, and by which rule. */
export function stopText(telling: Telling, { stopped, rule, at }: StopState): string {
  const words = telling.words.participant.stop
  if (!stopped) return words.going
  return words.stopped(
    rule === undefined ? '' : titleOf(telling, rule),
    at === undefined ? '' : momentText(telling, at),
  )
}

/** Whose a rule is: the version's, or the operator's who set it. */
export function ownerText({ words }: Telling, by: 'version' | OperatorSetting): string {
  const { byVersion, byOperator } = words.participant.node
  return by === 'version' ? byVersion : byOperator(by.by)
}

function weightText(telling: Telling, { weight }: DoseDerivation): string | undefined {
  if (!weight) return undefined
  const words = telling.words.doses.step
  const parts = [
    words.weightOf(quantityInWords(telling, weight.value), momentText(telling, weight.at)),
    weight.ageHours === undefined
      ? ''
      : words.weightAge(quantityInWords(telling, { value: weight.ageHours, unit: 'h' })),
    words.which[weight.which],
    weight.written ? words.written(quantityInWords(telling, weight.written)) : '',
  ]
  return parts.filter((part) => part !== '').join(', ')
}

function surfaceText(telling: Telling, { surface }: DoseDerivation): string | undefined {
  if (!surface) return undefined
  return telling.words.doses.step.surfaceOf(
    quantityInWords(telling, surface.value),
    surfaceFormula(telling, surface.formula),
    quantityInWords(telling, surface.height),
    momentText(telling, surface.at),
  )
}

/** The formula written out, so that it can be worked out again; a rule without one is named. */
export function surfaceFormula({ words }: Telling, rule: string): string {
  const formulas: Readonly<Record<string, string>> = words.doses.step.formulas
  return formulas[rule.replace(/^bsa-|@.*$/g, '')] ?? rule
}

/** "6 mg/kg × 7.35 kg = 44.1 mg": the units stand beside the numbers, to be checked too. A fixed dose has none. */
function arithmeticText(telling: Telling, dose: DoseDerivation): string | undefined {
  const by = dose.surface?.value ?? dose.weight?.value
  if (!by) return undefined
  const factors = [dose.perUnit, by].map((each) => quantityInWords(telling, each))
  return `${factors.join(' × ')} = ${quantityInWords(telling, dose.exact)}`
}

function capText(telling: Telling, { cap }: DoseDerivation): string {
  const words = telling.words.doses.step
  if (!cap) return words.noCap
  const said = cap.applied ? words.capApplied : words.capNotReached
  return said(quantityInWords(telling, cap.amount), ownerText(telling, cap.by))
}

function roundingText(telling: Telling, { rounding }: DoseDerivation): string {
  const words = telling.words.doses.step
  if (!rounding) return words.noRounding
  const { step, mode, by } = rounding
  return words.roundedTo(quantityInWords(telling, step), words.modes[mode], ownerText(telling, by))
}

function productText(telling: Telling, { product }: DoseDerivation): string | undefined {
  if (!product) return undefined
  const words = telling.words.doses.step
  const said = product.exact ? words.productOf : words.productCut
  return said(quantityInWords(telling, product.amount), quantityInWords(telling, product.strength))
}

/** A level's name, and its amount where the name does not say it. */
function levelText(telling: Telling, { level, perUnit }: DoseDerivation): string {
  const [name, amount] = [titleOf(telling, level), quantityInWords(telling, perUnit)]
  return name === amount.replaceAll('\u00A0', ' ') ? name : `${name} (${amount})`
}
