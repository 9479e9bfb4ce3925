import { openOperations } from '../../vocabulary/operations.ts'
import { diseasesAsked } from './diseases-asked.ts'
import { medicinesAsked } from './medicines.ts'
import type { Case } from './judgement.ts'

/**
 * The examples that an exclusion gives of what it excludes, each as an exclusion of its own: "arrhythmias (including ventricular
 * tachycardia or atrial fibrillation)", "MRI contraindication (pacemaker, metal foreign body)". Empty where a word narrows the whole,
 * which may be meant for the examples as well. Rule `examples@1`.
 */
export function examplesOf({
  text,
  vocabulary,
}: Pick<Case, 'text' | 'vocabulary'>): readonly string[] {
  if (text.length > longest || turning.test(text)) return []
  const found = inBrackets.exec(text) ?? behind.exec(text)
  const { head = '', list = '', after = '' } = found?.groups ?? {}
  const isOfMedicines = found !== null && ofMedicines.test(head)
  if (!found || (narrowing.test(head) && !isOfMedicines)) return []
  const window = /^\s*(?:with)?in (?:the )?[^.;,()]{3,60}$/i.exec(after.trim())?.[0] ?? ''
  if (window === '' && /\p{L}/u.test(after)) return []
  const isMarked = found.groups?.['mark'] !== undefined
  if (!isMarked && isNamed(head, vocabulary) && !/\bcauses? of\b/i.test(head)) return []
  return list
    .split(/[,;]|\band\/or\b|\bor\b|\band\b/i)
    .map((part) => part.replace(/\betc\.?$/i, '').trim())
    .filter((part) =>
      isOfMedicines
        ? medicinesAsked(part).length > 0
        : part.length > 2 && isNamed(part, vocabulary),
    )
    .map((part) => (window === '' ? part : `${part} ${window.trim()}`))
}

function isNamed(part: string, vocabulary: Case['vocabulary']): boolean {
  return diseasesAsked(part, vocabulary).length > 0 || openOperations().inText(part).length > 0
}

/** "Medication that may affect the heart (amiodarone, digoxin)": those named are meant, whatever is said of them. */
const ofMedicines =
  /^\W*(?:(?:patients?|subjects?|participants?|who|are|is) )*(?:(?:tak\w+|us(?:e|es|ing)|receiv\w+|current|concomitant|concurrent|treatment with|of|any|or)\s+)+(?:\w+ ){0,2}(?:medications?|medicines?|drugs?|agents?)\b/i
const longest = 500
const mark = String.raw`(?<mark>e\.?g\.?,?|for example,?|for instance,?|such as|including(?:,? but not limited to,?)?|like|i\.?e\.?,?|par exemple|comme|notamment|dont)`
const inBrackets = new RegExp(
  String.raw`^(?<head>[^()]{3,200})\((?:${mark}\s*)?(?<list>[^()]{3,260})\)(?<after>[^()]*)$`,
  'i',
)
const behind = new RegExp(
  String.raw`^(?<head>[^()]{3,200}?),? ${mark}:?\s+(?<list>[^().;]{3,260})(?<after>)\.?$`,
  'i',
)
const turning =
  /\b(?:no|not|without|except\w*|unless|other than|apart from|if|family|mothers?|fathers?|relatives?|donors?|will be|allowed|permitted|treatment (?:of|for)|negative)\b/i
/** Words of the whole that an example need not be by itself. */
const narrowing =
  /\b(?:un\w+ed|unstable|severe|serious|active|significant\w*|clinically|symptomatic|acute|recent\w*|poorly|major|chronic|advanced|progressive|requir\w*|need\w*|that|which|who|would|could|may|might|limit\w*|interfer\w*|affect\w*|impair\w*|preclud\w*|compromis\w*|risk|suspected|possible|planned|during|within|due|caused|secondary|multiple|two|three|at least|both|combination|medication|medications|drugs?|therap\w*|treatment\w*|allerg\w*|hypersens\w*|intoleran\w*|deemed|judged|considered|opinion|investigator)\b/i
