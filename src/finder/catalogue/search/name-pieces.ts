import { remembering } from '../../../base/lru.ts'
import type { Concept, Vocabulary } from '../../vocabulary/concept.ts'
import { fold, tokens } from '../../vocabulary/fold.ts'
import { abbreviatedIn, decided, isOtherSense, withInitials } from './abbreviated.ts'
import type { NamedDrug } from './named-drugs.ts'
import { type StageMention, stagesIn } from '../../vocabulary/stages.ts'
import { notMeantIn } from './not-meant.ts'
import { type WordSpan, foundInWords, overlap, wordPlaces } from './word-spans.ts'
import { bareWord, isDenial, smallness } from '../../vocabulary/small-words.ts'

/** An illness named in a run of typed words. */
export interface NamedIllness extends WordSpan {
  readonly concept: Concept
  /** Other illnesses that the words may stand for as well, where they are an abbreviation; the likeliest first. */
  readonly others?: readonly Concept[]
  /** A wider illness that a part of the words names ("macular degeneration" of "wet macular degeneration"). */
  readonly wider?: NamedIllness
}

/** A stage or a course named in a run of typed words. */
export type NamedStage = StageMention

/**
 * The illnesses named in a run of typed words: names as they are listed, names by their words in another order ("cancer
 * in my breast"), abbreviations. Of names that overlap the one of more telling words is taken.
 */
export function illnessesIn(
  words: readonly string[],
  vocabulary: Vocabulary,
): readonly NamedIllness[] {
  let read = lately.get(vocabulary)
  if (!read) {
    const keyOf = (run: readonly string[]): string => run.join('\n')
    read = remembering(mostLately, keyOf, (run) => readIllnesses(run, vocabulary))
    lately.set(vocabulary, read)
  }
  return read(words)
}

/** One search reads the same words again and again: as they were typed, to put them right, to plan them. */
const lately = new WeakMap<Vocabulary, (words: readonly string[]) => readonly NamedIllness[]>()
const mostLately = 64

function readIllnesses(words: readonly string[], vocabulary: Vocabulary): NamedIllness[] {
  const listed = listedIn(words, vocabulary)
  // "Long covid, tired": a name as it is listed needs no other words for the same illness.
  const isNamed = (name: NamedIllness): boolean =>
    listed.some((one) => one.concept.term === name.concept.term && overlap(one, name))
  const found: readonly NamedIllness[] = [
    ...abbreviatedIn(words, vocabulary),
    ...listed,
    ...looselyNamedIn(words, vocabulary).filter((name) => !isNamed(name)),
    ...joinedIn(words, vocabulary),
  ]
  const telling = ({ start, end }: WordSpan): number =>
    words.slice(start, end).filter((word) => !smallness(word)).length
  const isNotMeant = notMeantIn(words)
  const longestFirst = found
    .map((name) => ({ name, telling: telling(name) }))
    // A word that tells nothing is no illness; several may be ("bad back").
    .filter(({ telling: some, name }) => some > 0 || name.end - name.start > 1)
    .filter(({ name }) => !isNotMeant(name) && !isOtherSense(name, words, found))
    .toSorted((a, b) => b.telling - a.telling)
  const taken: NamedIllness[] = []
  for (const { name } of longestFirst)
    if (!taken.some((one) => overlap(one, name))) taken.push(withInitials(name, words))
  return decided(
    taken.toSorted((a, b) => a.start - b.start),
    words,
    vocabulary,
  ).map((name) => withPart(name, words, vocabulary))
}

/** « Genou qui lâche, arthrose »: the joint or bone that is said apart, where it is the only one, tells which kind of it is meant. */
function withPart(
  name: NamedIllness,
  words: readonly string[],
  vocabulary: Vocabulary,
): NamedIllness {
  if (!ofParts.has(name.concept.term)) return name
  const parts = new Set(
    words.map((word) => fold(bareWord(word))).filter((word) => joints.has(word)),
  )
  const [part = ''] = parts
  if (parts.size !== 1) return name
  const said = words.slice(name.start, name.end).join(' ')
  const kind = vocabulary.byLooseWords(tokens(`${part} ${said}`))
  const isKind = kind !== undefined && vocabulary.ancestors(kind).includes(name.concept)
  return isKind ? { ...name, concept: kind } : name
}

