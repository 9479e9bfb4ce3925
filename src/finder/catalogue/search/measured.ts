import { fold, tokens } from '../../vocabulary/fold.ts'

/** What the body has by itself, and is measured: a medicine of that name is asked for only where it is given. */
export const ofTheBody: ReadonlySet<string> = new Set(
  (
    'immunoglobulin albumin insulin glucose dextrose oxygen iron calcium zinc magnesium potassium sodium phosphate copper ' +
    'selenium iodine testosterone estradiol estrogen progesterone cortisol hydrocortisone melatonin dopamine epinephrine ' +
    'adrenaline norepinephrine noradrenaline histamine serotonin thyroxine thyrotropin glucagon fibrinogen thrombin ' +
    'creatine carnitine cholesterol oxytocin vasopressin prolactin somatotropin leptin erythropoietin water alcohol ethanol ' +
    'carbon nitrogen urea bile heparin collagen hemoglobin plasma'
  ).split(' '),
)

/** What is measured and given to nobody. */
const onlyMeasured: ReadonlySet<string> = new Set(
  'creatinine creatinina ferritin ferritine bilirubin bilirubine troponin troponine transferrin transferrine hematocrit hematocrite triglyceride amylase'.split(
    ' ',
  ),
)

/**
 * Whether a typed word, at a place, is what a test measures and no medicine: "ferritin 12", "creatinine", "potassium 2.9"; not "insulin 20
 * units", nor "iron" by itself.
 */
export function isMeasuredHere(typed: readonly string[], place: number): boolean {
  const [term = '', ...more] = tokens(typed[place] ?? '')
  if (more.length > 0) return false
  if (onlyMeasured.has(term)) return true
  if (!ofTheBody.has(term)) return false
  const [value = '', unit = ''] = [1, 2].map((by) => fold(typed[place + by] ?? ''))
  return /^[<>=]?\d+(?:[.,]\d+)?,?$/.test(value) && !ofDose.test(unit)
}

const ofDose =
  /^(?:m?c?g|µg|mcg|ml|ui|iu|units?|unites?|u|%|tablets?|pills?|comprimes?|gouttes?|times?|fois|l|litres?|lit(?:er|re)s?)\b/
