import type { z } from 'zod'
import type { Presence } from '../patient/patient.ts'
import { codedWords, codesInWords, codesOf, withoutTag } from './coded.ts'
import { diseaseByCode } from './disease-codes.ts'
import { diseasesIn } from './disease-names.ts'
import type { Within } from './gathering.ts'
import { medicineByCode } from './medicine-codes.ts'
import { medicinesIn } from './medicines.ts'
import type { allergyShape } from './shapes.ts'
import { type Label, standingIn } from './situation.ts'

/** Reads an AllergyIntolerance: being allergic to something is not taking it. */
export function readAllergy(one: z.infer<typeof allergyShape>, within: Within): void {
  const { problems, entry } = within
  const presence = allergyPresence(codesOf(one.verificationStatus), codesOf(one.clinicalStatus))
  if (!presence) return
  const code = codedWords(one.code) || (diseaseByCode(one.code) ?? medicineByCode(one.code))
  const substances = (one.reaction ?? []).map(({ substance }) => codedWords(substance))
  const all = [...new Set([code ?? '', ...substances])].filter((words) => words !== '')
  for (const words of all) addAllergy(words, presence, within)
  const codes = codesInWords(one.code)
  if (!code && codes !== '') problems.add(entry.place, 'code', codes)
  else if (all.length === 0) problems.add(entry.place, 'nothing')
}

/** An allergy that is over or not sure may still be one; undefined where it was entered in error. */
function allergyPresence(
  verified: readonly string[],
  clinical: readonly string[],
): Presence | undefined {
  if (verified.includes('entered-in-error')) return undefined
  if (verified.includes('refuted')) return 'absent'
  const isSure =
    verified.every((code) => code === 'confirmed') && clinical.every((code) => code === 'active')
  return isSure ? 'present' : 'possible'
}

/** "Allergy to penicillin" as a Condition. False where the label is of no allergy. */
export function allergyOfLabel({ words, standing }: Label, within: Within): boolean {
  const found = allergyLabel.exec(withoutTag(words))
  const [whole = '', before = '', after = ''] = found ?? []
  const substance = before || after
  if (!found || substance === '' || notOne.test(whole)) return false
  const start = words.indexOf(substance)
  const said = standingIn(words, start, start, { ...standing, presence: 'present' })
  if (said.of === 'family') return true
  const isDenied = /^no\b|\bno known\b|\bnot allergic\b/i.test(words)
  const isOver = standing.when === 'history' || standing.presence === 'possible'
  const sure: Presence = isDenied ? 'absent' : isOver ? 'possible' : standing.presence
  addAllergy(words, sure, within)
  return true
}

const allergyLabel =
  /^(?:.*\b)?(?:allerg(?:y|ic)|hypersensitivity|intolerance|anaphylaxis|allergie)(?: (?:status|reaction))? (?:to|due to|caused by|to drug|à la|à l[’']|à|aux?) ?(.+)$|^(.+?) (?:allergy|hypersensitivity|intolerance)(?: status)?$/i
/** A kind of reaction, or the sign of another disease. */
const notOne =
  /\b(?:type [i1-4]+|delayed|immediate|exercise|activity|heat|cold|glucose|orthostatic)\b/i

function addAllergy(
  words: string,
  presence: Presence,
  { gathered, entry, vocabulary }: Within,
): void {
  const evidence = { resource: entry.place, text: words }
  const isDenied = /^(?:no\b|nil\b|nka\b|nkda\b|not allergic|aucune|pas d)/i.test(words)
  const plain = withoutTag(words)
    .replace(
      /^.*\b(?:allerg\w+|hypersensitivity|intolerance|anaphylaxis)(?: (?:status|reaction))? (?:to|due to|caused by|à la|à l[’']|à|aux?)(?=[\s’'\p{L}])\s*/iu,
      '',
    )
    .replace(
      /\s+(?:allergy|hypersensitivity|intolerance|(?:allergic|adverse) reaction)(?: status)?$/i,
      '',
    )
    .trim()
  const medicines = medicinesIn(plain).filter(({ isSure }) => isSure)
  const term = diseasesIn(withoutTag(words), vocabulary).find(({ term: one }) =>
    /hypersensitivity|intolerance/i.test(one),
  )?.term
  const drugs = [...new Set(medicines.flatMap((one) => one.drugs))]
  gathered.allergy({
    name: (plain || words).toLowerCase(),
    ...(drugs.length > 0 && { drugs }),
    ...(term && term !== 'Hypersensitivity' && { term }),
    presence: isDenied && presence === 'present' ? 'absent' : presence,
    evidence,
  })
  gathered.line(evidence)
}