/** Illnesses of which each joint or bone has its own kind. */
const ofParts: ReadonlySet<string> = new Set(['Osteoarthritis', 'Arthritis', 'Fractures, Bone'])
const joints: ReadonlySet<string> = new Set(
  (
    'knee knees hip hips spine ankle wrist shoulder elbow rib ribs femur tibia skull jaw kneecap ' +
    'genou genoux hanche hanches cheville poignet epaule coude femur crane machoire rotule vertebre vertebres'
  ).split(' '),
)

/** The stages and courses named between the illnesses. */
export function stagesBeside(
  words: readonly string[],
  illnesses: readonly WordSpan[],
): NamedStage[] {
  return foundInWords(words, stagesIn).filter(
    (stage) => !illnesses.some((illness) => overlap(illness, stage)),
  )
}

/**
 * "insulin" is a medicine, "insulin resistance" an illness. Of equals the illness is meant, but where its term has nothing of
 * a sure name of a medicine in it ("vitamin C", which the word lists have for scurvy).
 */
export function isRatherDrug(illness: NamedIllness, drugs: readonly NamedDrug[]): boolean {
  const term = new Set(tokens(illness.concept.term))
  return drugs.some((named) => {
    const longer = named.end - named.start - (illness.end - illness.start)
    if (longer < 0 || !overlap(illness, named)) return false
    const { group, words } = named.drug
    return longer > 0 || (group === 'sure' && tokens(words).every((word) => !term.has(word)))
  })
}

function listedIn(
  words: readonly string[],
  vocabulary: Vocabulary,
  isAlone = words.length === 1,
): NamedIllness[] {
  const wordAt = wordPlaces(words)
  const found = vocabulary
    .conceptsInText(words.join(' '), 'seeker')
    .filter(({ concept }) => isIllness(concept) || isAlone)
    .map(({ start, end, concept }) => ({
      concept,
      start: wordAt(start),
      end: wordAt(end - 1) + 1,
    }))
  const broken = found.map((name) => signWithin(name, words)).find((at) => at !== undefined)
  if (broken === undefined) return found
  // The two sides of the sign are read apart.
  const behind = listedIn(words.slice(broken), vocabulary, false)
  return [
    ...listedIn(words.slice(0, broken), vocabulary, false),
    ...behind.map((name) => ({ ...name, start: name.start + broken, end: name.end + broken })),
  ]
}

/**
 * The word behind a sign within a name that is not one of the name's: "not diabetic, kidney stones" names no diabetic kidney.
 * "Neoplasms, Breast" is how lists write it.
 */
function signWithin(
  { start, end, concept }: NamedIllness,
  words: readonly string[],
): number | undefined {
  const at = words.slice(start, end - 1).findIndex((word) => /[.,;:!?]$/.test(word))
  if (at === -1) return undefined
  const said = tokens(words.slice(start, end).join(' ')).join(' ')
  const isListed = [concept.term, ...concept.entryTerms].some(
    (name) => /[,;:.]/.test(name) && tokens(name).join(' ') === said,
  )
  return isListed ? undefined : start + at + 1
}

/** Mothers, hope and walking have a place in MeSH, and are no illnesses. */
function isIllness({ trees }: Concept): boolean {
  return trees.some((tree) => /^(?:C|F03|F01)/.test(tree))
}

/** Telling words with only small words between them, which a comma or the like ends. */
function looselyNamedIn(words: readonly string[], vocabulary: Vocabulary): NamedIllness[] {
  const found: NamedIllness[] = []
  for (const stretch of stretchesOf(words))
    for (let from = 0; from < stretch.length; from++)
      for (let count = Math.min(mostLooseWords, stretch.length - from); count >= 2; count--) {
        const places = stretch.slice(from, from + count)
        if (isSpreadOf(places, from, stretch, words, vocabulary)) continue
        const concept = vocabulary.byLooseWords(places.flatMap((at) => tokens(words[at] ?? '')))
        const [start = 0, last = 0] = [places[0], places.at(-1)]
        const name = concept && { concept, start, end: last + 1 }
        if (name && !isOrganGiven(name, words)) found.push(name)
      }
  return found
}

