import { shownInput } from '../essie/essie-fault.ts'
import { type ApiFault, apiFault, badChoice, badFormat } from './api-fault.ts'
import { hintFor } from './hints.ts'

/** The parameters of a request, each of a name that is known. */
export type Parameters = ReadonlyMap<string, readonly string[]>

/**
 * The parameters of an address; what is empty is not there. A name that is unknown is refused as the registry refuses it: an
 * answer to another question looks right.
 */
export function readParameters(
  url: URL,
  known: ReadonlySet<string>,
): { readonly kind: 'parameters'; readonly parameters: Parameters } | ApiFault {
  const parameters = new Map<string, string[]>()
  for (const [name, value] of url.searchParams) {
    if (name === '' && value === '') continue
    if (!known.has(name)) return unknownParameter(name, known)
    if (value.trim() === '') continue
    const before = parameters.get(name)
    if (before) before.push(value)
    else parameters.set(name, [value])
  }
  return { kind: 'parameters', parameters }
}

function unknownParameter(name: string, known: ReadonlySet<string>): ApiFault {
  const hint = hintFor(name, known)
  return apiFault(
    `\`${shownInput(name)}\` is unknown parameter${hint === undefined ? '' : `; use ${hint}`}`,
  )
}

/** All values of a list: with commas or pipes between them, or the parameter repeated. */
export function listGiven(parameters: Parameters, name: string): readonly string[] {
  return (parameters.get(name) ?? [])
    .flatMap((value) => value.split(/[,|]/))
    .map((value) => value.trim())
    .filter((value) => value !== '')
}

/** One of a few values, the first of them where none is given. */
export function choiceGiven<T extends string>(
  parameters: Parameters,
  name: string,
  choices: readonly [T, ...T[]],
): T | ApiFault {
  const given = oneGiven(parameters, name)
  if (typeof given !== 'string') return given ?? choices[0]
  return choices.find((choice) => choice === given) ?? badChoice(name, given, choices)
}

/** `true` or `false`, in any case; false where none is given. */
export function yesGiven(parameters: Parameters, name: string): boolean | ApiFault {
  const given = oneGiven(parameters, name)
  if (typeof given !== 'string') return given ?? false
  const value = given.toLowerCase()
  return value === 'true' || value === 'false'
    ? value === 'true'
    : badFormat(name, 'it is true or false')
}

/** The one value of a parameter that means one thing; undefined where none is given. */
export function oneGiven(parameters: Parameters, name: string): string | ApiFault | undefined {
  const [value, ...more] = (parameters.get(name) ?? []).map((one) => one.trim())
  if (more.some((other) => other !== value))
    return badFormat(name, 'it is given more than once, with different values')
  return value
}
