import type { Fact } from '../../protocol/facts/fact.ts'
import type { Quantity } from '../../protocol/quantity/quantity.ts'
import type { DoseDecision, ProtocolDeviation } from '../../protocol/state/answers.ts'
import type { KeptFact } from '../model/facts.ts'
import type { TypedDoseProblem } from './typed-dose.ts'

/** Why a dose is not recorded. Nothing was changed. */
export type DoseProblem =
  | TypedDoseProblem
  /**
   * `noConsent`: before consent. `noOwnConsent`: who has come of age has not signed, and the study has set that doses wait for it. `notSigned`: no signature says that the person may take part; `signatureVoid`: one did.
   * `signedLater`: the dose is before it. `needsSecond`: a second person confirms doses in this study.
   */
  | {
      readonly why:
        | 'noConsent'
        | 'noOwnConsent'
        | 'notSigned'
        | 'signatureVoid'
        | 'needsSecond'
        | 'noReason'
        | 'notJudged'
    }
  | { readonly why: 'signedLater'; readonly at: string }
  /** Another dose is less than a minute away: the second of two clicks. */
  | { readonly why: 'twice'; readonly other: KeptFact }
  /** What the version says: nothing is given now, or nothing more. */
  | { readonly why: 'hold' | 'refuse'; readonly decision: DoseDecision }
  /** The dose that is shown rests on something that happened, or was recorded, after the moment that was typed. */
  | { readonly why: 'beforeFact'; readonly fact: Fact }
  /** At the moment that was typed another dose was due than the one that is shown now. */
  | {
      readonly why: 'otherThen'
      readonly decision: DoseDecision
      /** When the one that is shown is due, where that is later. */
      readonly due?: string
    }
  /** The number of millilitres as milligrams, or the other way round. */
  | {
      readonly why: 'millilitres' | 'milligrams'
      readonly typed: Quantity
      readonly due: Quantity
      readonly volume: Quantity
    }
  | { readonly why: 'tenTimes'; readonly due: Quantity; readonly amount: Quantity }
  | { readonly why: 'aboveHighest'; readonly highest: Quantity; readonly amount: Quantity }
  /** More or less than any dose can be. */
  | { readonly why: 'notPlausible'; readonly amount: Quantity }
  /** Something else that the engine raises of it. */
  | { readonly why: 'deviation'; readonly deviation: ProtocolDeviation }
  /** A volume holds so much: to be seen before it is recorded. */
  | {
      readonly why: 'conversion'
      readonly volume: Quantity
      readonly strength: Quantity
      readonly amount: Quantity
      readonly due: readonly Quantity[]
    }
  /** Another amount than was derived, or one of several: why. */
  | { readonly why: 'differs'; readonly due: readonly Quantity[]; readonly amount: Quantity }
  /** Nobody can measure what was derived, and no rule rounds it: an investigator chooses, and says why. */
  | {
      readonly why: 'roundedByInvestigator'
      readonly due: readonly Quantity[]
      readonly amount: Quantity
    }
  /** Less than half of the time since the last dose has passed: why so soon. */
  | { readonly why: 'soon'; readonly last: string; readonly due: string }
  | OrderProblem

/** Why an order of a dose is not prepared or confirmed. */
export type OrderProblem =
  /** There is none such; who prepared it does not confirm it; it is settled, or too old. */
  | { readonly why: 'noOrder' | 'ownOrder' | 'orderSettled' | 'orderExpired' }
  /** What it rests on changed, and in what way where that can be said. */
  | { readonly why: 'orderVoid'; readonly because?: DoseProblem }
  /** Another one of this regimen waits. */
  | { readonly why: 'orderWaits'; readonly order: string }
