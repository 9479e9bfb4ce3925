import type { Concept, Vocabulary } from '../../vocabulary/concept.ts'
import { choicesOfAge } from './aged-choice.ts'
import { isDeniedIllness, isDeniedState, isEndedIllness, isResult } from './denied.ts'
import { isDisease } from './diseases.ts'
import { sayings } from './not-meant.ts'
import { isOfCarerOrDonor, ofOthers, pastAmong } from './of-others.ts'
import { anyOf, eitherOf, eitherRows } from './either.ts'
import { isFiller } from './fillers.ts'
import { namedDrugs } from './named-drugs.ts'
import {
  type NamedIllness,
  type NamedStage,
  illnessesIn,
  isRatherDrug,
  stagesBeside,
} from './name-pieces.ts'
import { isTelling } from './telling.ts'
import { treatmentPhrases } from './treatment-phrases.ts'
import { type WordSpan, overlap } from './word-spans.ts'
import type { PlanContext } from './plan-findings.ts'
import { isDemanded, isInfection, isPassing, mayEnd } from './courses.ts'
import { isCause } from './readings.ts'
import type { Meant, Run, SaidPiece } from './run.ts'
import { stageApart } from './stage-apart.ts'
import { widerName } from './wider-name.ts'
import { treatmentsOf } from './treatments-of.ts'
import { openDrugFamilies } from '../../vocabulary/drug-families.ts'
import { tokens } from '../../vocabulary/fold.ts'
import { smallness } from '../../vocabulary/small-words.ts'
import { stagesIn } from '../../vocabulary/stages.ts'

/** Reads a run of words typed in the box for anything; capitals count ("ALL"). */
export function readRun(words: readonly string[], context: PlanContext): Run {
  const { vocabulary } = context.lexicon
  const pieces = piecesOf(words, context)
  const isTalk = isSpeech(words, pieces)
  const recognised = pieces.filter(({ kind }) => kind !== 'word' && kind !== 'small')
  const illnesses = recognised.filter(({ kind }) => kind === 'illness')
  const rows = eitherRows(pieces, words)
  const { over, ...told } = deniedIn(illnesses, rows, words, isTalk)
  const denied = [...new Set([...told.denied, ...over])]
  const others = ofOthers(
    illnesses.filter((piece) => !denied.includes(piece)),
    words,
  )
  const stages = recognised.filter(
    (piece) => piece.kind === 'stage' && isDeniedIllness(piece, words, false),
  )
  // "Gluten makes me ill, but no coeliac disease": what is denied is not meant by another of its names either.
  const isDeniedToo = (piece: SaidPiece): boolean =>
    isOnlyHint(piece, words) &&
    denied.some((one) => one !== piece && isSameIllness(one, piece) && !isOfMedicine(one, words))
  const alike = illnesses.filter(isDeniedToo).filter((piece) => !denied.includes(piece))
  const own = illnesses.filter(
    (piece) => !denied.includes(piece) && !others.includes(piece) && !alike.includes(piece),
  )
  const states = deniedStates(pieces, denied, words)
  const isOfPerson = isTalk || context.isOfPerson === true
  const strain = isOfCarerOrDonor(words) && stagesAsked(recognised) ? own.filter(isStrain) : []
  const { tried, refused, effects } = treatmentsOf(recognised, own, words, isOfPerson)
  // "Psoriasis humira", said of somebody: the medicine is no keyword.
  const left = own.length > 0 ? { pieces, recognised, tried } : undefined
  const isSentence = isTalk || effects.length > 0 || isTelling(left, words, context)
  const meant = meantOf(
    recognised,
    [...denied, ...alike, ...stages, ...others, ...tried, ...refused, ...effects, ...strain],
    words,
    vocabulary,
  )
  return {
    words,
    pieces,
    isSentence,
    meant,
    either: eitherOf(rows, meant, isTalk || context.isTold === true ? anyOf(meant, words) : []),
    denied: [...denied, ...stages, ...states],
    over,
    others,
    tried,
    refused,
  }
}

function stagesAsked(pieces: readonly SaidPiece[]): boolean {
  return pieces.some((piece) => piece.kind === 'stage' && piece.isSubject)
}

