import type { Evidence } from '../patient/patient.ts'
import { firstSaying } from './first-saying.ts'
import { onceAPatient } from './once-a-patient.ts'

/** The words that say that what a person is said to take is all: "her only medicines are …", "no other drugs". Rule `takes-only@1`. */
export const takesOnly = onceAPatient((patient): Evidence | undefined => {
  if (!patient.treatments.some(({ presence, when }) => presence === 'present' && when === 'now'))
    return undefined
  return firstSaying(patient, ({ evidence }) => saysAll.test(evidence.text))
})

/** The words that say that a person takes no medicine at all, where none is named that they take. Rule `takes-nothing@1`. */
export const takesNothing = onceAPatient((patient): Evidence | undefined => {
  if (patient.treatments.some(({ presence, when }) => presence === 'present' && when === 'now'))
    return undefined
  return firstSaying(patient, ({ evidence }) => saysNone.test(evidence.text))
})

const medicines = String.raw`(?:(?:regular|current|daily|chronic|prescription|home) )?(?:medications?|medicines?|meds|drugs)\b(?! (?:allerg|use|abuse|interaction))`
const saysAll = new RegExp(
  String.raw`\b(?:(?:his|her|their|the) only (?:other )?${medicines} (?:is|are|include)|(?:takes?|taking|on) only\b(?!.{0,40}\b(?:solid|liquid|fluids|milk|food|when|if|as needed|at night|for (?:her|his|the|this|these|pain|headaches?)))|(?:takes?|taking|uses?|using|on) no other ${medicines}|no other ${medicines}\b|ne prend que\b|aucun autre (?:médicament|traitement)\b|pour seul traitement\b)`,
  'i',
)
const saysNone = new RegExp(
  String.raw`\b(?:(?:takes?|taking|uses?|using|on) no|(?:not|n['’]t) (?:currently )?(?:on|take|taking|using|receiving) any) ${medicines}|^\W*(?:current |home )?medications?\s*[:=]\s*(?:none|nil|no)\b(?! (?:other|known))|\bne prend (?:actuellement )?aucun (?:médicament|traitement)\b|\baucun traitement (?:en cours|actuel|habituel)\b`,
  'i',
)
