import {
  decisionText,
  decisionWhen,
  derivationSteps,
  meansText,
  reasonText,
  rulesTold,
  stopText,
} from '../study/in-words/doses.ts'
import { judgedLines, missingText } from '../study/in-words/grounds.ts'
import { regimenNodes } from '../study/in-words/nodes.ts'
import { askedText } from '../study/in-words/questions.ts'
import { type Telling, namedText, titleOf } from '../study/in-words/telling.ts'
import { momentText, quantityInWords } from '../study/in-words/values.ts'
import type { Regimen } from '../study/protocol/document/dosing.ts'
import type {
  DoseDecision,
  DoseDerivation,
  DoseGiven,
  RuleLookedAt,
} from '../study/protocol/state/answers.ts'
import type { ParticipantState } from '../study/protocol/state/participant-state.ts'
import { indented, labelled } from './columns.ts'
import { sourceInWords } from './criteria-in-words.ts'

const beside = { from: 2, to: 28 }

/** The next dose of each regimen with every step that leads to it, or why there is none and what is asked. */
export function nextDosesInWords(telling: Telling, state: ParticipantState): readonly string[] {
  if (state.nextDoses.length === 0) return indented(telling.words.explain.noDose, 2)
  return [
    ...state.nextDoses.flatMap((decision) => decisionInWords(telling, decision, state)),
    ...(state.stop.stopped ? indented(stopText(telling, state.stop), 2) : []),
  ]
}

/** Doses that were given, each beside what was shown for it when it was given. */
export function dosesGivenInWords(telling: Telling, state: ParticipantState): readonly string[] {
  return state.dosesGiven.flatMap((dose) => givenInWords(telling, dose))
}

function decisionInWords(
  telling: Telling,
  decision: DoseDecision,
  state: ParticipantState,
): readonly string[] {
  const { explain } = telling.words
  const regimen = telling.protocol.regimens.find(({ id }) => id === decision.regimen)
  const reasons = decision.because.map((reason) => reasonText(telling, decision, reason))
  const asked = state.questions.filter(({ id }) => decision.asks.includes(id))
  const missing = decision.missing.map((one) => missingText(telling, one))
  return [
    ...indented(regimen ? productInWords(telling, regimen) : decision.regimen, 2),
    ...indented(`>> ${decisionText(telling, decision)}`, 2),
    ...indented(decisionWhen(telling, decision), 5),
    ...indented(meansText(telling, decision), 5),
    ...(decision.dose ? stepsInWords(telling, decision.dose) : []),
    ...optionsInWords(telling, decision),
    ...labelledIf(explain.why, [...reasons, ...missing]),
    ...rulesTold(telling, decision).flatMap(({ rule, text }) =>
      ruleInWords(telling, regimen, rule, text),
    ),
    ...labelledIf(
      explain.asks,
      asked.map((question) => askedText(telling, question)),
    ),
  ]
}

function ruleInWords(
  telling: Telling,
  regimen: Regimen | undefined,
  rule: RuleLookedAt,
  text: string,
): readonly string[] {
  return [
    ...labelled(telling.words.explain.rule, text, beside),
    ...judgedLines(telling, rule).flatMap((line) => indented(line, beside.to + 2)),
    ...sourceOf(telling, regimen, rule.rule).flatMap((line) => indented(line, beside.to + 2)),
  ]
}

function productInWords(telling: Telling, regimen: Regimen): string {
  return `${titleOf(telling, regimen.id)} (${regimen.product.name}), ${regimen.route}`
}

function stepsInWords(telling: Telling, dose: DoseDerivation): readonly string[] {
  return derivationSteps(telling, dose).flatMap(({ label, text }) => labelled(label, text, beside))
}

function optionsInWords(telling: Telling, { options }: DoseDecision): readonly string[] {
  if (options.length === 0) return []
  const { doses, explain } = telling.words
  return [
    ...indented(doses.options, 2),
    ...options.flatMap((dose, index) => [
      ...indented(`${explain.option(index + 1)}: ${quantityInWords(telling, dose.amount)}`, 2),
      ...stepsInWords(telling, dose),
    ]),
  ]
}

function sourceOf(telling: Telling, regimen: Regimen | undefined, rule: string): readonly string[] {
  if (!regimen) return []
  const found = regimenNodes(regimen).find(({ node }) => node.id === rule)
  return sourceInWords(telling, found?.node)
}

function labelledIf(label: string, texts: readonly string[]): readonly string[] {
  return texts.length === 0 ? [] : labelled(label, texts, beside)
}

function givenInWords(telling: Telling, given: DoseGiven): readonly string[] {
  const { doses } = telling.words
  const amount = given.amount ? quantityInWords(telling, given.amount) : ''
  const day = given.day === undefined ? '' : ` (${given.day})`
  const name = doses.given(String(given.number), momentText(telling, given.at))
  const said = (label: string, decision: DoseDecision) =>
    labelled(label, decisionText(telling, decision), { from: 4, to: 44 })
  return [
    ...indented(namedText(telling, `${name}${day}`, amount), 2),
    ...(given.now ? [...said(doses.shown, given.shown), ...said(doses.now, given.now)] : []),
  ]
}
