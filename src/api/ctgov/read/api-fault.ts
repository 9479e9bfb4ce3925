import { shownInput } from '../essie/essie-fault.ts'

/** Why a request is refused: what the reply says as plain text, and its status. */
export interface ApiFault {
  readonly kind: 'fault'
  readonly status: 400 | 404
  readonly text: string
}

/** A refusal of a request that asks wrongly. */
export function apiFault(text: string): ApiFault {
  return { kind: 'fault', status: 400, text }
}

/** A value that is not written as its parameter is; the registry says no more than the first half. */
export function badFormat(parameter: string, why?: string): ApiFault {
  return apiFault(
    `Parameter \`${parameter}\` has incorrect format${why === undefined ? '' : `: ${why}`}`,
  )
}

/** A value of a list that is not written as its parameter is; the first is number 1. */
export function badItem(parameter: string, item: number, what: string): ApiFault {
  return apiFault(`Item ${item} in parameter \`${parameter}\` has incorrect format: it is ${what}`)
}

/** A value that is none of those allowed. */
export function badChoice(parameter: string, value: string, allowed: readonly string[]): ApiFault {
  const choices = allowed.map((one) => `\`${one}\``).join(', ')
  return apiFault(
    `Invalid value in parameter \`${parameter}\`: \`${shownInput(value)}\`. Allowed values are ${choices}`,
  )
}