/** What caring does to who cares: studies of carers are asked for, and those of it come first. */
function isStrain(piece: SaidPiece): boolean {
  if (piece.kind !== 'illness') return false
  return (
    !isDisease(piece.concept) ||
    /^(?:Burnout|Stress|Depress|Anxiety|Sleep)/.test(piece.concept.term)
  )
}

/** Words that say what somebody is not, or that a test denied an illness. */
function deniedStates(
  pieces: readonly SaidPiece[],
  denied: readonly SaidPiece[],
  words: readonly string[],
): readonly SaidPiece[] {
  return pieces.filter(
    (piece) =>
      piece.kind === 'word' &&
      (isDeniedState(piece, words) || denied.some(({ end }) => isResult(words, end, piece.start))),
  )
}

function deniedIn(
  illnesses: readonly SaidPiece[],
  rows: readonly (readonly SaidPiece[])[],
  words: readonly string[],
  isTalk: boolean,
): { readonly denied: readonly SaidPiece[]; readonly over: readonly SaidPiece[] } {
  const denied = illnesses.filter((piece) => {
    const [first] = rows.find((names) => names.includes(piece)) ?? []
    return [piece, first].some((one) => one && isDeniedIllness(one, words, isTalk))
  })
  const asserted = illnesses.filter((piece) => !denied.includes(piece))
  const ended = denied.filter((piece) => isEndedIllness(piece, words))
  return {
    denied,
    over: [
      ...pastAmong(asserted, words, {
        isPassing,
        mayEnd: (piece) => mayEnd(piece, asserted, words),
      }),
      ...ended,
    ],
  }
}

function isSameIllness(one: SaidPiece, other: SaidPiece): boolean {
  return one.kind === 'illness' && other.kind === 'illness' && one.concept === other.concept
}

/** One word that MeSH does not list for the illness ("gluten"). */
function isOnlyHint(piece: SaidPiece, words: readonly string[]): boolean {
  if (piece.kind !== 'illness' || piece.end !== piece.start + 1) return false
  const said = tokens(words[piece.start] ?? '').join(' ')
  const { term, entryTerms } = piece.concept
  return [term, ...entryTerms].every((name) => tokens(name).join(' ') !== said)
}

/** "No insulin pump" denies a way to treat diabetes, and no diabetes. */
function isOfMedicine({ start, end }: SaidPiece, words: readonly string[]): boolean {
  return words
    .slice(start, end)
    .some((word) => openDrugFamilies().byWords(tokens(word)) !== undefined)
}

/** One word of speech tells it; so do several small words that nobody writes among keywords, or many words. */
function isSpeech(words: readonly string[], pieces: readonly SaidPiece[]): boolean {
  const small = pieces.filter(({ kind }) => kind === 'small').map(({ start }) => words[start] ?? '')
  const isTalk = (word: string): boolean => !isFiller(word) && !/^\P{L}*$/u.test(word)
  return (
    small.some((word) => smallness(word) === 'speech') ||
    // Within a name too ("ringing in my ears"), where "bipolar I" is none.
    words.some((word) => word.length > 1 && smallness(word) === 'speech') ||
    small.filter(isTalk).length >= 2 ||
    pieces.length >= mostKeywords
  )
}

const mostKeywords = 8

