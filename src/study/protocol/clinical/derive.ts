import { convertQuantity } from '../quantity/convert.ts'
import { type Quantity, isQuantityProblem } from '../quantity/quantity.ts'
import { type BodySurface, type SurfaceFormula, bodySurface, surfaceRules } from './body-surface.ts'
import { type CoronaryModel, type CoronarySegment, coronaryModels } from './coronary-models.ts'
import { type CoronaryFlag, coronaryZ } from './coronary-z.ts'
import { type ClinicalProblem, type Sex, isClinicalProblem } from './problems.ts'

/** A value worked out by a named function: the rules that made it, and why it is looked at with care. */
export interface ClinicalValue {
  readonly quantity: Quantity
  /** With versions, in the order they were applied: `bsa-haycock@1`, `coronary-z-phn-2017@1`. */
  readonly rules: readonly string[]
  readonly flags: readonly CoronaryFlag[]
  readonly mustAsk: boolean
}

/** Inputs by name; a choice (sex, segment) is a word, all else a quantity. */
export type ClinicalInputs = Readonly<Record<string, Quantity | string | undefined>>

/** What a named function needs: `height`, `weight`, and for a Z score `diameter`, `segment` and for some `sex`. */
export function inputsOfFunction(name: string): readonly string[] | undefined {
  return read(name)?.inputs
}

/** The unit of what a named function gives. */
export function unitOfFunction(name: string): string | undefined {
  const called = read(name)
  if (!called) return undefined
  return called.model === undefined ? 'm2' : '{SD}'
}

/** The unit that an input must convert to; undefined for a choice. */
export function unitOfInput(name: string): string | undefined {
  return inputUnits.get(name)
}

const inputUnits: ReadonlyMap<string, string> = new Map([
  ['height', 'cm'],
  ['weight', 'kg'],
  ['diameter', 'mm'],
  ['ageMonths', 'mo'],
])

/**
 * A clinical function by the name a protocol gives it: `bsa-haycock`, `coronary-z-dallaire-2011` (with body surface by
 * Haycock, as every model was made), `coronary-z-phn-2017/mosteller` (by another formula). `ageMonths` in completed
 * months (`mo`) tells whether a model is made for the age. A problem for an unknown name or input.
 */
export function deriveClinical(
  name: string,
  inputs: ClinicalInputs,
): ClinicalValue | ClinicalProblem {
  const called = read(name)
  if (!called) return { problem: 'unknownFunction', name }
  const absent = called.inputs.filter((input) => inputs[input] === undefined)
  if (absent.length > 0) return { problem: 'missingInput', inputs: absent }
  const surface = bodySurface(
    called.formula,
    quantityIn(inputs, 'height'),
    quantityIn(inputs, 'weight'),
  )
  if (isClinicalProblem(surface)) return surface
  if (!called.model)
    return { quantity: surface.quantity, rules: [surface.rule], flags: [], mustAsk: false }
  return score(called.model, surface, inputs)
}

interface Called {
  readonly formula: SurfaceFormula
  readonly model?: CoronaryModel
  readonly inputs: readonly string[]
}

const segments: readonly CoronarySegment[] = ['lmca', 'lad', 'lcx', 'rca', 'rcaMiddle', 'rcaDistal']
const sexes: readonly Sex[] = ['male', 'female']
const body = ['height', 'weight']

function score(
  model: CoronaryModel,
  surface: BodySurface,
  inputs: ClinicalInputs,
): ClinicalValue | ClinicalProblem {
  const segment = choice(inputs, 'segment', segments)
  const sex = inputs['sex'] === undefined ? undefined : choice(inputs, 'sex', sexes)
  if (typeof segment === 'object') return segment
  if (typeof sex === 'object') return sex
  const age = quantityIn(inputs, 'ageMonths')
  const months = age && convertQuantity(age, 'mo')
  if (months && isQuantityProblem(months)) return months
  const ageMonths = months && { least: Number(months.value), most: Number(months.value) }
  const diameter = quantityIn(inputs, 'diameter')
  const result = coronaryZ(model, { segment, sex, surface, diameter, ageMonths })
  if (isClinicalProblem(result)) return result
  const { quantity, flags, mustAsk, surfaceRule, rule } = result
  return { quantity, rules: [surfaceRule, rule], flags, mustAsk }
}

function read(name: string): Called | undefined {
  const [, formula] = /^bsa-(.+)$/.exec(name) ?? []
  if (formula !== undefined) return isFormula(formula) ? { formula, inputs: body } : undefined
  const [, model = '', other = 'haycock'] = /^coronary-z-([^/]+)(?:\/(.+))?$/.exec(name) ?? []
  if (!isModel(model) || !isFormula(other)) return undefined
  const sex = coronaryModels[model].needsSex ? ['sex'] : []
  return { formula: other, model, inputs: [...body, 'diameter', 'segment', ...sex] }
}

function isFormula(name: string): name is SurfaceFormula {
  return Object.hasOwn(surfaceRules, name)
}

function isModel(name: string): name is CoronaryModel {
  return Object.hasOwn(coronaryModels, name)
}

function quantityIn(inputs: ClinicalInputs, name: string): Quantity | undefined {
  const input = inputs[name]
  return typeof input === 'string' ? undefined : input
}

function choice<Choice extends string>(
  inputs: ClinicalInputs,
  name: string,
  choices: readonly Choice[],
): Choice | ClinicalProblem {
  const value = inputs[name]
  const found = choices.find((one) => one === value)
  if (found !== undefined) return found
  return { problem: 'unknownChoice', input: name, value: typeof value === 'string' ? value : '' }
}