/** "Bone marrow transplant": an organ that is given or looked at is no disease of it. */
function isOrganGiven({ concept, start, end }: NamedIllness, words: readonly string[]): boolean {
  const said = new Set(tokens(words.slice(start, end).join(' ')))
  const isOrgan = tokens(concept.term).every(
    (word) => said.has(word) || /^(?:disease|disorder)s?$/.test(word),
  )
  if (!isOrgan) return false
  const before = fold(words.slice(Math.max(0, start - 3), start).join(' '))
  return (
    /^(?:transplant|graft|biops|donor|donat|aspirat|sample|op$|operation|surger|remov)/.test(
      fold(words[end] ?? ''),
    ) || /(?:greff\S*|dons?|biopsie|ponction)(?: (?:de|du|la))*$/.test(before)
  )
}

/** "Pancreatic cancer has spread to the liver" is no cancer of the liver, and "my cancer has gone to the liver" is none. */
function isSpreadOf(
  places: readonly number[],
  from: number,
  stretch: readonly number[],
  words: readonly string[],
  vocabulary: Vocabulary,
): boolean {
  const [first, last] = [places[0], places.at(-1)]
  const before = stretch[from - 1]
  if (first === undefined || last === undefined) return false
  if (
    isCancerAlone.test(fold(words[first] ?? '')) &&
    hasGone.test(fold(words.slice(first + 1, last).join(' ')))
  )
    return true
  if (before === undefined) return false
  if (!places.slice(1).some((at) => spreading.test(fold(words[at] ?? '')))) return false
  return (
    vocabulary.byLooseWords([before, first].flatMap((at) => tokens(words[at] ?? ''))) !== undefined
  )
}

const spreading =
  /^(?:spread\w*|metastas\w*|gone|moved|travell?ed|propag\w*|etend\w*|atteint|touche|envahi\w*)/

const isCancerAlone = /^\P{L}*(?:[dlns]['’])?(?:cancer|tumou?r|tumeur|melanome?)s?$/u
const hasGone =
  /(?:^|\s)(?:spread\w*|metastas\w*|gone|moved|travell?ed|reached|propag\w*|etendue?|atteint|touche|gagne|envahi\w*) (?:in)?(?:to|au|aux|the|le|les|my|his|her|ses|mes|mon|son|sur|dans)(?:\s|$)/u

/** "osteo sarcoma", "neuro blastome": one name of one word with a space in it. */
function joinedIn(words: readonly string[], vocabulary: Vocabulary): NamedIllness[] {
  return words.flatMap((word, at) => {
    const [one, two] = [bareWord(word), bareWord(words[at + 1] ?? '')]
    if (one !== word || one.length < 3 || two.length < 4 || smallness(one) || smallness(two))
      return []
    const joined = `${one}${two}`
    const concept = joined.length < fewestJoined ? undefined : vocabulary.byName(joined)
    return concept && isIllness(concept) ? [{ concept, start: at, end: at + 2 }] : []
  })
}

const fewestJoined = 9
const mostLooseWords = 5

/** The places of telling words, in stretches: small words are passed over, a sign or a joining word ends one. */
function stretchesOf(words: readonly string[]): number[][] {
  const stretches: number[][] = [[]]
  words.forEach((word, at) => {
    if (!smallness(word)) stretches.at(-1)?.push(at)
    if (/[.,;:!?)]$/.test(word) || isDenial(word) || joining.has(fold(word))) stretches.push([])
  })
  return stretches.filter((stretch) => stretch.length > 1)
}

const joining: ReadonlySet<string> = new Set(
  'and or but after before with without since because et ou mais apres avant avec sans depuis malgre despite'.split(
    ' ',
  ),
)