function meantOf(
  recognised: readonly SaidPiece[],
  leftAside: readonly SaidPiece[],
  words: readonly string[],
  vocabulary: Vocabulary,
): Meant {
  const left = recognised.filter((piece) => !leftAside.includes(piece))
  const illnesses = left.filter((piece) => piece.kind === 'illness')
  // "Ringing in my ears since covid": the infection is over, and the sign is what is looked for.
  const diseases = illnesses.filter(
    (piece) => isDisease(piece.concept) && !(isInfection(piece.concept) && isCause(piece, words)),
  )
  const isUnder = (narrower: Concept, wider: Concept): boolean =>
    vocabulary.ancestors(narrower).includes(wider)
  // A purpura is a sign too, and beside "low platelets" the kind of them that is meant.
  const chosen =
    diseases.length > 0
      ? illnesses.filter(
          (piece) =>
            diseases.includes(piece) ||
            diseases.some((disease) => isUnder(piece.concept, disease.concept)),
        )
      : illnesses
  const isWider = ({ concept }: { concept: Concept }): boolean =>
    chosen.some((other) => isUnder(other.concept, concept))
  return {
    illnesses: firstOfEach(chosen.filter((piece) => !isWider(piece))),
    medicines: left.filter(({ kind }) => kind === 'medicine'),
    // Beside an illness a transplant is mostly what was done for it.
    stages: left.filter(
      (piece) =>
        piece.kind === 'stage' &&
        piece.isTelling &&
        (illnesses.length === 0 || (!piece.isSubject && isDemanded(piece, illnesses))),
    ),
  }
}

function firstOfEach<P extends { readonly concept: Concept }>(pieces: readonly P[]): P[] {
  const byTerm = new Map(pieces.toReversed().map((piece) => [piece.concept.term, piece]))
  return pieces.filter((piece) => byTerm.get(piece.concept.term) === piece)
}

function piecesOf(words: readonly string[], context: PlanContext): SaidPiece[] {
  const drugs = namedDrugs(words, context)
  const stages = stagesBeside(words, [])
  const { vocabulary } = context.lexicon
  const all = choicesOfAge(illnessesIn(words, vocabulary), context.age)
  const illnesses = stageApart(all, stages, words, vocabulary).filter(
    (illness) =>
      !isRatherDrug(illness, drugs) &&
      (isDisease(illness.concept) || !stages.some((stage) => overlap(stage, illness))),
  )
  const medicines = drugs.filter((drug) => !illnesses.some((illness) => overlap(illness, drug)))
  const asserted = illnesses.filter((illness) => !isDeniedIllness(illness, words, true))
  const named: SaidPiece[] = [
    ...illnesses.map((name): SaidPiece => {
      const wider = widerName(name, words, vocabulary) ?? saidWider(name, asserted, vocabulary)
      return { kind: 'illness', ...name, ...(wider && { wider }) }
    }),
    ...medicines.map((name): SaidPiece => ({ kind: 'medicine', ...name })),
    ...stagesBeside(words, [...illnesses, ...medicines]).map((name): SaidPiece => ({
      kind: 'stage',
      ...withRejection(name, words),
    })),
  ]
  const said = sayings(words)
  const phrases = treatmentPhrases(words, named)
  const pieces: SaidPiece[] = []
  for (let at = 0; at < words.length;) {
    const name = named.find(({ start }) => start === at) ?? phraseAt(at, phrases)
    const isSaying = said.some(({ start, end }) => start <= at && at < end)
    const kind = isSaying || smallness(words[at] ?? '') ? 'small' : 'word'
    pieces.push(name ?? { kind, start: at, end: at + 1 })
    at = name?.end ?? at + 1
  }
  return pieces
}

/** "Heart transplant patient with rejection": the rejection of it is what is looked for, wherever it is said. */
function withRejection(stage: NamedStage, words: readonly string[]): NamedStage {
  const organ = stage.isSubject ? /^(\w+) transplantation\|/.exec(stage.english)?.[1] : undefined
  if (organ === undefined || !words.some((word) => /^\P{L}*rej(?:ect|et)/iu.test(word)))
    return stage
  const [rejection] = stagesIn(tokens(`${organ} transplant rejection`))
  return rejection ? { ...stage, english: rejection.english } : stage
}

function phraseAt(at: number, phrases: readonly WordSpan[]): SaidPiece | undefined {
  const phrase = phrases.find(({ start }) => start === at)
  return phrase && { kind: 'word', start: at, end: phrase.end }
}

/** The wider illness said beside a narrower one: what is left to look for where no study has the narrower. */
function saidWider(
  { concept }: NamedIllness,
  illnesses: readonly NamedIllness[],
  vocabulary: Vocabulary,
): NamedIllness | undefined {
  const above = vocabulary.ancestors(concept)
  return illnesses.find((other) => isDisease(other.concept) && above.includes(other.concept))
}
