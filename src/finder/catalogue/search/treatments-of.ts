import { openDrugFamilies } from '../../vocabulary/drug-families.ts'
import { fold, tokens } from '../../vocabulary/fold.ts'
import { isDeniedIllness } from './denied.ts'
import { isOnlyBeside } from './only-beside.ts'
import type { SaidPiece } from './run.ts'
import { saidOfTreatment } from './treated.ts'
import { isAskedFor } from './treatment-asked.ts'

/** Treatments that are no part of what is looked for. */
interface LeftTreatments {
  readonly tried: readonly SaidPiece[]
  readonly refused: readonly SaidPiece[]
  /** Harm that is told of a medicine and named beside an illness (« visanne effets secondaires »), and what is only wished, feared or a gene. */
  readonly effects: readonly SaidPiece[]
}

/**
 * Beside an illness of one's own (`own`), the medicines that were tried or cannot be taken, and what one is allergic to:
 * "allergic to penicillin, recurring cellulitis". An allergy that stands alone is what is looked for. In words about a person (`isOfPerson`) a medicine
 * that they do not ask for is taken: it is never demanded of a study.
 */
export function treatmentsOf(
  recognised: readonly SaidPiece[],
  own: readonly SaidPiece[],
  words: readonly string[],
  isOfPerson: boolean,
): LeftTreatments {
  const medicines = recognised.filter(({ kind }) => kind === 'medicine')
  const allergies = own.filter((piece) => isAllergyToDrug(piece, medicines, words))
  if (own.length === allergies.length) return { tried: [], refused: [], effects: [] }
  const rows = rowsOf(medicines, words)
  const said = medicines.map((piece) => {
    const row = rows.find((names) => names.includes(piece)) ?? [piece]
    const span = { start: row[0]?.start ?? piece.start, end: row.at(-1)?.end ?? piece.end }
    if (isDeniedIllness({ start: span.start, end: piece.end }, words, false)) return 'not tolerated'
    const told = saidOfTreatment(span, words)
    return told ?? (isOfPerson && !isAskedFor(span, words) ? 'tried' : undefined)
  })
  const harm = own.filter(
    (piece) => isOnlyBeside(piece, words) || (isOfPerson && isHarm(piece, medicines, words)),
  )
  return {
    effects: harm.length < own.length ? harm : [],
    tried: medicines.filter((_, at) => said[at] === 'tried'),
    refused: [...allergies, ...medicines.filter((_, at) => said[at] === 'not tolerated')],
  }
}

/** « Visanne effets secondaires », "herceptin heart damage": what is told of a medicine, and is no illness to look for beside another. */
function isHarm(
  piece: SaidPiece,
  medicines: readonly SaidPiece[],
  words: readonly string[],
): boolean {
  if (piece.kind !== 'illness') return false
  if (piece.concept.term === 'Drug-Related Side Effects and Adverse Reactions')
    return medicines.length > 0
  if (isToldAsHarm(piece, medicines, words)) return true
  if (piece.concept.term !== 'Cardiotoxicity') return false
  const [named = ''] = words.slice(piece.start, piece.end - 1)
  return openDrugFamilies().byWords(tokens(named)) !== undefined
}

/** "Lithium killed my thyroid", "tolvaptan liver trouble": a medicine did it, or stands right before what went wrong. */
function isToldAsHarm(
  { start, end }: SaidPiece,
  medicines: readonly SaidPiece[],
  words: readonly string[],
): boolean {
  const last = medicines.findLast((one) => one.end <= start && start - one.end <= farthestHarm)
  if (!last) return false
  const between = fold(words.slice(last.end, start).join(' '))
  return between === ''
    ? wentWrong.test(fold(words.slice(start, end + 1).join(' ')))
    : didHarm.test(between)
}

const farthestHarm = 4
const wentWrong =
  /(?<!\p{L})(?:troubles?|problems?|damage|toxicity|issues|injury|failure|problemes?|toxicite|atteinte)(?!\p{L})/u
const didHarm =
  /^(?:has |have |had |m'?a |a |ont )?(?:\p{L}+ )?(?:killed|damaged|ruined|destroyed|wrecked|hurt|harmed|messed up|caused|gave (?:me|him|her|us)|triggered|abime|detruit|donne|cause|provoque|bousille|declenche)(?!\p{L})/u

/** An allergy to medicines, or one to the medicine that is named after it. */
function isAllergyToDrug(
  piece: SaidPiece,
  medicines: readonly SaidPiece[],
  words: readonly string[],
): boolean {
  if (piece.kind !== 'illness') return false
  const { term } = piece.concept
  if (term === 'Drug Hypersensitivity' || term === 'Latex Hypersensitivity') return true
  if (term !== 'Hypersensitivity') return false
  const to = words.slice(piece.end, piece.end + 3).map(fold)
  // « Allergie à l'iode », "allergic to cats", beside an illness.
  if (/^(?:to|aux?|a)$/.test(to[0] ?? '')) return true
  return (
    medicines.some(
      ({ start, end }) => (start >= piece.end - 1 && start <= piece.end + 2) || end === piece.start,
    ) ||
    to.some((word) =>
      /^(?:l[\u0027’])?\p{L}*(?:cillin|mycin|sulf|nib|mab|statin|prazol|purinol)/u.test(word),
    )
  )
}

/** Medicines side by side: "humira and enbrel both failed" says it of both. */
function rowsOf(
  medicines: readonly SaidPiece[],
  words: readonly string[],
): readonly (readonly SaidPiece[])[] {
  const rows: SaidPiece[][] = []
  for (const piece of medicines) {
    const last = rows.at(-1)?.at(-1)
    const between = last ? words.slice(last.end, piece.start).map(fold) : []
    const isNext =
      last !== undefined &&
      !isOnly(piece, words) &&
      (between.length === 0 || (between.length <= 2 && joins.has(between[0] ?? '')))
    if (isNext) rows.at(-1)?.push(piece)
    else rows.push([piece])
  }
  return rows
}

/** "Not on insulin, metformin only": what is said of the one is not said of the other. */
function isOnly({ start, end }: SaidPiece, words: readonly string[]): boolean {
  return (
    /^(?:only|alone|just|seule?s?|seulement|uniquement)[,.;]?$/.test(fold(words[end] ?? '')) ||
    /^(?:only|just|but|juste|seulement|uniquement|mais)$/.test(fold(words[start - 1] ?? ''))
  )
}

const joins: ReadonlySet<string> = new Set([
  'and',
  'or',
  'nor',
  'then',
  '&',
  '+',
  'et',
  'ou',
  'ni',
  'puis',
  'plus',
  '→',
  '->',
  '>',
  '/',
  'ensuite',
])
